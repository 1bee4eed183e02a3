import { describe, expect, test } from "vitest"
import { hours } from "../../rules/time.ts"
import { NO_LINE } from "../../storage/line.ts"
import type { Tables } from "../../storage/store.ts"
import { about, account } from "./cast.ts"
import { everyDriver, putAll } from "./contract.ts"

everyDriver((bench) => {
  describe("an incoming", () => {
    test("is processed once; a repeat runs nothing and says so", async () => {
      let runs = 0
      const work = async (tables: Tables) => {
        runs += 1
        await putAll(account(`a${runs}`))(tables)
      }
      expect((await bench.store.transaction(about("u-1"), work)).repeated).toBe(false)
      expect(await bench.store.transaction(about("u-1"), work)).toEqual({ repeated: true })
      expect((await bench.store.transaction(about("u-2"), work)).repeated).toBe(false)
      expect(await bench.accounts()).toEqual(["a1", "a2"])
    })

    test("whose work threw may come again", async () => {
      const fail = () => Promise.reject(new Error("not today"))
      await expect(bench.store.transaction(about("u-1"), fail)).rejects.toThrow("not today")
      expect((await bench.store.transaction(about("u-1"), putAll(account("a1")))).repeated).toBe(false)
    })

    test("is remembered even when it changed nothing", async () => {
      const nothing = () => Promise.resolve()
      expect((await bench.store.transaction(about("u-1"), nothing)).repeated).toBe(false)
      expect((await bench.store.transaction(about("u-1"), nothing)).repeated).toBe(true)
    })

    test("is remembered for two days, and among the last thousand for good", async () => {
      const nothing = () => Promise.resolve()
      const arrive = (id: string) => bench.store.transaction(about(id), nothing)
      await arrive("first")
      await Promise.all(Array.from({ length: 999 }, (_, index) => arrive(`early-${index}`)))
      bench.now += hours(47)
      await arrive("on the second day")
      expect((await arrive("first")).repeated).toBe(true)
      bench.now += hours(2)
      await arrive("on the third day")
      expect((await arrive("early-998")).repeated).toBe(true)
      expect((await arrive("first")).repeated).toBe(false)
    })
  })

  describe("whoever watches", () => {
    test("hears each change in order, once it is durable, and nothing of what failed or was rehearsed", async () => {
      const heard: string[] = []
      const end = bench.store.watch((changes) => heard.push(changes.map(([, id]) => id).join(" ")))
      await bench.store.transaction(about("u-1"), putAll(account("a2"), account("a1")))
      expect(heard).toEqual(["a2 a1"])
      await bench.store.transaction(about("u-1"), putAll(account("a3")))
      await bench.store.transaction(about(), (tables, rehearse) =>
        rehearse(() => putAll(account("a4"))(tables)),
      )
      await expect(
        bench.store.transaction(about(), () => Promise.reject(new Error("not today"))),
      ).rejects.toThrow()
      await bench.store.transaction(about(), putAll(account("a1")))
      expect(heard).toEqual(["a2 a1"])
      await Promise.all(["a5", "a6", "a7"].map((id) => bench.store.transaction(about(), putAll(account(id)))))
      expect(heard).toEqual(["a2 a1", "a5", "a6", "a7"])
      end()
      await bench.store.transaction(about(), putAll(account("a8")))
      expect(heard).toHaveLength(4)
    })
  })

  describe("the journal", () => {
    test("has one line for each change, with who, why, when and what, chained to the one before", async () => {
      await bench.store.transaction(about("u-1"), putAll(account("a1"), account("a2")))
      bench.now += hours(1)
      await bench.store.transaction({ by: "clock", why: "digest" }, ({ accounts }) => accounts.remove("a1"))
      const [put, removed, ...more] = await bench.store.history("accounts", "a1")
      expect(more).toEqual([])
      expect(put).toEqual({
        seq: 1,
        at: "2026-03-02T09:00:00.000+08:00",
        by: "li",
        why: "post",
        incoming: "u-1",
        changes: [
          ["accounts", "a1", account("a1")],
          ["accounts", "a2", account("a2")],
        ],
        prev: NO_LINE,
        hash: put?.hash,
      })
      expect(removed).toEqual({
        seq: 2,
        at: "2026-03-02T10:00:00.000+08:00",
        by: "clock",
        why: "digest",
        incoming: null,
        changes: [["accounts", "a1", null]],
        prev: put?.hash,
        hash: removed?.hash,
      })
      expect(put?.hash).toMatch(/^[0-9a-f]{64}$/)
      expect((await bench.store.history("accounts", "a2")).map(({ seq }) => seq)).toEqual([1])
      expect(await bench.store.history("posts", "a1")).toEqual([])
    })

    test("has no line for a transaction that changed nothing in the end", async () => {
      await bench.run(putAll(account("a1")))
      await bench.run(({ accounts }) => accounts.get("a1"))
      await bench.run(putAll(account("a1")))
      await bench.run(async (tables) => {
        await putAll(account("a2"))(tables)
        await tables.accounts.remove("a2")
        await tables.accounts.remove("a3")
      })
      await bench.run(putAll(account("a4")))
      expect((await bench.store.history("accounts", "a4")).map(({ seq }) => seq)).toEqual([2])
      expect((await bench.store.history("accounts", "a1")).map(({ seq }) => seq)).toEqual([1])
    })
  })
})
