import { describe, expect, test } from "vitest"
import type { Account } from "../../rules/account.ts"
import { plain } from "../../storage/plain.ts"
import { about, account, clock, MONDAY } from "./cast.ts"
import { everyDriver, ids, putAll } from "./contract.ts"

everyDriver((bench) => {
  describe("a transaction", () => {
    test("gives back what its work gives back, and keeps what it put", async () => {
      expect(
        await bench.store.transaction(about(), async (tables) => {
          await putAll(account("a1"))(tables)
          return "done"
        }),
      ).toEqual({ repeated: false, value: "done" })
      expect(await bench.run(({ accounts }) => accounts.get("a1"))).toEqual(account("a1"))
      expect(await bench.run(({ accounts }) => accounts.get("a2"))).toBeNull()
    })

    test("sees its own writes, in every way of asking", async () => {
      await bench.run(putAll(account("a1"), account("a2")))
      const seen = await bench.run(async ({ accounts, clocks }) => {
        await accounts.put(account("a3", { unitId: "health" }))
        await accounts.put(account("a1", { unitId: "health" }))
        await accounts.remove("a2")
        await clocks.put(clock("c1", MONDAY))
        return {
          one: await accounts.get("a2"),
          all: ids(await accounts.all()),
          moved: ids(await accounts.where("unit", "health")),
          left: ids(await accounts.where("unit", "transport")),
          due: ids(await clocks.due(MONDAY, 9)),
        }
      })
      expect(seen).toEqual({ one: null, all: ["a1", "a3"], moved: ["a1", "a3"], left: [], due: ["c1"] })
    })

    test("changes nothing when its work throws, in rows, indexes and what is due", async () => {
      await bench.run(async (tables) => {
        await putAll(account("a1"), account("a2"))(tables)
        await tables.clocks.put(clock("c1", MONDAY))
      })
      const failing = bench.run(async ({ accounts, clocks }) => {
        await accounts.put(account("a1", { unitId: "health" }))
        await accounts.put(account("a1", { unitId: "culture" }))
        await accounts.remove("a2")
        await accounts.put(account("a3"))
        await clocks.put(clock("c1", MONDAY + 1))
        await clocks.put(clock("c2", MONDAY))
        throw new Error("the printer is on fire")
      })
      await expect(failing).rejects.toThrow("the printer is on fire")
      const seen = await bench.run(async ({ accounts, clocks }) => ({
        rows: await accounts.all(),
        unit: ids(await accounts.where("unit", "transport")),
        culture: await accounts.where("unit", "culture"),
        due: ids(await clocks.due(MONDAY, 9)),
      }))
      expect(seen).toEqual({
        rows: [account("a1"), account("a2")],
        unit: ["a1", "a2"],
        culture: [],
        due: ["c1"],
      })
    })

    test("refuses a row that does not fit its table, or that would come back different", async () => {
      const wrong = { ...account("a1"), platform: "telegraph" } as unknown as Account
      await expect(bench.run(putAll(wrong))).rejects.toThrow(
        "a row does not fit the table accounts: .platform",
      )
      expect(() => plain({ since: new Date(MONDAY) })).toThrow(
        "row.since is no plain object, which cannot be stored",
      )
      expect(() => plain({ days: NaN })).toThrow("row.days is NaN, which cannot be stored")
      expect(await bench.accounts()).toEqual([])
    })

    test("refuses to change more in one go than a line may hold, and then has changed nothing", async () => {
      const long = account("a1", { verification: "长".repeat(23_000_000) })
      await expect(bench.run(putAll(account("a0"), long))).rejects.toThrow(
        "changes more than the journal takes",
      )
      expect(await bench.accounts()).toEqual([])
    })

    test("keeps a row as it was put, whatever becomes of the object later", async () => {
      const editors = ["one"]
      await bench.run(putAll(account("a1", { editors })))
      editors.push("two")
      const kept = await bench.run(({ accounts }) => accounts.get("a1"))
      expect(kept).toEqual(account("a1", { editors: ["one"] }))
      expect(Object.isFrozen(kept?.editors)).toBe(true)
    })

    test("refuses to begin inside another, instead of waiting for itself", async () => {
      const nested = bench.run(async ({ accounts }) => {
        await accounts.put(account("a1"))
        await bench.run(putAll(account("a2")))
      })
      await expect(nested).rejects.toThrow("a transaction was begun inside another one")
      expect(await bench.accounts()).toEqual([])
    })

    test("may be begun by what another one set off, once that one is over", async () => {
      let tell = (): void => undefined
      const over = new Promise<void>((resolve) => (tell = resolve))
      let later: Promise<unknown> = over
      await bench.run(async (tables) => {
        await putAll(account("a1"))(tables)
        later = over.then(() => bench.run(putAll(account("a2"))))
      })
      tell()
      await later
      expect(await bench.accounts()).toEqual(["a1", "a2"])
    })

    test("leaves tables behind that refuse to be used afterwards", async () => {
      const kept = await bench.run((tables) => Promise.resolve(tables))
      await expect(kept.accounts.put(account("a1"))).rejects.toThrow("used after its transaction was over")
      await expect(kept.accounts.get("a1")).rejects.toThrow("used after its transaction was over")
    })

    test("runs alone: fifty at once each add to what the one before left", async () => {
      const order = await Promise.all(
        Array.from({ length: 50 }, (_, index) =>
          bench.run(async ({ clocks }) => {
            const before = (await clocks.get("c1"))?.count ?? 0
            await new Promise(setImmediate)
            await clocks.put({ ...clock("c1", MONDAY), count: before + 1 })
            return [index, before]
          }),
        ),
      )
      expect(order).toEqual(Array.from({ length: 50 }, (_, index) => [index, index]))
      expect((await bench.store.history("clocks", "c1")).map(({ seq }) => seq)).toEqual(
        Array.from({ length: 50 }, (_, index) => index + 1),
      )
    })
  })

  test("what is under way is finished before a store closes, and later work is refused", async () => {
    const under = bench.run(putAll(account("a1")))
    const closed = bench.store.close()
    await expect(bench.run(putAll(account("a2")))).rejects.toThrow("the store is closed")
    await under
    await closed
    await expect(bench.store.history("accounts", "a1")).rejects.toThrow("the store is closed")
    await bench.store.close()
  })
})
