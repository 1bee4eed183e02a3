import fc from "fast-check"
import { LegalHoliday, SolarDay } from "tyme4ts"
import { describe, expect, test } from "vitest"
import { addDays, type Day, daysBetween, weekdayOf } from "../../rules/time.ts"
import { china, shippedYears } from "./china.ts"

const holidays = new Set(shippedYears.flatMap((year) => year.holidays))
const makeUpDays = new Set(shippedYears.flatMap((year) => year.makeUpDays))

const works = (day: Day): boolean => makeUpDays.has(day) || (weekdayOf(day) <= 5 && !holidays.has(day))
const loaded = (day: Day): boolean => day >= "2004-01-01" && day <= "2026-12-31"

/** Counts on the fingers, day by day. */
const naive = (day: Day, count: number): { day: Day; provisional: boolean } => {
  let [at, left, provisional] = [day, Math.abs(count), false]
  while (left > 0) {
    at = addDays(at, Math.sign(count))
    provisional ||= !loaded(at)
    if (works(at)) left -= 1
  }
  return { day: at, provisional }
}

const between = (from: Day, until: Day): Day[] =>
  Array.from({ length: Math.max(0, daysBetween(from, until) + 1) }, (_, index) => addDays(from, index))

const anyDay = fc
  .oneof(
    { weight: 3, arbitrary: fc.integer({ min: 0, max: daysBetween("2002-01-01", "2030-12-31") }) },
    // The turns of the years, and the edges of what is loaded.
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.integer({ min: 2003, max: 2028 }), fc.integer({ min: -8, max: 8 }))
        .map(([year, shift]) => daysBetween("2002-01-01", `${year}-01-01`) + shift),
    },
  )
  .map((index) => addDays("2002-01-01", index))

describe("the calendar against counting day by day", () => {
  test("adding working days, forward and backward, over year ends and into years not loaded", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -600, max: 600 }), (day, count) => {
        expect(china.addWorkingDays(day, count)).toEqual(naive(day, count))
      }),
      { numRuns: 1_000 },
    )
  })

  test("the working days between two days, in both directions", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -800, max: 800 }), (from, shift) => {
        const to = addDays(from, shift)
        const counted =
          shift >= 0
            ? between(addDays(from, 1), to).filter(works).length
            : -between(to, addDays(from, -1)).filter(works).length
        expect(china.workingDaysBetween(from, to) + 0).toBe(counted + 0)
      }),
      { numRuns: 300 },
    )
  })

  test("the working days of a period, both ends included", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 800 }), (from, length) => {
        const until = addDays(from, length)
        expect(china.workingDaysIn(from, until)).toBe(between(from, until).filter(works).length)
      }),
      { numRuns: 300 },
    )
  })

  test("the neighbours of a day", () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const next = naive(day, 1).day
        expect(china.isWorkingDay(day)).toBe(works(day))
        expect(china.nextWorkingDay(day)).toBe(next)
        expect(china.workingDayOnOrAfter(day)).toBe(works(day) ? day : next)
        expect(china.workingDayOnOrBefore(day)).toBe(works(day) ? day : naive(day, -1).day)
      }),
      { numRuns: 500 },
    )
  })

  test("there and back again", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -2_000, max: 2_000 }), (day, count) => {
        const { day: found } = china.addWorkingDays(day, count)
        expect(china.workingDaysBetween(day, found) + 0).toBe(count)
      }),
    )
  })
})

test("every day from 2020 to 2026 is what a second source says it is", () => {
  const differing = between("2020-01-01", "2026-12-31").filter((day) => {
    const [year = 0, month = 0, date = 0] = day.split("-").map(Number)
    const legal = LegalHoliday.fromYmd(year, month, date)
    const weekday = SolarDay.fromYmd(year, month, date).getWeek().getIndex()
    const expected = legal ? legal.isWork() : weekday >= 1 && weekday <= 5
    return china.isWorkingDay(day) !== expected
  })
  expect(differing).toEqual([])
})
