import fc from "fast-check"
import { describe, expect, test } from "vitest"
import type { Frequency, Span } from "../../rules/frequency.ts"
import { firstPeriod, periodAfter, periodOf } from "../../rules/period.ts"
import { addDays } from "../../rules/time.ts"
import { china } from "./china.ts"

const per = (span: Span): Frequency => ({ kind: "per", count: 1, span })
const every = (days: number): Frequency => ({ kind: "every", days })
const firm = (from: string, until: string) => ({ from, until, provisional: false })

describe("the period that holds a day", () => {
  test.each<[Frequency, string, string, string]>([
    [per("day"), "2026-02-18", "2026-02-18", "2026-02-18"],
    [per("week"), "2026-02-16", "2026-02-16", "2026-02-22"],
    [per("week"), "2026-02-22", "2026-02-16", "2026-02-22"],
    [per("week"), "2026-01-01", "2025-12-29", "2026-01-04"],
    [per("month"), "2026-02-01", "2026-02-01", "2026-02-28"],
    [per("month"), "2024-02-29", "2024-02-01", "2024-02-29"],
    [per("month"), "2026-12-31", "2026-12-01", "2026-12-31"],
    [per("quarter"), "2026-01-01", "2026-01-01", "2026-03-31"],
    [per("quarter"), "2026-03-31", "2026-01-01", "2026-03-31"],
    [per("quarter"), "2026-04-01", "2026-04-01", "2026-06-30"],
    [per("quarter"), "2026-11-11", "2026-10-01", "2026-12-31"],
    [per("year"), "2026-01-01", "2026-01-01", "2026-12-31"],
    [per("year"), "2026-12-31", "2026-01-01", "2026-12-31"],
    [per("working day"), "2026-02-14", "2026-02-14", "2026-02-14"],
  ])("%j on %s runs from %s to %s", (frequency, day, from, until) => {
    expect(periodOf(china, frequency, day)).toEqual(firm(from, until))
  })

  test("on a rest day the working-day period is that of the next working day", () => {
    expect(periodOf(china, per("working day"), "2026-02-15")).toEqual(firm("2026-02-24", "2026-02-24"))
  })

  test("a rolling period is counted from the last post, whose day does not count", () => {
    expect(periodOf(china, every(14), "2026-02-10")).toEqual(firm("2026-02-11", "2026-02-24"))
    expect(periodOf(china, every(1), "2026-02-10")).toEqual(firm("2026-02-11", "2026-02-11"))
  })

  test.each([
    [1, "2026-01-31", "2026-02-01", "2026-02-28"],
    [1, "2024-01-30", "2024-01-31", "2024-02-29"],
    [3, "2026-11-30", "2026-12-01", "2027-02-28"],
    [12, "2024-02-29", "2024-03-01", "2025-02-28"],
  ])("every %i months after %s runs from %s to %s", (months, day, from, until) => {
    expect(periodOf(china, { kind: "every", months }, day)).toEqual(firm(from, until))
  })

  test("only a working-day period can be provisional", () => {
    expect(periodOf(china, per("working day"), "2027-03-01").provisional).toBe(true)
    expect(periodOf(china, per("working day"), "2026-12-31").provisional).toBe(false)
    expect(periodOf(china, per("week"), "2027-03-01").provisional).toBe(false)
  })
})

describe("the next period", () => {
  test.each<[Frequency, string, string, string]>([
    [per("day"), "2026-02-28", "2026-03-01", "2026-03-01"],
    [per("week"), "2026-02-22", "2026-02-23", "2026-03-01"],
    [per("month"), "2026-12-31", "2027-01-01", "2027-01-31"],
    [per("quarter"), "2026-03-31", "2026-04-01", "2026-06-30"],
    [per("year"), "2026-12-31", "2027-01-01", "2027-12-31"],
    [per("working day"), "2026-02-13", "2026-02-14", "2026-02-14"],
    [per("working day"), "2026-02-14", "2026-02-24", "2026-02-24"],
    [every(14), "2026-02-24", "2026-02-25", "2026-03-10"],
  ])("%j after %s runs from %s to %s", (frequency, ended, from, until) => {
    expect(periodAfter(china, frequency, { until: ended })).toEqual(firm(from, until))
  })

  test("periods follow each other without a hole and without an overlap", () => {
    const spans = fc.constantFrom<Span[]>("day", "week", "month", "quarter", "year")
    const frequencies = fc.oneof(spans.map(per), fc.integer({ min: 1, max: 400 }).map(every))
    fc.assert(
      fc.property(frequencies, fc.integer({ min: 0, max: 9_000 }), (frequency, index) => {
        const period = periodOf(china, frequency, addDays("2004-01-01", index))
        const next = periodAfter(china, frequency, period)
        expect(next.from).toBe(addDays(period.until, 1))
        expect(next.until >= next.from).toBe(true)
      }),
    )
  })
})

describe("the first period of a new account", () => {
  test.each<[name: string, Frequency, string, string, string]>([
    ["live on a Wednesday, the next week", per("week"), "2026-03-04", "2026-03-09", "2026-03-15"],
    ["live on a Monday, the next week", per("week"), "2026-03-02", "2026-03-09", "2026-03-15"],
    ["live on the 30th, the next month", per("month"), "2026-03-30", "2026-04-01", "2026-04-30"],
    ["live in August, the last quarter", per("quarter"), "2026-08-08", "2026-10-01", "2026-12-31"],
    ["live in 2026, the year 2027", per("year"), "2026-05-01", "2027-01-01", "2027-12-31"],
    ["live on a working day, the next one", per("working day"), "2026-02-13", "2026-02-14", "2026-02-14"],
    [
      "live on a rest day, the next working day",
      per("working day"),
      "2026-02-18",
      "2026-02-24",
      "2026-02-24",
    ],
    ["the 14 days begin at once", every(14), "2026-02-10", "2026-02-11", "2026-02-24"],
  ])("%s", (_name, frequency, live, from, until) => {
    expect(firstPeriod(china, frequency, live)).toEqual(firm(from, until))
  })
})
