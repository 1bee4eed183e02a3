import type { Absence, Rota } from "../../rules/roster.ts"
import { addDays, type Day, type Instant, instantOf, minutes } from "../../rules/time.ts"
import { rota } from "../rules/rosters.ts"
import { Dice } from "../torture/dice.ts"

/** What happens at a minute after the start. */
export type Happening =
  | { readonly at: number; readonly do: "tap" | "decline"; readonly who: string }
  | { readonly at: number; readonly do: "leave"; readonly absence: Absence }
  /** The bot is away; what people do meanwhile reaches it afterwards, before or after it has looked at the clock. */
  | { readonly at: number; readonly do: "down"; readonly until: number; readonly clockFirst: boolean }

export interface Scenario {
  readonly seed: number
  readonly start: Instant
  /** In minutes: from when on people are asked, until when they answer, and how long whoever may step in has. */
  readonly before: number
  readonly after: number
  readonly each: number
  readonly rotas: readonly Rota[]
  readonly absences: readonly Absence[]
  readonly unreachable: readonly string[]
  readonly leaders: readonly string[]
  readonly chiefs: readonly string[]
  readonly happenings: readonly Happening[]
  readonly until: number
}

export const names = ["a", "b", "c", "d", "e"] as const
const times = ["00:00", "06:00", "08:00", "12:30", "17:30", "20:00"]

const rotaBy = (dice: Dice, on: Day, at: number): Rota =>
  rota({
    id: `r${at}`,
    layer: at === 0 ? "duty" : dice.one(["duty", "deputy", "deputy"] as const),
    days: dice.one(["every day", "every day", "working days", "rest days"] as const),
    start: dice.one(times),
    end: dice.one(times),
    people: Array.from({ length: 1 + dice.below(3) }, () => dice.one(names)),
    turn: dice.one([1, 1, 2, 7]),
    from: addDays(on, -dice.below(4)),
    until: null,
  })

const happeningBy = (dice: Dice, on: Day, at: number): Happening => {
  const roll = dice.next()
  if (roll < 0.62) return { at, do: "tap", who: dice.one(names) }
  if (roll < 0.82) return { at, do: "decline", who: dice.one(names) }
  if (roll < 0.9) {
    const from = addDays(on, 1 + dice.below(3))
    return { at, do: "leave", absence: { personId: dice.one(names), from, to: addDays(from, dice.below(2)) } }
  }
  const long = dice.next() < 0.7 ? 60 : 900
  return { at, do: "down", until: at + 1 + dice.below(long), clockFirst: dice.next() < 0.5 }
}

/** Everything of one scenario, from one number: people come and go around the times at which shifts begin. */
export const scenarioBy = (seed: number): Scenario => {
  const dice = new Dice(seed)
  const on = addDays("2026-02-10", dice.below(40))
  const start = instantOf(on) + minutes(dice.below(24 * 60))
  const until = 2 * 24 * 60
  const rotas = Array.from({ length: 1 + dice.below(4) }, (_, at) => rotaBy(dice, on, at))
  const happenings = Array.from({ length: dice.below(26) }, () => {
    const begins = instantOf(addDays(on, dice.below(3)), dice.one(rotas).start)
    const around = (begins - start) / minutes(1) + dice.below(80) - 45
    return happeningBy(dice, on, around > 0 && around < until ? around : dice.below(until))
  })
  return {
    seed,
    start,
    before: dice.one([30, 30, 10, 45]),
    after: dice.one([15, 15, 5, 30]),
    each: dice.one([10, 10, 1, 20]),
    rotas,
    absences: names.flatMap((personId) =>
      dice.next() < 0.1 ? [{ personId, from: addDays(on, -1), to: addDays(on, dice.below(3)) }] : [],
    ),
    unreachable: [...names, "x"].filter(() => dice.next() < 0.12),
    leaders: names.filter(() => dice.next() < 0.25),
    chiefs: names.filter(() => dice.next() < 0.2),
    happenings: happenings.sort((a, b) => a.at - b.at),
    until,
  }
}
