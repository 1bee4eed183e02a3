import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { periodsOf, keptIn } from "../../rules/keptperiods.ts"
import { measureNames } from "../../rules/measures/index.ts"
import type { Evidence } from "../../rules/measures/measure.ts"
import { readFrequency } from "../../rules/frequency.ts"
import { minutesOnAverage, nothing, over, ratios, share, summed, tallied } from "../../rules/tally.ts"
import { monthsOf, partsOf, termOf } from "../../rules/term.ts"
import { instantOf } from "../../rules/time.ts"
import { china } from "../rules/china.ts"
import { counted } from "./brute.ts"
import { anyEvidence, NOW } from "./evidence.ts"

const year = termOf("year", "2026-06-01")

describe("the figures of a report", () => {
  test("every one of a year is the sum of its quarters, of its months, and of the rows themselves (WB-47)", () => {
    fc.assert(
      fc.property(anyEvidence, (evidence) => {
        const tally = tallied(evidence, NOW)
        const whole = over(tally, monthsOf(year))
        const quarters = partsOf(year)
        expect(quarters).toHaveLength(4)
        expect(summed(quarters.map((quarter) => over(tally, monthsOf(quarter))))).toEqual(whole)
        expect(summed(monthsOf(year).map((month) => over(tally, [month])))).toEqual(whole)
        expect(whole).toEqual(counted(evidence, "2026-01-01", "2026-12-31", NOW))
        for (const { from, until } of [...quarters, ...quarters.flatMap(partsOf)])
          expect(over(tally, monthsOf({ from, until }))).toEqual(counted(evidence, from, until, NOW))
      }),
      { numRuns: 40 },
    )
  })

  test("of all units together are the sums of those of each", () => {
    fc.assert(
      fc.property(anyEvidence, anyEvidence, (one, other) => {
        const both = Object.fromEntries(
          (Object.keys(one) as (keyof Evidence)[]).map((of) => [of, [...one[of], ...other[of]]]),
        ) as unknown as Evidence
        const months = monthsOf(year)
        const apart = summed([one, other].map((each) => over(tallied(each, NOW), months)))
        expect(over(tallied(both, NOW), months)).toEqual(apart)
      }),
      { numRuns: 20 },
    )
  })

  test("shares come from the sums: three of ten are 30 %, and nothing of nothing is no share (WB-30, LZ-22, XC-24)", () => {
    const march = { ...nothing, posts: 10, originals: 3 }
    expect(share(march, "original")).toBe(0.3)
    expect(share(nothing, "original")).toBe(null)
    // The share of the quarter is not the middle of its months' shares.
    expect(share(summed([march, { ...nothing, posts: 90, originals: 90 }]), "original")).toBe(0.93)
    expect(minutesOnAverage({ ...nothing, taken: 4, minutesToTake: 10 })).toBe(2.5)
    expect(minutesOnAverage(nothing)).toBe(null)
    for (const [part, ...whole] of Object.values(ratios))
      for (const name of [part, ...whole]) expect(measureNames).toContain(name)
  })

  test("both shares are reckoned: what is original, and what was published here first (JX-35)", () => {
    const posts = [
      { at: instantOf("2026-03-02", "09:00"), original: true, first: true },
      { at: instantOf("2026-03-03", "09:00"), original: true },
      { at: instantOf("2026-03-04", "09:00"), original: false },
      { at: instantOf("2026-03-05", "09:00"), original: false },
    ]
    const evidence = { ...none, posts } as unknown as Evidence
    const figures = over(tallied(evidence, NOW), ["2026-03"])
    expect([share(figures, "original"), share(figures, "first")]).toEqual([0.5, 0.25])
  })
})

const none = Object.fromEntries(
  [
    "posts",
    "kept",
    "misses",
    "silences",
    "duties",
    "incidents",
    "breaches",
    "custodies",
    "topics",
    "cases",
    "checks",
    "findings",
  ].map((name) => [name, []]),
)

describe("a period of a quota was kept", () => {
  const kept = (often: string, days: readonly string[], today = "2026-04-01", counts = "posts" as const) => {
    const read = readFrequency(often)
    if (!("ok" in read)) throw new Error(often)
    const rule = { key: "a:B-1", atLeast: read.ok, counts, warn: [] }
    const posts = days.map((day) => ({ at: instantOf(day, "12:00"), original: true }))
    return keptIn(periodsOf(china), rule, posts, today)
  }

  test("when enough was published between its first and its last day", () => {
    expect(kept("2 per week", ["2026-03-02", "2026-03-08", "2026-03-09"])).toEqual(["2026-03-08"])
    expect(kept("1 per month", ["2026-02-28", "2026-03-01"])).toEqual(["2026-02-28", "2026-03-31"])
  })

  test("never on a day of rest where working days are asked for, and never while it runs", () => {
    expect(kept("1 per working day", ["2026-03-07", "2026-03-09"])).toEqual(["2026-03-09"])
    expect(kept("1 per month", ["2026-03-01"], "2026-03-31")).toEqual([])
  })

  test("of a rolling quota none is counted: it has no periods", () => {
    expect(kept("every 14 days", ["2026-03-02"])).toEqual([])
  })
})
