import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { type Cover, holesIn, newsIn, spokenFor } from "../../rules/coverage.ts"
import { common, joined, without } from "../../rules/interval.ts"
import { covers } from "../../rules/kinds/roster.ts"
import type { Plan, Rota } from "../../rules/roster.ts"
import { dayOf, instantOf, timeOf } from "../../rules/time.ts"
import { china } from "./china.ts"
import { override, rota } from "./rosters.ts"

const plan = (...rotas: readonly Rota[]): Plan => ({ rotas, overrides: [], absences: [], partings: [] })
const day = rota()
const night = (start = "20:00") => rota({ id: "n", start, end: "08:00" })

const within = { from: instantOf("2026-02-09", "08:00"), to: instantOf("2026-02-12", "08:00") }
const holes = (it: Plan, cover: Cover): readonly string[] =>
  holesIn(china, it, cover, within).map(
    ({ from, to }) => `${dayOf(from).slice(8)} ${timeOf(from)}–${dayOf(to).slice(8)} ${timeOf(to)}`,
  )

describe("around the clock", () => {
  test("08–20 and 20–08 leave nothing open, not even a minute (LZ-53)", () => {
    expect(holes(plan(day, night()), "around the clock")).toEqual([])
  })

  test("08–20 and 21–08 leave 20:00–21:00 open every evening (LZ-53)", () => {
    expect(holes(plan(day, night("21:00")), "around the clock")).toEqual([
      "09 20:00–09 21:00",
      "10 20:00–10 21:00",
      "11 20:00–11 21:00",
    ])
  })

  test("a deputy fills nothing", () => {
    expect(holes(plan(day, rota({ ...night(), layer: "deputy" })), "around the clock")).toHaveLength(3)
  })

  test("no roster at all is one hole", () => {
    expect(holes(plan(), "around the clock")).toEqual(["09 08:00–12 08:00"])
  })
})

describe("every day", () => {
  test("somebody for an hour a day is enough (XC-38)", () => {
    expect(holes(plan(rota({ start: "09:00", end: "10:00" })), "every day")).toEqual([])
  })

  test("a day without anybody is a hole as a whole day (XC-38)", () => {
    const skips = override({ personId: null, from: instantOf("2026-02-10"), to: instantOf("2026-02-11") })
    expect(holes({ ...plan(day), overrides: [skips] }, "every day")).toEqual(["10 00:00–11 00:00"])
  })

  test("today has been seen to when the shift is over already", () => {
    const early = plan(rota({ start: "06:00", end: "07:00" }))
    expect(holes(early, "every day")).toEqual([])
  })
})

describe("as arranged", () => {
  test("nothing is asked beyond what was arranged (JX-41, SJ-34)", () => {
    expect(holes(plan(day), "as arranged")).toEqual([])
    expect(holes(plan(), "as arranged")).toEqual([])
  })

  test("who is away from an arranged shift leaves a hole (JX-41, SJ-34)", () => {
    const away = { ...plan(day), absences: [{ personId: "b", from: "2026-02-10", to: "2026-02-10" }] }
    expect(holes(away, "as arranged")).toEqual(["10 08:00–10 20:00"])
  })

  test("an hour that was left empty on purpose is no hole", () => {
    expect(holes({ ...plan(day), overrides: [override({ personId: null })] }, "as arranged")).toEqual([])
  })
})

test("rotas of working days speak for working days, from their first start", () => {
  const spoken = spokenFor(china, [rota({ days: "working days" })], {
    from: instantOf("2026-02-13"),
    to: instantOf("2026-02-25"),
  })
  expect(spoken.map(({ from, to }) => [dayOf(from), timeOf(from), dayOf(to), timeOf(to)])).toEqual([
    ["2026-02-13", "00:00", "2026-02-15", "08:00"],
    ["2026-02-24", "08:00", "2026-02-25", "00:00"],
  ])
})

describe("news", () => {
  const hole = (day: string, from = "20:00", to = "21:00") => ({
    from: instantOf(day, from),
    to: instantOf(day, to),
  })
  const seenUntil = instantOf("2026-02-17")
  const news = (...holes: readonly ReturnType<typeof hole>[]) =>
    newsIn(holes, { told: [hole("2026-02-10")], seenUntil })

  test("is a hole of which nobody was told", () => {
    expect(news(hole("2026-02-10"))).toEqual([])
    expect(news(hole("2026-02-11"))).toEqual([hole("2026-02-11")])
    expect(news(hole("2026-02-10", "20:00", "22:00"))).toEqual([hole("2026-02-10", "20:00", "22:00")])
  })

  test("is not that a known hole is there on later days too, which come into sight", () => {
    expect(news(hole("2026-02-18"))).toEqual([])
    expect(news(hole("2026-02-18", "20:00", "20:30"))).toEqual([hole("2026-02-18", "20:00", "20:30")])
  })

  test("is not that a hole at the edge of what is seen goes on", () => {
    const edge = { from: instantOf("2026-02-16"), to: seenUntil }
    expect(newsIn([{ ...edge, to: instantOf("2026-02-18") }], { told: [edge], seenUntil })).toEqual([])
  })
})

const minute = fc.integer({ min: 0, max: 60 })
const pieces = fc.array(
  fc.tuple(minute, minute).map(([from, to]) => ({ from, to })),
  { maxLength: 6 },
)
const has = (them: readonly { from: number; to: number }[], at: number) =>
  them.some(({ from, to }) => from <= at && at < to)

test("times are joined, taken away and shared as minutes are", () => {
  fc.assert(
    fc.property(pieces, pieces, (a, b) => {
      for (let at = 0; at <= 60; at++) {
        expect(has(joined(a), at)).toBe(has(a, at))
        expect(has(without(a, b), at)).toBe(has(a, at) && !has(b, at))
        expect(has(common(a, b), at)).toBe(has(a, at) && has(b, at))
      }
      const inOrder = joined(a)
      expect(inOrder.every(({ from }, index) => from > (inOrder[index - 1]?.to ?? -1))).toBe(true)
    }),
  )
})

test("the more is asked, the more is missing", () => {
  for (const it of [plan(day), plan(night("21:00")), plan(rota({ days: "working days" }))]) {
    const lengths = covers.map((cover) =>
      holesIn(china, it, cover, within).reduce((sum, { from, to }) => sum + to - from, 0),
    )
    expect([...lengths].sort((a, b) => a - b)).toEqual(lengths)
  }
})
