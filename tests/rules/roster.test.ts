import { describe, expect, test } from "vitest"
import {
  hoursOn,
  type Override,
  type Plan,
  type Rota,
  type Shift,
  shiftsBetween,
} from "../../rules/roster.ts"
import { addDays, type Day, dayOf, instantOf, timeOf } from "../../rules/time.ts"
import { china } from "./china.ts"
import { override, rota } from "./rosters.ts"

const plan = (...them: readonly Rota[]): Plan => ({ rotas: them, overrides: [], absences: [], partings: [] })

const shown = ({ personId, from, to }: Pick<Shift, "personId" | "from" | "to">): string =>
  `${dayOf(from).slice(5)} ${timeOf(from)}–${timeOf(to)} ${personId}`

const between = (it: Plan, from: Day, to: Day): readonly string[] =>
  shiftsBetween(china, it, instantOf(from), instantOf(to)).map(shown)

/** Who starts on each of these days. */
const starting = (it: Plan, from: Day, count: number): string =>
  Array.from({ length: count }, (_, index) => addDays(from, index))
    .map((day) =>
      shiftsBetween(china, it, instantOf(day), instantOf(day, "24:00")).find(({ on }) => on === day),
    )
    .map((shift) => shift?.personId ?? "-")
    .join("")

describe("a rota", () => {
  test.each([
    ["day by day", {}, "abcabcabcabcabcabcab"],
    ["every two days", { turn: 2 }, "aabbccaabbccaabbccaa"],
    ["week by week", { turn: 7 }, "aaaaaaabbbbbbbcccccc"],
    // 9–14 February are working days, the Saturday made up; the Spring Festival lasts until the 23rd.
    ["on working days, also the make-up Saturday", { days: "working days" }, "abcabc---------abca"],
    ["on rest days, each the next person", { days: "rest days" }, "------abcabcabc-----"],
    [
      "on working days week by week, by the calendar",
      { days: "working days", turn: 7 },
      "aaaaaa---------ccccc",
    ],
    ["up to a last day", { until: "2026-02-11" }, "abc-----------------"],
    ["from a first day", { from: "2026-02-11" }, "--abcabcabcabcabcabc"],
    ["of one person", { people: ["a"] }, "aaaaaaaaaaaaaaaaaaaa"],
  ] as const)("%s", (_name, changes, expected) => {
    expect(starting(plan(rota(changes)), "2026-02-09", expected.length)).toBe(expected)
  })

  test("crosses midnight, and belongs to the day on which it starts", () => {
    const night = plan(rota({ start: "20:00", end: "08:00" }))
    expect(between(night, "2026-02-10", "2026-02-11")).toEqual(["02-09 20:00–08:00 a", "02-10 20:00–08:00 b"])
    expect(
      shiftsBetween(china, night, instantOf("2026-02-10"), instantOf("2026-02-10", "01:00"))[0]?.on,
    ).toBe("2026-02-09")
  })

  test("lasts a whole day when it ends when it starts", () => {
    expect(hoursOn({ start: "09:00", end: "09:00" }, "2026-02-09")).toEqual({
      from: instantOf("2026-02-09", "09:00"),
      to: instantOf("2026-02-10", "09:00"),
    })
  })

  test("hands over at the minute: who ends is not there any more, who begins is", () => {
    const both = plan(rota(), rota({ id: "n", start: "20:00", end: "08:00", people: ["n"] }))
    const at = (time: string) =>
      shiftsBetween(china, both, instantOf("2026-02-09", time), instantOf("2026-02-09", time) + 1).map(
        ({ personId }) => personId,
      )
    expect([at("19:59"), at("20:00"), at("08:00")]).toEqual([["a"], ["n"], ["a"]])
    const day = shiftsBetween(china, both, instantOf("2026-02-09", "08:00"), instantOf("2026-02-09", "20:00"))
    expect(day.map(({ personId }) => personId)).toEqual(["a"])
  })
})

describe("a change", () => {
  const changed = (...overrides: readonly Override[]): Plan => ({ ...plan(rota()), overrides })

  test("by hand takes everybody's place for its hours alone", () => {
    const it = changed(
      override({ from: instantOf("2026-02-10", "12:00"), to: instantOf("2026-02-10", "14:00") }),
    )
    expect(between(it, "2026-02-10", "2026-02-11")).toEqual([
      "02-10 08:00–12:00 b",
      "02-10 12:00–14:00 d",
      "02-10 14:00–20:00 b",
    ])
  })

  test("to nobody leaves a hole", () => {
    expect(between(changed(override({ personId: null })), "2026-02-10", "2026-02-11")).toEqual([])
  })

  test("that was undone never was", () => {
    expect(between(changed(override({ undoneAt: 1 })), "2026-02-10", "2026-02-11")).toEqual([
      "02-10 08:00–20:00 b",
    ])
  })

  test("made later counts over one made earlier, whatever the clock says", () => {
    const it = changed(
      override({ id: "o2", personId: "e", batch: "b2", step: 2, at: -5 }),
      override({ personId: "d" }),
    )
    expect(between(it, "2026-02-10", "2026-02-11")).toEqual(["02-10 08:00–20:00 e"])
  })

  test("of one step puts two people side by side", () => {
    const it = changed(override(), override({ id: "o2", personId: "e" }))
    expect(between(it, "2026-02-10", "2026-02-11")).toEqual(["02-10 08:00–20:00 d", "02-10 08:00–20:00 e"])
  })

  test("for one of two people on duty leaves the other", () => {
    const it: Plan = {
      ...plan(rota(), rota({ id: "r2", people: ["z"] })),
      overrides: [override({ forId: "z" })],
    }
    expect(between(it, "2026-02-10", "2026-02-11")).toEqual(["02-10 08:00–20:00 b", "02-10 08:00–20:00 d"])
  })

  test("of the deputy leaves the person on duty alone", () => {
    const it = changed(override({ layer: "deputy" }))
    expect(between(it, "2026-02-10", "2026-02-11")).toEqual(["02-10 08:00–20:00 b", "02-10 08:00–20:00 d"])
  })
})

describe("an absence", () => {
  const night = plan(rota({ start: "20:00", end: "08:00" }))

  test("on leave no shift that starts on those days is theirs, and the one from the evening before is", () => {
    const it = { ...night, absences: [{ personId: "b", from: "2026-02-10", to: "2026-02-10" }] }
    expect(between(it, "2026-02-09", "2026-02-12")).toEqual(["02-09 20:00–08:00 a", "02-11 20:00–08:00 c"])
  })

  test("whoever leaves the office leaves the shift at that minute", () => {
    const it = { ...night, partings: [{ personId: "a", at: instantOf("2026-02-10") }] }
    expect(between(it, "2026-02-09", "2026-02-11")).toEqual(["02-09 20:00–00:00 a", "02-10 20:00–08:00 b"])
    expect(starting(it, "2026-02-09", 6)).toBe("abc-bc")
  })
})
