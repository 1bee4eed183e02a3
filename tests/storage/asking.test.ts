import { describe, expect, test } from "vitest"
import { days } from "../../rules/time.ts"
import { about, account, clock, MONDAY } from "./cast.ts"
import { everyDriver, ids, putAll } from "./contract.ts"

everyDriver((bench) => {
  describe("asking", () => {
    test("an index gives its rows in order of id, and leaves out those without a value", async () => {
      await bench.run(
        putAll(
          account("a10", { custodian: { name: "王", personId: "wang" } }),
          account("a1", { custodian: { name: "王", personId: "wang" } }),
          account("a2", { custodian: { name: "外包", personId: null } }),
          account("a3", { custodian: null }),
        ),
      )
      expect(ids(await bench.run(({ accounts }) => accounts.where("custodian", "wang")))).toEqual([
        "a1",
        "a10",
      ])
      expect(await bench.run(({ accounts }) => accounts.where("custodian", "wan"))).toEqual([])
      expect(await bench.run(({ accounts }) => accounts.where("custodian", ""))).toEqual([])
    })

    test("a long list that is asked for while it changes stays in order, and a list handed out stays as it was", async () => {
      const kept = { custodian: { name: "王", personId: "wang" } }
      // Every number below 61 once, in no order.
      const names = Array.from({ length: 60 }, (_, at) => `a${String(((at + 1) * 17) % 61).padStart(2, "0")}`)
      const found = await bench.run(async ({ accounts }) => {
        const lists = []
        for (const name of names) {
          await accounts.put(account(name, kept))
          lists.push(await accounts.where("custodian", "wang"))
        }
        await accounts.remove("a30")
        lists.push(await accounts.where("custodian", "wang"))
        await accounts.put(account("a31", { ...kept, name: "改了名" }))
        await accounts.put(account("a32", { custodian: null }))
        // Changed more than once since it was asked for.
        await accounts.put(account("a30", kept))
        lists.push(await accounts.where("custodian", "wang"))
        return lists
      })
      const sorted = [...names].sort()
      for (const at of [31, 32, 45, 59]) expect(ids(found[at] ?? [])).toEqual(names.slice(0, at + 1).sort())
      expect(ids(found[60] ?? [])).toEqual(sorted.filter((name) => name !== "a30"))
      expect(ids(found[61] ?? [])).toEqual(sorted.filter((name) => name !== "a32"))
      expect(found[61]?.find(({ id }) => id === "a31")?.name).toBe("改了名")
      expect(found[59]?.find(({ id }) => id === "a31")?.name).not.toBe("改了名")
    })

    test("what is due comes soonest first, ties in order of id, no more than asked for", async () => {
      await bench.run(async ({ clocks }) => {
        await clocks.put(clock("late", MONDAY - days(2)))
        await clocks.put(clock("b", MONDAY))
        await clocks.put(clock("a", MONDAY))
        await clocks.put(clock("soon", MONDAY + 1))
      })
      const due = (at: number, limit: number) =>
        bench.run(async ({ clocks }) => ids(await clocks.due(at, limit)))
      expect(await due(MONDAY, 9)).toEqual(["late", "a", "b"])
      expect(await due(MONDAY, 2)).toEqual(["late", "a"])
      expect(await due(MONDAY - days(3), 9)).toEqual([])
      expect(await due(MONDAY, 0)).toEqual([])
      await bench.run(({ clocks }) => clocks.put(clock("late", MONDAY + days(1))))
      expect(await due(MONDAY + days(1), 9)).toEqual(["a", "b", "soon", "late"])
    })

    test("a row whose dueAt is null is never due", async () => {
      const row = {
        id: "p",
        name: "李静",
        unitId: "u",
        user: null,
        chat: null,
        reachable: true,
        since: MONDAY,
      }
      await bench.run(({ persons }) => persons.put({ ...row, state: "active" }))
      expect(await bench.run(({ persons }) => persons.due(Infinity, 9))).toEqual([])
      expect(ids(await bench.run(({ persons }) => persons.all()))).toEqual(["p"])
    })
  })

  describe("a rehearsal", () => {
    test("gives its value and leaves no trace", async () => {
      await bench.run(putAll(account("a1")))
      const seen = await bench.store.transaction(about(), async (tables, rehearse) => {
        await putAll(account("a3"), account("a1", { name: "Before" }))(tables)
        const part = await rehearse(async () => {
          await putAll(account("a2"), account("a1", { unitId: "health" }))(tables)
          await tables.accounts.remove("a3")
          return ids(await tables.accounts.where("unit", "health"))
        })
        return { part, after: ids(await tables.accounts.all()) }
      })
      expect(seen).toEqual({ repeated: false, value: { part: ["a1"], after: ["a1", "a3"] } })
      expect(await bench.run(({ accounts }) => accounts.get("a1"))).toEqual(account("a1", { name: "Before" }))
      expect(await bench.store.history("accounts", "a2")).toEqual([])
    })

    test("that throws leaves no trace either, and its transaction may go on", async () => {
      await bench.store.transaction(about(), async (tables, rehearse) => {
        const fail = rehearse(async () => {
          await putAll(account("a1"))(tables)
          throw new Error("no")
        })
        await expect(fail).rejects.toThrow("no")
        await putAll(account("a2"))(tables)
      })
      expect(await bench.accounts()).toEqual(["a2"])
    })
  })
})
