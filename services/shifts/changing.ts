import { ahead, type Hole } from "../../rules/coverage.ts"
import { common, type Interval, joined, touches, without } from "../../rules/interval.ts"
import type { Source } from "../../rules/owed.ts"
import type { Person } from "../../rules/person.ts"
import { type Plan, type Shift, shiftKey, shiftsBetween } from "../../rules/roster.ts"
import type { Act } from "../app.ts"
import { calendar } from "../calendar.ts"
import * as checkins from "../checkins/planning.ts"
import { Refusal } from "../refusal.ts"
import { planOf } from "../roster.ts"
import { demandsOn, holesFor } from "./demands.ts"
import * as lookout from "./lookout.ts"

/** What a change of a roster means, beside what it was meant to do. */
export interface Effect {
  /** Hours that nobody has any more, and that somebody asks for. */
  readonly holes: readonly Hole[]
  readonly source: Source | null
  /** Those newly named whom the bot cannot write to. */
  readonly unreachable: readonly string[]
}

interface Wanted {
  /** Whom the change names. */
  readonly named: readonly Person[]
  /** A fact, such as an illness, is never refused. */
  readonly fact?: boolean
  /** Hours of which the change speaks: a hole in them is refused even when it was there before. */
  readonly spoken?: () => Promise<readonly Interval[]>
  /** Whoever makes the change arranges the roster, and is shown what it does. */
  readonly seen: boolean
}

/**
 * Makes a change of a unit's roster, and looks at what it does: two shifts of one person at once, somebody who cannot be
 * reached, a hole where a rulebook wants none. What is refused throws, and nothing has changed.
 */
export const changed = async (
  act: Act,
  unitId: string,
  work: () => Promise<unknown>,
  { named, fact = false, spoken, seen }: Wanted,
): Promise<Effect> => {
  const demands = await demandsOn(act, unitId)
  const before = await planOf(act, unitId)
  await work()
  const after = await planOf(act, unitId)
  if (!fact) await refuseDouble(act, before, after)
  const strict = demands.some(({ refuses }) => refuses)
  const unreachable = named
    .filter(({ chat, reachable }) => chat === null || !reachable)
    .map(({ name }) => name)
  if (strict && !fact && unreachable.length > 0) throw new Refusal(act.text.coverage.unreachable(unreachable))
  const warned: { hole: Hole; source: Source | null }[] = []
  for (const demand of demands) {
    const holes = await holesFor(act, after, demand)
    const made = without(holes, await holesFor(act, before, demand))
    const open = spoken ? common(holes, await spoken()) : []
    const found = joined([...made, ...open])
    if (demand.refuses && !fact && found.length > 0)
      throw new Refusal(act.text.coverage.refused(found, demand.source))
    for (const hole of found) warned.push({ hole, source: demand.source })
  }
  await lookout.look(act, unitId, seen)
  await checkins.replan(act, unitId)
  return { holes: joined(warned.map(({ hole }) => hole)), source: warned[0]?.source ?? null, unreachable }
}

/** Nobody has two shifts at once, on whatever layer. */
const refuseDouble = async (act: Act, before: Plan, after: Plan): Promise<void> => {
  const days = await calendar(act)
  const { from, to } = ahead(act.now)
  const known = new Set(doubles(shiftsBetween(days, before, from, to)).map(([, second]) => shiftKey(second)))
  const found = doubles(shiftsBetween(days, after, from, to)).find(
    ([, second]) => !known.has(shiftKey(second)),
  )
  if (found === undefined) return
  const [first, second] = found
  const person = await act.tables.persons.get(second.personId)
  throw new Refusal(act.text.roster.double(person?.name ?? "", first, second))
}

const doubles = (shifts: readonly Shift[]): readonly (readonly [Shift, Shift])[] =>
  shifts.flatMap((second, index) => {
    const first = shifts
      .slice(0, index)
      .find((each) => each.personId === second.personId && touches(each, second))
    return first === undefined ? [] : [[first, second] as const]
  })
