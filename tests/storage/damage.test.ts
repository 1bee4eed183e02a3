import { createHash } from "node:crypto"
import { appendFile, rm, writeFile } from "node:fs/promises"
import { describe, expect, test } from "vitest"
import { verify } from "../../storage/audit.ts"
import { account, put } from "./cast.ts"
import { NO_LINE } from "../../storage/line.ts"
import { canonical, type Plain } from "../../storage/plain.ts"
import type { Line } from "../../storage/store.ts"
import { accountsIn, freshFolder, type Folder } from "./folder.ts"

const swap = (lines: string[], a: number, b: number): string[] =>
  lines.map((line, index) => (index === a ? lines[b] : index === b ? lines[a] : line) ?? "")

/** What may happen to a journal of six lines, and the line where it shows. */
const damages: readonly [what: string, change: (lines: string[]) => string[], line: number][] = [
  ["a flipped letter", (lines) => lines.with(2, lines[2]?.replace("a3", "a8") ?? ""), 3],
  ["an edited number", (lines) => lines.with(2, lines[2]?.replace('"seq":3', '"seq":4') ?? ""), 3],
  ["an edited hash", (lines) => lines.with(2, lines[2]?.replace(/"hash":"./, '"hash":"x') ?? ""), 3],
  [
    "a hash without its quotes",
    (lines) => lines.with(2, lines[2]?.replace(',"hash":"', ',"hush":"') ?? ""),
    3,
  ],
  ["a removed line", (lines) => lines.toSpliced(2, 1), 3],
  ["a doubled line", (lines) => lines.toSpliced(2, 0, lines[2] ?? ""), 4],
  ["two swapped lines", (lines) => swap(lines, 2, 3), 3],
  ["an empty line", (lines) => lines.toSpliced(2, 0, ""), 3],
  ["white space", (lines) => lines.with(2, `${lines[2] ?? ""} `), 3],
  ["a first line that is gone", (lines) => lines.slice(1), 1],
  ["a last line that was edited", (lines) => lines.with(5, lines[5]?.replace("a6", "a9") ?? ""), 6],
]

const byteOf = async (folder: Folder, line: number): Promise<number> =>
  Buffer.byteLength((await folder.lines()).slice(0, line - 1).join("\n")) + (line > 1 ? 1 : 0)

const filesOf = async (folder: Folder): Promise<string[]> => [
  await folder.read("journal.jsonl"),
  await folder.read("checkpoint.json").catch(() => "none"),
]

describe("a damaged journal", () => {
  test.each(damages)(
    "with %s is refused, with the place, and nothing is changed",
    async (_what, change, line) => {
      const folder = await freshFolder()
      await folder.journal(6)
      await writeFile(folder.at("journal.jsonl"), `${change(await folder.lines()).join("\n")}\n`)
      const before = await filesOf(folder)
      const place = `journal.jsonl is damaged at line ${line} (byte ${await byteOf(folder, line)})`
      await expect(folder.open()).rejects.toThrow(place)
      expect(await filesOf(folder)).toEqual(before)
      await expect(folder.open()).rejects.toThrow(place)
      const audit = await verify(folder.path)
      expect(audit).toMatchObject({ sound: false, lines: line - 1, damage: { line } })
    },
  )

  test("is refused at whichever byte one bit was flipped", async () => {
    const folder = await freshFolder()
    await folder.journal(3)
    const whole = Buffer.from(await folder.read("journal.jsonl"))
    for (let at = whole.length - 1; at >= 0; at -= 7) {
      const bytes = Buffer.from(whole)
      bytes.writeUInt8(bytes.readUInt8(at) ^ 4, at)
      await writeFile(folder.at("journal.jsonl"), bytes)
      await expect(folder.open(), `byte ${at}`).rejects.toThrow("journal.jsonl is damaged at line")
    }
  })

  test.each<[what: string, wrong: Partial<Line>, message: string]>([
    ["number", { seq: 4 }, "its number or the hash it follows is not its own"],
    ["predecessor", { prev: NO_LINE }, "its number or the hash it follows is not its own"],
    ["time", { at: "yesterday" }, "Invalid ISO datetime"],
    ["row under an id", { changes: [["accounts", "a1", account("a2")]] }, "the row a2 stands under a1"],
  ])("whose line has a hash that holds and yet a wrong %s is refused", async (_what, wrong, message) => {
    const folder = await freshFolder()
    await folder.journal(2)
    const last = JSON.parse((await folder.lines())[1] ?? "") as Line
    const { hash: _hash, ...forged } = { ...last, seq: 3, prev: last.hash, ...wrong }
    const body = canonical(forged as unknown as Plain)
    const hash = createHash("sha256").update(last.hash).update(body).digest("hex")
    await appendFile(
      folder.at("journal.jsonl"),
      `${body.replace(',"incoming"', `,"hash":"${hash}","incoming"`)}\n`,
    )
    await expect(folder.open()).rejects.toThrow("journal.jsonl is damaged at line 3")
    await expect(folder.open()).rejects.toThrow(message)
  })

  test("that goes on and on without a line end is refused, and not read to its end", async () => {
    const folder = await freshFolder()
    await folder.journal(1)
    await appendFile(folder.at("journal.jsonl"), Buffer.alloc(68 * 1024 * 1024, "{"))
    await expect(folder.open()).rejects.toThrow("journal.jsonl is damaged at line 2")
    await rm(folder.at("journal.jsonl"))
  })

  test("whose line holds a row that fits no table is refused too", async () => {
    const folder = await freshFolder()
    await folder.journal(2)
    const { tables } = await import("../../storage/tables.ts")
    const { z } = await import("zod")
    const stricter = {
      ...tables,
      accounts: { ...tables.accounts, row: z.looseObject({ id: z.literal("a1") }) },
    }
    await expect(folder.open({ schema: stricter })).rejects.toThrow(
      /damaged at line 2 .*: a row does not fit the table accounts: \.id/,
    )
  })
})

describe("a checkpoint", () => {
  test.each([
    ["cut short", (text: string) => text.slice(0, -20)],
    ["empty", () => ""],
    ["edited", (text: string) => text.replace("transport", "transpork")],
    ["without its last row", (text: string) => text.replace(/,\n\{[^\n]*"id":"a3"[^\n]*/, "")],
    ["of another format", (text: string) => text.replace('"format":1', '"format":2')],
  ])("that is %s is left aside, with a notice, and the journal replayed", async (_what, change) => {
    const folder = await freshFolder()
    await folder.journal(3, true)
    await folder.edit("checkpoint.json", change)
    const store = await folder.open()
    expect(await accountsIn(store)).toEqual(["a1 transport", "a2 transport", "a3 transport"])
    expect(folder.notices).toHaveLength(2)
    expect(folder.notices[0]).toContain("checkpoint.json is damaged and was left aside")
    await store.close()
    await folder.open()
    expect(folder.notices).toHaveLength(2)
  })

  test("that names lines the journal has lost stops the start", async () => {
    const folder = await freshFolder()
    await folder.journal(3, true)
    await folder.edit("journal.jsonl", (text) => text.split("\n").slice(0, 2).join("\n") + "\n")
    const before = await filesOf(folder)
    await expect(folder.open()).rejects.toThrow("damaged at line 3")
    expect(await filesOf(folder)).toEqual(before)
    expect(await verify(folder.path)).toMatchObject({ sound: false, lines: 2, damage: { line: 3 } })
  })

  test("that names another journal stops the start, until somebody takes it away", async () => {
    const folder = await freshFolder()
    await folder.journal(3, true)
    const other = await freshFolder()
    const store = await other.open()
    for (const id of ["b1", "b2", "b3"]) await put(store, id)
    await writeFile(folder.at("journal.jsonl"), await other.read("journal.jsonl"))
    await expect(folder.open()).rejects.toThrow("checkpoint.json names another line here")
    expect(await verify(folder.path)).toMatchObject({ sound: false })
    await rm(folder.at("checkpoint.json"))
    expect(await accountsIn(await folder.open())).toEqual(["b1 transport", "b2 transport", "b3 transport"])
  })

  test("whose journal is gone stops the start, and makes no new journal", async () => {
    const folder = await freshFolder()
    await folder.journal(1, true)
    await rm(folder.at("journal.jsonl"))
    await expect(folder.open()).rejects.toThrow("the file is missing")
    await expect(folder.read("journal.jsonl")).rejects.toThrow("ENOENT")
  })

  test("spares the lines before it, and not the line it names", async () => {
    const folder = await freshFolder()
    await folder.journal(3, true)
    const whole = await folder.read("journal.jsonl")
    await folder.edit("journal.jsonl", (text) => text.replace('"a1"', '"a0"'))
    await (await folder.open()).close()
    await expect((await folder.open()).history("accounts", "a3")).rejects.toThrow("damaged at line 1")
    expect(whole).toContain('"a3"')
  })
})
