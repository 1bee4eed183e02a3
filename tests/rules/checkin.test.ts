import { describe, expect, test } from "vitest"
import { asked, begun, type Checkin, declined, here, missed, stepOf, untimely } from "../../rules/checkin.ts"
import { Rulebook } from "../../rules/rulebook.ts"
import type { Shift } from "../../rules/roster.ts"
import { stackFor } from "../../rules/stack.ts"
import { hours, instantOf, minutes } from "../../rules/time.ts"
import { planned, timesFor, turnsIn } from "../../rules/turns.ts"
import { shipped } from "./books.ts"

const TIMES = { before: minutes(30), after: minutes(15), each: minutes(10), layers: ["duty"] as const }
const START = instantOf("2026-03-02", "20:00")
const END = instantOf("2026-03-03", "08:00")
const at = (time: string, day = "2026-03-02") => instantOf(day, time)

const due = begun({
  id: "c",
  unitId: "u",
  personId: "a",
  layer: "duty",
  from: START,
  to: END,
  askAt: START - TIMES.before,
})
const waitsAt = (now: number): Checkin => asked(due, TIMES, now)

describe("the window of a check-in", () => {
  test("comes from the rulebooks: the house's figures where they give none", () => {
    expect(timesFor(stackFor({ rulebooks: ["longzihu"] }, [], shipped), "county-government")).toEqual(TIMES)
    expect(timesFor(stackFor({ rulebooks: [] }, [], shipped), "county-government")).toEqual(TIMES)
  })

  test.each([
    ["19:29", "early"],
    ["19:30", null],
    ["20:14", null],
    ["07:59", null],
    ["08:00", "over"],
  ] as const)("before it is asked for, at %s it is %s", (time, expected) => {
    expect(untimely(due, at(time, time < "12:00" ? "2026-03-03" : "2026-03-02"))).toBe(expected)
  })

  test.each([
    ["19:30", "in"],
    ["20:00", "in"],
    ["20:14", "in"],
    ["20:15", "late"],
    ["23:00", "late"],
  ] as const)("a tap at %s is %s", (time, state) => {
    expect(here(waitsAt(START - TIMES.before), at(time)).state).toBe(state)
  })

  test("begins anew for whoever is asked only after the start", () => {
    expect(waitsAt(at("20:40")).until).toBe(at("20:55"))
    expect(here(waitsAt(at("20:40")), at("20:54")).state).toBe("in")
  })

  test.each([
    ["19:29", null],
    ["19:30", "ask"],
    ["20:30", "ask"],
  ] as const)("at %s the clock does %s", (time, step) => {
    expect(stepOf(due, at(time))).toBe(step)
  })

  test("that passes without a tap is missed, then told, and ends with the shift", () => {
    const waiting = waitsAt(at("19:30"))
    expect(stepOf(waiting, at("20:14"))).toBeNull()
    expect(stepOf(waiting, at("20:15"))).toBe("miss")
    const absent = missed(waiting, ["p", "q"], TIMES, at("20:15"))
    expect(absent.dueAt).toBe(at("20:25"))
    expect(declined(absent, "p", at("20:16")).dueAt).toBe(at("20:25"))
    const both = declined(declined(absent, "p", at("20:16")), "q", at("20:17"))
    expect([both.dueAt, stepOf(both, at("20:17"))]).toEqual([at("20:17"), "raise"])
    expect(stepOf(absent, END)).toBe("end")
  })
})

const shift = (personId: string, from: string, to: string, layer: Shift["layer"] = "duty"): Shift => ({
  unitId: "u",
  layer,
  personId,
  from: at(from.slice(11), from.slice(0, 10)),
  to: at(to.slice(11), to.slice(0, 10)),
  on: from.slice(0, 10),
})

