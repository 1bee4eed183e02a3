import type { Ladder } from "../../rules/ladder.ts"
import type { Absence, Layer, Override, Rota } from "../../rules/roster.ts"
import { addDays, type Day, dayOf, type Instant, instantOf, minutes } from "../../rules/time.ts"
import { override, rota } from "../rules/rosters.ts"
import { Dice } from "../torture/dice.ts"

/** The offices a ladder calls; whoever is above takes the call of the last. */
export const offices = ["duty", "leader", "chief"] as const
export type Office = (typeof offices)[number]

export interface Somebody {
  readonly id: string
  readonly holds: readonly Office[]
  /** Of an operating company, which may not be called. */
  readonly outside: boolean
}

export interface InPlace {
  readonly office: Office
  readonly forId: string
  readonly personId: string
  readonly from: Day
  readonly to: Day
}

/** What is known of people at a moment. */
export interface Facts {
  readonly rotas: readonly Rota[]
  readonly overrides: readonly Override[]
  readonly absences: readonly Absence[]
  readonly unreachable: readonly string[]
}

export type Press = "take" | "pass" | "help" | "undo" | "still" | "progress" | "close"

/** What people of an operating company are refused. */
export const forOwnPeople: readonly Press[] = ["take", "help", "progress", "close"]

/** What happens at a minute after the incident was reported. */
export type Happening =
  | { readonly at: number; readonly do: Press; readonly who: string }
  | { readonly at: number; readonly do: "block" | "unblock" | "return"; readonly who: string }
  | { readonly at: number; readonly do: "leave"; readonly who: string; readonly from: Day; readonly to: Day }
  | { readonly at: number; readonly do: "give"; readonly override: Override }
  /** The bot is away; what people do meanwhile reaches it afterwards, before or after it has looked at the clock. */
  | { readonly at: number; readonly do: "down"; readonly until: number; readonly clockFirst: boolean }

export interface Scenario {
  readonly seed: number
  readonly start: Instant
  readonly ladder: Ladder
  readonly askEvery: number | null
  readonly people: readonly Somebody[]
  readonly inPlace: readonly InPlace[]
  /** Those who take a call for the office above. */
  readonly above: readonly string[]
  readonly facts: Facts
  readonly happenings: readonly Happening[]
  readonly until: number
}

const layers: readonly Layer[] = ["duty", "deputy", "leader"]
const times = ["00:00", "08:00", "12:30", "17:30", "20:00", "23:59"]
const names = ["a", "b", "c", "d", "e", "f", "g"]

const ladderBy = (dice: Dice): Ladder => {
  const usual = dice.next() < 0.3
  const calls = ["duty", "deputy", "leader", "chief", "supervising-unit"] as const
  let after = 0
  const gaps = usual ? [10, 10, 10, 30] : calls.slice(1).map(() => 1 + dice.below(35))
  const some = usual ? calls.slice(1) : calls.slice(1).filter(() => dice.next() < 0.8)
  const known = some.length > 0 ? some : (["chief"] as const)
  const first =
    usual || dice.next() < 0.8 ? (["duty"] as const) : (["duty", dice.one(calls.slice(1))] as const)
  return {
    steps: [
      { after: 0, calls: first },
      ...known.map((call, at) => ({ after: minutes((after += gaps[at] ?? 1)), calls: [call] })),
    ],
    again: minutes(usual ? 10 : 1 + dice.below(40)),
    silence: minutes(usual ? 60 : 1 + dice.below(90)),
    undo: minutes(1),
    takers: dice.next() < 0.75 ? 1 : 2,
  }
}

const rotaBy = (dice: Dice, on: Day, at: number): Rota =>
  rota({
    id: `r${at}`,
    layer: dice.one(layers),
    days: dice.one(["every day", "every day", "working days", "rest days"] as const),
    start: dice.one(times),
    end: dice.one(times),
    people: Array.from({ length: 1 + dice.below(3) }, () => dice.one(names)),
    turn: dice.one([1, 1, 2, 3, 7]),
    from: addDays(on, -dice.below(9)),
    until: dice.next() < 0.15 ? addDays(on, dice.below(2)) : null,
  })

const overrideBy = (dice: Dice, start: Instant, step: number): Override => {
  const from = start + minutes(dice.below(2_000) - 700)
  return override({
    id: `o${step}`,
    layer: dice.one(layers),
    from,
    to: from + minutes(1 + dice.below(1_000)),
    personId: dice.next() < 0.8 ? dice.one(names) : null,
    forId: dice.next() < 0.4 ? dice.one(names) : null,
    batch: `b${step}`,
    step,
  })
}

