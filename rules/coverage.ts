import type { Calendar } from "./calendar.ts"
import { common, type Interval, joined, without } from "./interval.ts"
import type { covers } from "./kinds/roster.ts"
import { hoursOn, isOwnDay, type Plan, type Rota, shiftsBetween } from "./roster.ts"
import { addDays, type Day, dayOf, days, endOf, type Instant, instantOf } from "./time.ts"

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

/** From now on, as far as a roster is looked at. */
export const ahead = (now: Instant): Interval => ({ from: now, to: now + days(AHEAD_DAYS) })

/** A hole that goes on as one did a day or a week before is the same hole, seen farther ahead. */
export const goesOn = (hole: Hole, known: readonly Hole[]): boolean =>
  known.some(({ from, to }) =>
    [1, 7].some((back) => hole.from - days(back) === from && hole.to - days(back) === to),
  )