describe("turns", () => {
  test("are the shifts that one person has without a break, of duty people alone", () => {
    expect(
      turnsIn([
        shift("a", "2026-03-02 08:00", "2026-03-02 20:00"),
        shift("p", "2026-03-02 08:00", "2026-03-02 20:00", "deputy"),
        shift("b", "2026-03-02 20:00", "2026-03-03 08:00"),
        shift("b", "2026-03-03 08:00", "2026-03-03 20:00"),
        shift("a", "2026-03-03 20:00", "2026-03-04 08:00"),
      ]).map(({ personId, from, to }) => [personId, (to - from) / hours(1)]),
    ).toEqual([
      ["a", 12],
      ["b", 24],
      ["a", 12],
    ])
  })

  test("are those of deputies and leaders too, where the house wants it: each layer by itself", () => {
    const shifts = [
      shift("a", "2026-03-02 20:00", "2026-03-03 08:00", "deputy"),
      shift("a", "2026-03-03 08:00", "2026-03-03 20:00"),
      shift("l", "2026-03-02 20:00", "2026-03-03 08:00", "leader"),
    ]
    expect(turnsIn(shifts, ["duty", "deputy"]).map(({ layer, personId }) => [layer, personId])).toEqual([
      ["deputy", "a"],
      ["duty", "a"],
    ])
    const house = { id: "own", title: "本单位", issuer: "本单位", status: "in-force" as const }
    const figure = { id: "O-1", for: "duty" as const, says: "副班、带班领导也签到" }
    const book = Rulebook.parse({
      ...house,
      figures: [{ ...figure, checksIn: ["duty", "deputy", "leader"] }],
    })
    const stack = stackFor({ rulebooks: ["longzihu", "own"] }, [], [...shipped, book])
    expect(timesFor(stack, "county-government")?.layers).toEqual(["duty", "deputy", "leader"])
  })

  const plan = (known: readonly Checkin[], turns: readonly Shift[], now: number, seenUntil = 0) => {
    let ids = 0
    const wanted = { known, turns: turnsIn(turns), times: TIMES, seenUntil, unitId: "u" }
    return planned(wanted, () => `n${(ids += 1)}`, now)
  }
  const night = shift("a", "2026-03-02 20:00", "2026-03-03 08:00")

  test("that are known already change nothing", () => {
    expect(plan([due], [night], at("10:00"))).toEqual([])
    expect(plan([waitsAt(at("19:30"))], [night], at("19:40"))).toEqual([])
  })

  test("that were moved take their question along, and keep who has answered it", () => {
    const later = shift("a", "2026-03-02 21:00", "2026-03-03 08:00")
    expect(plan([due], [later], at("10:00"))).toMatchObject([{ id: "c", dueAt: at("20:30") }])
    expect(plan([waitsAt(at("19:30"))], [later], at("19:40"))).toMatchObject([{ until: at("21:15") }])
    const longer = shift("a", "2026-03-02 20:00", "2026-03-03 20:00")
    expect(plan([here(waitsAt(at("19:30")), at("19:40"))], [longer], at("22:00"))).toMatchObject([
      { id: "c", state: "in", to: at("20:00", "2026-03-03") },
    ])
  })

  test("that went to somebody else are void before their tap, and end after it", () => {
    const theirs = shift("b", "2026-03-02 20:00", "2026-03-03 08:00")
    expect(plan([due], [theirs], at("10:00"))).toMatchObject([
      { id: "n1", personId: "b", state: "due" },
      { id: "c", state: "void", dueAt: null },
    ])
    const rest = shift("b", "2026-03-02 23:00", "2026-03-03 08:00")
    expect(plan([here(waitsAt(at("19:30")), at("19:40"))], [rest], at("23:00"))).toMatchObject([
      { id: "n1", personId: "b" },
      { id: "c", state: "in", to: at("23:00") },
    ])
  })

  test("that ran before they were entered are asked for no more; those of a time nobody looked at are", () => {
    expect(plan([], [night], at("23:00"), at("23:00"))).toEqual([])
    expect(plan([], [night], at("23:00"), at("12:00"))).toMatchObject([{ state: "due" }])
  })
})
