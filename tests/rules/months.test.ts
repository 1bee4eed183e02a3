import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { elapsed, lapse, type QuotaRule, running } from "../../rules/running.ts"
import { addDays, type Day, endOf, instantOf } from "../../rules/time.ts"
import { china } from "./china.ts"

const every = (months: number): QuotaRule => ({
  key: "b:M",
  atLeast: { kind: "every", months },
  counts: "posts",
  warn: [4, 2, 1],
})
const known = (last: Day) => ({
  accountId: "a",
  start: "2020-01-01",
  posts: [{ at: instantOf(last, "10:00"), original: true }],
})

describe("a quota of months", () => {
  test.each([
    [3, "2026-02-28", "2026-03-01", "2026-05-28"],
    [3, "2026-05-28", "2026-03-01", "2026-05-28"],
    [3, "2026-05-29", "2026-05-29", "2026-08-28"],
    [1, "2026-02-28", "2026-03-01", "2026-03-28"],
  ])("every %i months, on %s, runs by the calendar from the last post on", (months, today, from, until) => {
    expect(running(china, every(months), known("2026-02-28"), today)).toMatchObject({
      from,
      until,
      needed: 1,
    })
  })

  test("one period begins where the other ended, however one comes there", () => {
    const day = fc.integer({ min: 0, max: 800 }).map((count) => addDays("2026-01-01", count))
    fc.assert(
      fc.property(day, fc.nat(900), fc.integer({ min: 1, max: 14 }), (last, later, months) => {
        const rule = every(months)
        const today = addDays(last, later)
        let clock = running(china, rule, known(last), last)
        const past = []
        while (clock.until < today) {
          past.push({ from: clock.from, until: clock.until })
          clock = lapse(china, rule, clock, endOf(clock.until)).next
        }
        expect(running(china, rule, known(last), today)).toEqual(clock)
        expect(elapsed(rule, known(last), today)).toEqual(past.slice(-26))
      }),
    )
  })
})
