import type { Calendar } from "./calendar.ts"
import { isByTheMinute, isOpen, type Obligation, type Phase, type Settlement } from "./obligation.ts"
import type { Quantity } from "./quantity.ts"
import { addDays, addMonths, type Day, dayOf, type Instant, instantOf } from "./time.ts"

type Timed = Pick<Obligation, "freeAt" | "due" | "warnOn" | "late" | "aim" | "settled" | "again">

/** Where an obligation stands at a moment, as long as nobody has waived it and its cause holds. */
export const phaseOf = ({ settled, freeAt, due, warnOn, late, aim }: Timed, now: Instant): Phase => {
  if (settled !== null) {
    // What was done before it was allowed stays a violation, whatever is counted anew.
    const early = freeAt !== null && settled.on < dayOf(freeAt)
    return early || (due !== null && isLate(settled, due)) ? "late" : "done"
  }
  if (freeAt !== null && now < freeAt) return "scheduled"
  if (due === null) return freeAt === null ? "open" : "free"
  if (now >= due.at) {
    if (aim) return "missed"
    return late.some(({ at }) => at <= now) ? "escalated" : "overdue"
  }
  if (dayOf(now) >= due.day) return "today"
  return warnOn.some((day) => day <= dayOf(now)) ? "warned" : "open"
}

/** Where minutes count, the day that people name says too little: then it counts when they said so. */
const isLate = ({ on, at, alone }: Settlement, due: NonNullable<Timed["due"]>): boolean =>
  on > due.day || (on === due.day && isByTheMinute(due) && at > due.at) || (alone === true && at >= due.at)

/** When the clock has to look at it again: at once while somebody has still to be told; null when nothing more will come. */
export const wakeAt = (it: Timed & { readonly phase: Phase }, now: Instant): Instant | null => {
  const { due, freeAt, warnOn, late, again } = it
  if (isOpen(it) && late.some(({ at, told }) => at <= now && !told)) return now
  const end = due?.at ?? null
  const moments = isOpen(it)
    ? [
        freeAt,
        ...warnOn.map((day) => instantOf(day)),
        due && instantOf(due.day),
        end,
        ...late.map(({ at }) => at),
      ]
    : [again ? end : null]
  return moments.reduce<Instant | null>(
    (first, each) => (each !== null && each > now && (first === null || each < first) ? each : first),
    null,
  )
}

/** The same obligation with its latest step written down, when it took one. */
export const tracked = (it: Obligation, now: Instant, by: string): Obligation =>
  it.path.at(-1)?.phase === it.phase ? it : { ...it, path: [...it.path, { phase: it.phase, at: now, by }] }

/** The same obligation as the clock finds it now. */
export const advanced = (it: Obligation, now: Instant): Obligation => {
  const phase = isOpen(it) ? phaseOf(it, now) : it.phase
  return { ...it, phase, dueAt: wakeAt({ ...it, phase }, now) }
}

/** The same, with everybody told whose moment has come. */
export const toldBy = (it: Obligation, now: Instant): Obligation => {
  const late = it.late.map((each) => ({ ...each, told: each.told || each.at <= now }))
  return { ...it, late, dueAt: wakeAt({ ...it, late }, now) }
}

/** The same obligation, done. */
export const settledBy = (it: Obligation, settled: Settlement): Obligation =>
  closed({ ...it, settled }, phaseOf({ ...it, settled }, settled.at), settled.at)

/** The same obligation, ended without being done. */
export const closed = (it: Obligation, phase: Phase, now: Instant): Obligation => ({
  ...it,
  phase,
  dueAt: wakeAt({ ...it, phase }, now),
})

/** The working day on which somebody is told so long before a day: on a rest day nobody is. */
export const before = (calendar: Calendar, day: Day, { amount, unit }: Quantity): Day =>
  calendar.workingDayOnOrBefore(earlier(calendar, day, amount, unit))

const earlier = (calendar: Calendar, day: Day, amount: number, unit: Quantity["unit"]): Day => {
  switch (unit) {
    case "working day":
      return calendar.addWorkingDays(day, -amount).day
    case "day":
      return addDays(day, -amount)
    case "week":
      return addDays(day, -7 * amount)
    case "month":
      return addMonths(day, -amount)
    case "year":
      return addMonths(day, -12 * amount)
    case "hour":
    case "minute":
      return day
  }
}
