import { appendFile, open, rm, writeFile } from "node:fs/promises"
import { expect, onTestFinished, test } from "vitest"
import { show, verify } from "../../storage/audit.ts"
import { linesAbout, type Wanted } from "../../storage/file/history.ts"
import type { Line } from "../../storage/store.ts"
import { hours } from "../../rules/time.ts"
import { about, account, MONDAY, put, upload } from "./cast.ts"
import { freshFolder } from "./folder.ts"

const shown = async (folder: string, wanted: Wanted = {}): Promise<number[]> => {
  const seqs: number[] = []
  for await (const line of show(folder, wanted)) seqs.push(line.seq)
  return seqs
}

const named = ({ seq, at, hash }: Line) => ({ seq, at, hash })

test("an audit counts the lines and names the first and the last", async () => {
  const folder = await freshFolder()
  await folder.journal(3, true)
  const [first, , last] = (await folder.lines()).map((line) => named(JSON.parse(line) as Line))
  expect(await verify(folder.path)).toEqual({
    sound: true,
    lines: 3,
    first,
    last,
    unfinished: 0,
    checkpoint: "fits",
    inUse: false,
  })
})

test("an audit of an empty journal is sound, and a folder without one is refused", async () => {
  const folder = await freshFolder()
  await expect(verify(folder.path)).rejects.toThrow(`there is no journal in ${folder.path}`)
  await expect(shown(folder.path)).rejects.toThrow(`there is no journal in ${folder.path}`)
  await writeFile(folder.at("journal.jsonl"), "")
  expect(await verify(folder.path)).toMatchObject({ sound: true, lines: 0, first: null, last: null })
})

test("an audit runs beside the process that works in the folder, and minds no line that is being written", async () => {
  const folder = await freshFolder()
  const store = await folder.open()
  await put(store, "a1")
  await appendFile(folder.at("journal.jsonl"), '{"at":"2026-')
  expect(await verify(folder.path)).toMatchObject({
    sound: true,
    lines: 1,
    unfinished: 12,
    checkpoint: "none",
    inUse: true,
  })
  expect(await shown(folder.path)).toEqual([1])
})

test("an audit says when the checkpoint is damaged, for the journal is the truth", async () => {
  const folder = await freshFolder()
  await folder.journal(2, true)
  await writeFile(folder.at("checkpoint.json"), "{")
  expect(await verify(folder.path)).toMatchObject({ sound: true, lines: 2, checkpoint: "damaged" })
})

test("lines are shown by table, by row, and from a time on", async () => {
  const folder = await freshFolder()
  let now = MONDAY
  const store = await folder.open({ now: () => now })
  await put(store, "a1")
  await put(store, "a2")
  now += hours(1)
  await store.transaction(about(), async ({ accounts, uploads }) => {
    await accounts.put(account("a1", { name: "“a2”" }))
    await uploads.put(upload("a1"))
  })
  await store.transaction(about("u-1"), () => Promise.resolve())
  expect(await shown(folder.path)).toEqual([1, 2, 3, 4])
  expect(await shown(folder.path, { table: "accounts" })).toEqual([1, 2, 3])
  expect(await shown(folder.path, { table: "uploads" })).toEqual([3])
  expect(await shown(folder.path, { id: "a1" })).toEqual([1, 3])
  expect(await shown(folder.path, { table: "accounts", id: "a2" })).toEqual([2])
  expect(await shown(folder.path, { since: now })).toEqual([3, 4])
  expect(await shown(folder.path, { since: now, id: "a2" })).toEqual([])
})

test("a look back ends where the lines are known to be on the disk", async () => {
  const folder = await freshFolder()
  await folder.journal(3)
  const file = await open(folder.at("journal.jsonl"))
  onTestFinished(() => file.close())
  const [first = "", second = ""] = await folder.lines()
  const seen: number[] = []
  for await (const { seq } of linesAbout(file, {}, Buffer.byteLength(`${first}\n${second}\n`))) seen.push(seq)
  expect(seen).toEqual([1, 2])
})

test("a row is found by an id with quotes, slashes and Chinese in it", async () => {
  const folder = await freshFolder()
  const store = await folder.open()
  const id = '示例"县\\\n/1'
  await put(store, id)
  await put(store, "示例")
  expect((await store.history("accounts", id)).map(({ seq }) => seq)).toEqual([1])
  expect((await store.history("accounts", "示例")).map(({ seq }) => seq)).toEqual([2])
})

test("lines before a break are still shown, and then the break", async () => {
  const folder = await freshFolder()
  await folder.journal(4)
  await folder.edit("journal.jsonl", (text) => text.replace('"a3"', '"a5"'))
  const seen: number[] = []
  const all = (async () => {
    for await (const { seq } of show(folder.path, {})) seen.push(seq)
  })()
  await expect(all).rejects.toThrow("damaged at line 3")
  expect(seen).toEqual([1, 2])
  await rm(folder.at("journal.jsonl"))
})
