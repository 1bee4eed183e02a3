import { z } from "zod"
import type { Calendar } from "./calendar.ts"
import { common, type Interval, joined, without } from "./interval.ts"
import type { covers } from "./kinds/roster.ts"
import { hoursOn, isOwnDay, type Plan, type Rota, shiftsBetween } from "./roster.ts"
import { addDays, type Day, dayOf, days, endOf, type Instant, instantOf, timeOf } from "./time.ts"

/** How much of the day somebody has to be on duty. */
export type Cover = (typeof covers)[number]

/** A time without anybody on duty that ought to have somebody. */
export type Hole = Interval

/** How far ahead a roster is looked at. */
export const AHEAD_DAYS = 60

const onDutyIn = (calendar: Calendar, plan: Plan, { from, to }: Interval): readonly Interval[] =>
  joined(shiftsBetween(calendar, plan, from, to).filter(({ layer }) => layer === "duty"))

/** The days from one instant to another in which nobody is on duty at all, seen from 00:00 to 24:00. */
const emptyDays = (calendar: Calendar, plan: Plan, { from, to }: Interval): readonly Interval[] => {
  const covered = onDutyIn(calendar, plan, { from: instantOf(dayOf(from)), to: endOf(dayOf(to)) })
  const found: Interval[] = []
  for (let day = dayOf(from); instantOf(day) < to; day = addDays(day, 1)) {
    const whole = { from: instantOf(day), to: endOf(day) }
    if (common([whole], covered).length === 0) found.push(whole)
  }
  return found
}

/** The times in which nobody is on duty and somebody ought to be, in order. */
export const holesIn = (calendar: Calendar, plan: Plan, cover: Cover, within: Interval): readonly Hole[] => {
  const covered = onDutyIn(calendar, plan, within)
  // What was arranged, had nobody gone away.
  const arranged = onDutyIn(calendar, { ...plan, absences: [], partings: [] }, within)
  const wanted: Readonly<Record<Cover, () => readonly Interval[]>> = {
    "as arranged": () => arranged,
    "every day": () => [...arranged, ...emptyDays(calendar, plan, within)],
    "around the clock": () => [within],
  }
  return common([within], without(wanted[cover](), covered))
}

/** The time in which rotas that were set up together speak of the day: from the first start, a whole day for each of theirs. */
export const spokenFor = (
  calendar: Calendar,
  rotas: readonly Rota[],
  within: Interval,
): readonly Interval[] => {
  const found: Interval[] = []
  const start = rotas.map((rota) => rota.start).sort()[0]
  for (const rota of rotas) {
    const first = [rota.from, addDays(dayOf(within.from), -1)].sort().at(-1) ?? rota.from
    for (let day: Day = first; instantOf(day) < within.to; day = addDays(day, 1)) {
      if (rota.until !== null && day > rota.until) break
      if (!isOwnDay(calendar, rota.days, day)) continue
      const { from } = hoursOn({ start: start ?? rota.start, end: rota.end }, day)
      found.push({ from, to: from + days(1) })
    }
  }
  return common([within], joined(found))
}

/** Whether anything stands on a roster, now or later. */
export const isArranged = ({ rotas, overrides }: Pick<Plan, "rotas" | "overrides">, now: Instant): boolean =>
  rotas.some(({ until }) => until === null || until >= addDays(dayOf(now), -1)) ||
  overrides.some(({ to, personId, undoneAt }) => personId !== null && undoneAt === null && to > now)

/** Holes at the same hours of several days, as one. */
export interface Recurring {
  readonly first: Hole
  readonly last: Hole
  readonly count: number
}

/** Holes in order, those at the same hours of different days together. */
export const recurring = (holes: readonly Hole[]): readonly Recurring[] => {
  const found = new Map<string, Recurring>()
  for (const hole of [...holes].sort((a, b) => a.from - b.from)) {
    const key = `${timeOf(hole.from)}/${String(hole.to - hole.from)}`
    const before = found.get(key)
    found.set(key, { first: before?.first ?? hole, last: hole, count: (before?.count ?? 0) + 1 })
  }
  return [...found.values()]
}

/** From now on, as far as a roster is looked at. */
export const ahead = (now: Instant): Interval => ({ from: now, to: now + days(AHEAD_DAYS) })

/** A hole at the same hours of another day has the same cause, seen farther ahead. */
export const goesOn = (hole: Hole, known: readonly Hole[]): boolean =>
  known.some(({ from, to }) => to - from === hole.to - hole.from && timeOf(from) === timeOf(hole.from))

/** What is known of a unit's holes, and when they are looked for again. Under the id of the unit. */
export const Lookout = z
  .object({
    id: z.string(),
    /** The holes that somebody who can mend them knows of. */
    told: z.array(z.object({ from: z.number(), to: z.number() }).readonly()).readonly(),
    /** How far the roster has been looked at. */
    seenUntil: z.number(),
    /** Since when nobody at all is arranged though somebody has to be there at every hour; null when somebody is. */
    bareSince: z.number().nullable().default(null),
    dueAt: z.number(),
  })
  .readonly()
export type Lookout = z.output<typeof Lookout>

/** The holes of which nobody knows yet; one that goes on beyond what was seen is known. */
export const newsIn = (holes: readonly Hole[], { told, seenUntil }: Pick<Lookout, "told" | "seenUntil">) =>
  holes.filter((hole) => {
    const seen = common([hole], [{ from: hole.from, to: seenUntil }])
    return seen.length === 0 ? !goesOn(hole, told) : without(seen, told).length > 0
  })
