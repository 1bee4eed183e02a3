import { beforeEach, describe, expect, test } from "vitest"
import { type Calendar, calendarOf } from "../../rules/calendar.ts"
import type { CalendarYear } from "../../rules/year.ts"
import { type Act, act, type App } from "../../services/app.ts"
import { calendar, load, loadMissing } from "../../services/calendar.ts"
import { openMemory } from "../../storage/memory.ts"
import { zh } from "../../text/zh/index.ts"

const now = () => Date.parse("2026-11-16T09:00:00+08:00")

const year = (id: string, changes: Partial<CalendarYear> = {}): CalendarYear => ({
  id,
  holidays: [`${id}-01-01`],
  makeUpDays: [],
  source: `example ${id}`,
  ...changes,
})

const office = async (): Promise<App> => ({
  store: await openMemory({ now }),
  now,
  newId: () => "id",
  text: zh,
  report: () => "reference",
})

const inOne = async <T>(app: App, work: (act: Act) => Promise<T>): Promise<T> => {
  const outcome = await act(app, { by: "command-line", why: "calendar" }, work)
  if (outcome.repeated) throw new Error("nothing was processed before")
  return outcome.value
}

const covered = (calendar: Calendar, day: string): boolean => calendar.covers(day)

let app: App
beforeEach(async () => {
  app = await office()
})

describe("loading notices", () => {
  test("names the years that are new or differ, and only those", async () => {
    expect(await inOne(app, (act) => load(act, [year("2026"), year("2027")]))).toEqual(["2026", "2027"])
    expect(await inOne(app, (act) => load(act, [year("2026"), year("2027")]))).toEqual([])
  })

  test.each([{ holidays: ["2027-02-05"] }, { makeUpDays: ["2027-01-09"] }, { source: "notice" }])(
    "names a year of which %j is different",
    async (changes) => {
      await inOne(app, (act) => load(act, [year("2026"), year("2027")]))
      const changed = year("2027", changes)
      expect(await inOne(app, (act) => load(act, [year("2026"), changed]))).toEqual(["2027"])
      expect(await inOne(app, ({ tables }) => tables.years.get("2027"))).toEqual(changed)
    },
  )

  test("leaves no line in the journal when nothing is new", async () => {
    await inOne(app, (act) => load(act, [year("2027")]))
    await inOne(app, (act) => load(act, [year("2027")]))
    expect(await app.store.history("years", "2027")).toHaveLength(1)
  })

  test("the shipped ones fill what is missing and leave what the office put right", async () => {
    const putRight = year("2026", { holidays: ["2026-01-02"] })
    await inOne(app, (act) => load(act, [putRight]))
    expect(await inOne(app, (act) => loadMissing(act, [year("2025"), year("2026")]))).toEqual(["2025"])
    expect(await inOne(app, ({ tables }) => tables.years.get("2026"))).toEqual(putRight)
  })
})

describe("the calendar of a store", () => {
  test("covers nothing before a notice is loaded", async () => {
    expect(covered(await inOne(app, calendar), "2026-01-01")).toBe(false)
  })

  test("is made once for as long as the notices stay the same", async () => {
    await inOne(app, (act) => load(act, [year("2026"), year("2027")]))
    const first = await inOne(app, calendar)
    expect(await inOne(app, calendar)).toBe(first)
    await inOne(app, (act) => load(act, [year("2026")]))
    expect(await inOne(app, calendar)).toBe(first)
  })

  test("knows a notice as soon as it is loaded, in the same transaction too", async () => {
    await inOne(app, (act) => load(act, [year("2026")]))
    expect(covered(await inOne(app, calendar), "2027-01-01")).toBe(false)
    const within = await inOne(app, async (act) => {
      await load(act, [year("2027")])
      return calendar(act)
    })
    expect(covered(within, "2027-01-01")).toBe(true)
    expect(covered(await inOne(app, calendar), "2027-01-01")).toBe(true)
  })

  test("follows a year that is replaced and a year that is removed", async () => {
    await inOne(app, (act) => load(act, [year("2026"), year("2027")]))
    expect((await inOne(app, calendar)).isWorkingDay("2027-02-05")).toBe(true)
    await inOne(app, (act) => load(act, [year("2027", { holidays: ["2027-02-05"] })]))
    expect((await inOne(app, calendar)).isWorkingDay("2027-02-05")).toBe(false)
    await inOne(app, ({ tables }) => tables.years.remove("2027"))
    expect(covered(await inOne(app, calendar), "2027-02-05")).toBe(false)
  })

  test("forgets a notice whose transaction failed, or was only a rehearsal", async () => {
    await inOne(app, (act) => load(act, [year("2026")]))
    const failing = inOne(app, async (act) => {
      await load(act, [year("2027")])
      expect(covered(await calendar(act), "2027-01-01")).toBe(true)
      throw new Error("the disk is full")
    })
    await expect(failing).rejects.toThrow("the disk is full")
    expect(covered(await inOne(app, calendar), "2027-01-01")).toBe(false)

    const rehearsed = await inOne(app, async (act) => {
      const within = await act.rehearse(async () => {
        await load(act, [year("2027")])
        return covered(await calendar(act), "2027-01-01")
      })
      return [within, covered(await calendar(act), "2027-01-01")]
    })
    expect(rehearsed).toEqual([true, false])
    expect(covered(await inOne(app, calendar), "2027-01-01")).toBe(false)
  })

  test("of one store says nothing about another", async () => {
    const neighbour = await office()
    await inOne(app, (act) => load(act, [year("2026"), year("2027")]))
    await inOne(neighbour, (act) => load(act, [year("2026")]))
    expect(covered(await inOne(app, calendar), "2027-01-01")).toBe(true)
    expect(covered(await inOne(neighbour, calendar), "2027-01-01")).toBe(false)
    expect(covered(await inOne(app, calendar), "2027-01-01")).toBe(true)
  })

  test("counts as one made directly from the same notices", async () => {
    const years = [year("2026"), year("2027", { makeUpDays: ["2027-01-02"] })]
    await inOne(app, (act) => load(act, years))
    const stored = await inOne(app, calendar)
    expect(stored.addWorkingDays("2026-12-30", 2)).toEqual(calendarOf(years).addWorkingDays("2026-12-30", 2))
    expect(stored.addWorkingDays("2026-12-30", 2)).toEqual({ day: "2027-01-02", provisional: false })
  })
})
