import fc from "fast-check"
import { describe, expect, test } from "vitest"
import {
  type Layer,
  type Override,
  type Plan,
  type Rota,
  rotaDays,
  shiftsBetween,
} from "../../rules/roster.ts"
import { addDays, hours, instantOf, minutes } from "../../rules/time.ts"
import { china } from "./china.ts"
import { naivelyOnDuty } from "./roster-naive.ts"
import { override, rota } from "./rosters.ts"

const START = "2026-02-05"
const person = fc.constantFrom("a", "b", "c", "d")
const day = fc.integer({ min: 0, max: 24 }).map((count) => addDays(START, count))
const time = fc.constantFrom("00:00", "08:00", "12:30", "17:30", "20:00", "23:59")
const layer = fc.constantFrom<Layer>("duty", "deputy")
const moment = fc
  .tuple(day, fc.integer({ min: 0, max: 24 * 60 - 1 }))
  .map(([on, at]) => instantOf(on) + minutes(at))

const anyRota: fc.Arbitrary<Rota> = fc
  .record({
    layer,
    days: fc.constantFrom(...rotaDays),
    start: time,
    end: time,
    people: fc.array(person, { minLength: 1, maxLength: 4 }),
    turn: fc.constantFrom(1, 2, 3, 5, 7, 14),
    from: day,
    until: fc.option(day),
  })
  .map((changes) => rota(changes))

const anyOverride: fc.Arbitrary<Override> = fc
  .record({
    layer,
    from: moment,
    length: fc.integer({ min: 1, max: 30 * 60 }),
    personId: fc.option(person),
    forId: fc.option(person),
    step: fc.integer({ min: 1, max: 4 }),
    undoneAt: fc.option(fc.constant(1), { freq: 5 }),
  })
  .map(({ length, ...changes }) => override({ ...changes, to: changes.from + minutes(length) }))

const anyPlan: fc.Arbitrary<Plan> = fc.record({
  rotas: fc.array(anyRota, { maxLength: 4 }),
  overrides: fc.array(anyOverride, { maxLength: 6 }),
  absences: fc.array(
    fc.record({ personId: person, from: day, to: day }).filter(({ from, to }) => from <= to),
    { maxLength: 3 },
  ),
  partings: fc.uniqueArray(fc.record({ personId: person, at: moment }), {
    maxLength: 1,
    selector: ({ personId }) => personId,
  }),
})

describe("any plan, against one read minute by minute", () => {
  test("the same people are on duty at every moment", () => {
    fc.assert(
      fc.property(anyPlan, layer, fc.array(moment, { minLength: 1, maxLength: 30 }), (it, of, moments) => {
        for (const at of moments) {
          const found = shiftsBetween(china, it, at, at + 1).filter((shift) => shift.layer === of)
          expect(found.map(({ personId }) => personId).sort()).toEqual(naivelyOnDuty(china, it, of, at))
        }
      }),
      { numRuns: 1_500 },
    )
  })

  test("a shift is the same whole shift, whatever part of it is asked for", () => {
    fc.assert(
      fc.property(anyPlan, moment, (it, at) => {
        const whole = shiftsBetween(china, it, at - hours(60), at + hours(60))
        const part = shiftsBetween(china, it, at, at + 1)
        expect(part).toEqual(whole.filter(({ from, to }) => from <= at && at < to))
      }),
      { numRuns: 1_000 },
    )
  })
})