/** What whoever has just taken it does next, soon or later. */
const sequelBy = (dice: Dice, at: number, who: string): Happening => {
  const roll = dice.next()
  if (roll < 0.35) return { at: at + dice.below(3), who, do: "undo" }
  const later = at + dice.below(80)
  return {
    at: later,
    who,
    do: dice.one(["still", "still", "progress", "progress", "help", "help", "close"] as const),
  }
}

const happeningBy = (
  dice: Dice,
  start: Instant,
  at: number,
  step: number,
  few: readonly string[],
): Happening => {
  const who = dice.next() < 0.7 ? dice.one(few) : dice.one(names)
  const roll = dice.next()
  if (roll < 0.62) {
    const what = dice.one([
      "take",
      "take",
      "take",
      "pass",
      "pass",
      "pass",
      "help",
      "undo",
      "still",
      "progress",
    ] as const)
    return { at, who, do: what }
  }
  if (roll < 0.74) return { at, who, do: dice.one(["block", "block", "unblock"] as const) }
  const today = dayOf(start + minutes(at))
  const from = addDays(today, -dice.below(2))
  if (roll < 0.8) return { at, who, do: "leave", from, to: addDays(today, dice.below(3)) }
  if (roll < 0.84) return { at, who, do: "return" }
  if (roll < 0.92) return { at, do: "give", override: overrideBy(dice, start + minutes(at), 100 + step) }
  const long = dice.next() < 0.8 ? 90 : 1_500
  return { at, do: "down", until: at + 1 + dice.below(long), clockFirst: dice.next() < 0.5 }
}

/** Presses come in bursts, as people answer what has just rung, and mostly from the same few. */
const happeningsBy = (dice: Dice, start: Instant, until: number): readonly Happening[] => {
  const few = [dice.one(names), dice.one(names)]
  const found: Happening[] = []
  let at = 0
  const many = dice.below(16)
  for (let step = 0; step < many && at < until; step += 1) {
    at += dice.next() < 0.4 ? dice.below(3) : dice.below(60)
    const it = happeningBy(dice, start, at, step, few)
    found.push(it)
    if (it.do === "take" && dice.next() < 0.8) found.push(sequelBy(dice, at, it.who))
  }
  return found.filter((each) => each.at < until).sort((a, b) => a.at - b.at)
}

/** Everything of one scenario, from one number. */
export const scenarioBy = (seed: number): Scenario => {
  const dice = new Dice(seed)
  const on = addDays("2026-02-10", dice.below(40))
  const start = instantOf(on) + minutes(dice.below(24 * 60))
  const until = 60 + dice.below(dice.next() < 0.95 ? 240 : 2_000)
  const people = names.map((id) => ({
    id,
    holds: offices.filter((office) => dice.next() < (office === "chief" ? 0.15 : 0.25)),
    outside: dice.next() < 0.05,
  }))
  const inPlace = offices.flatMap((office) => {
    const away = people.filter(({ holds }) => holds.includes(office))
    if (away.length === 0 || dice.next() < 0.75) return []
    const [forId, personId] = [dice.one(away).id, dice.one(names)]
    const from = addDays(on, -dice.below(3))
    return forId === personId ? [] : [{ office, forId, personId, from, to: addDays(from, dice.below(5)) }]
  })
  return {
    seed,
    start,
    ladder: ladderBy(dice),
    askEvery: dice.next() < 0.5 ? null : minutes(30 + dice.below(200)),
    people,
    inPlace,
    above: ["x", "y"].slice(0, dice.below(3)),
    facts: {
      rotas: Array.from({ length: 1 + dice.below(4) }, (_, at) => rotaBy(dice, on, at)),
      overrides: Array.from({ length: dice.below(3) }, (_, at) => overrideBy(dice, start, at + 1)),
      absences: names.flatMap((personId) =>
        dice.next() < 0.1
          ? [{ personId, from: addDays(on, -dice.below(2)), to: addDays(on, dice.below(2)) }]
          : [],
      ),
      unreachable: [...names, "x", "y"].filter(() => dice.next() < 0.12),
    },
    happenings: happeningsBy(dice, start, until),
    until,
  }
}

/** How things stand after somebody came, went, or changed the roster. */
export const changedBy = (facts: Facts, it: Happening): Facts => {
  switch (it.do) {
    case "block":
      return { ...facts, unreachable: [...facts.unreachable, it.who] }
    case "unblock":
      return { ...facts, unreachable: facts.unreachable.filter((each) => each !== it.who) }
    case "leave":
      return { ...facts, absences: [...facts.absences, { personId: it.who, from: it.from, to: it.to }] }
    case "return":
      return { ...facts, absences: facts.absences.filter(({ personId }) => personId !== it.who) }
    case "give":
      return { ...facts, overrides: [...facts.overrides, it.override] }
    default:
      return facts
  }
}
