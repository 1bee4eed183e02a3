import { appendFile, mkdir, rm, stat, truncate, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { describe, expect, test } from "vitest"
import { openFile } from "../../storage/file.ts"
import { about, account, MONDAY, put } from "./cast.ts"
import { accountsIn, ask, freshFolder } from "./folder.ts"

const said = { now: () => MONDAY, notice: () => null, fatal: () => null }

describe("a folder", () => {
  test("is made when it is missing, and nobody else may look into it", async () => {
    const folder = await freshFolder()
    const path = join(folder.path, "new", "store")
    const store = await openFile({ folder: path, ...said })
    await put(store, "a1")
    await store.close()
    const modeOf = async (name: string) => ((await stat(join(path, name))).mode & 0o777).toString(8)
    expect(await modeOf(".")).toBe("700")
    expect(await modeOf("journal.jsonl")).toBe("600")
    expect(await modeOf("checkpoint.json")).toBe("600")
  })

  test("that is a file is refused in one sentence", async () => {
    const folder = await freshFolder()
    await writeFile(folder.at("store"), "")
    await expect(openFile({ folder: folder.at("store"), ...said })).rejects.toThrow(
      `${folder.at("store")} is not a folder`,
    )
    await expect(openFile({ folder: folder.at("store/below"), ...said })).rejects.toThrow(
      "cannot be used: ENOTDIR",
    )
  })

  test("whose journal is a folder is refused, and left unlocked", async () => {
    const folder = await freshFolder()
    await mkdir(folder.at("journal.jsonl"))
    await expect(folder.open()).rejects.toThrow("journal.jsonl cannot be opened: EISDIR")
    await rm(folder.at("journal.jsonl"), { recursive: true })
    expect(await accountsIn(await folder.open())).toEqual([])
  })
})

describe("what was kept", () => {
  test("is there again after a clean stop, from the checkpoint alone", async () => {
    const folder = await freshFolder()
    const store = await folder.open()
    await store.transaction(about("u-1"), ({ accounts }) => accounts.put(account("a1")))
    await put(store, "a2")
    await store.transaction(about(), ({ accounts }) => accounts.remove("a2"))
    await store.close()

    const again = await folder.open()
    expect(await ask(again, ({ accounts }) => accounts.all())).toEqual([account("a1")])
    expect(await ask(again, ({ accounts }) => accounts.where("unit", "transport"))).toEqual([account("a1")])
    expect((await again.transaction(about("u-1"), () => Promise.resolve())).repeated).toBe(true)
    await put(again, "a3")
    expect((await again.history("accounts", "a2")).map(({ seq }) => seq)).toEqual([2, 3])
    expect((await again.history("accounts", "a3")).map(({ seq }) => seq)).toEqual([4])
    expect(folder.notices).toEqual([])
  })

  test("is there again from the journal alone, repeats included, with a notice", async () => {
    const folder = await freshFolder()
    const store = await folder.open()
    await store.transaction(about("u-1"), ({ accounts }) => accounts.put(account("a1")))
    await put(store, "a2")
    await store.close()
    await rm(folder.at("checkpoint.json"))

    const again = await folder.open()
    expect(await accountsIn(again)).toEqual(["a1 transport", "a2 transport"])
    expect((await again.transaction(about("u-1"), () => Promise.resolve())).repeated).toBe(true)
    expect(folder.notices).toEqual(["there was no checkpoint: all 2 lines were replayed"])
  })

  test("is there again however long its lines are, and where the file is read in pieces", async () => {
    const folder = await freshFolder()
    const rows = ["a1", "a2", "a3"].map((id, at) =>
      account(id, { verification: "示例".repeat(at * 400_000) }),
    )
    const store = await folder.open()
    for (const row of rows) await store.transaction(about(), ({ accounts }) => accounts.put(row))
    await put(store, "a4")
    await store.close()
    for (const file of ["checkpoint.json", "journal.jsonl"]) {
      const again = await folder.open()
      expect(await ask(again, ({ accounts }) => accounts.all()), file).toEqual([...rows, account("a4")])
      expect(await again.history("accounts", "a3")).toHaveLength(1)
      await again.close()
      await rm(folder.at("checkpoint.json"), { force: true })
    }
  })

  test("stays as it is in a store that is opened and closed with nothing done", async () => {
    const folder = await freshFolder()
    await folder.journal(2, true)
    const before = [await folder.read("journal.jsonl"), await folder.read("checkpoint.json")]
    await (await folder.open()).close()
    expect([await folder.read("journal.jsonl"), await folder.read("checkpoint.json")]).toEqual(before)
  })
})

describe("a torn last line", () => {
  test("is cut off at every byte it can be torn at, with a notice, and the rest stands", async () => {
    const folder = await freshFolder()
    await folder.journal(3)
    const whole = await folder.read("journal.jsonl")
    const [first = "", second = "", third = ""] = await folder.lines()
    const kept = `${first}\n${second}\n`
    for (let length = 1; length < third.length; length += 29) {
      await writeFile(folder.at("journal.jsonl"), whole)
      await truncate(folder.at("journal.jsonl"), Buffer.byteLength(kept) + length)
      folder.notices.length = 0
      const store = await folder.open()
      expect(await accountsIn(store)).toEqual(["a1 transport", "a2 transport"])
      expect(folder.notices).toContain(
        `the last line of the journal, 3, was torn (${length} bytes) and was cut off; nobody had been answered for it`,
      )
      expect(await folder.read("journal.jsonl")).toBe(kept)
      await store.close()
      await rm(folder.at("checkpoint.json"))
    }
  })

  test("of zeros, as a power cut may leave it, is cut off too, and work goes on from there", async () => {
    const folder = await freshFolder()
    await folder.journal(2, true)
    await appendFile(folder.at("journal.jsonl"), Buffer.alloc(5_000))
    const store = await folder.open()
    await put(store, "a3")
    await store.close()
    expect(await folder.lines()).toHaveLength(3)
    expect(await accountsIn(await folder.open())).toEqual(["a1 transport", "a2 transport", "a3 transport"])
  })

  test("that lacks nothing but its end is kept: somebody may have been answered", async () => {
    const folder = await freshFolder()
    await folder.journal(2)
    const whole = await folder.read("journal.jsonl")
    await truncate(folder.at("journal.jsonl"), Buffer.byteLength(whole) - 1)
    const store = await folder.open()
    expect(await accountsIn(store)).toEqual(["a1 transport", "a2 transport"])
    expect(await folder.read("journal.jsonl")).toBe(whole)
    await put(store, "a3")
    expect(await folder.lines()).toHaveLength(3)
  })
})
