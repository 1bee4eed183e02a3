import type { Calendar } from "./calendar.ts"
import { addDays, dayOf, type Instant, instantOf, type TimeOfDay, timeOf } from "./time.ts"
import type { Unit, UnitTimes } from "./unit.ts"

/** The times a unit keeps to as long as nobody sets others. */
export const usualTimes: UnitTimes = {
  digest: "09:00",
  lastCall: "16:00",
  quietFrom: "21:00",
  quietUntil: "08:00",
}

/** The times of a unit: its own, else those of the nearest unit above that set them. `path` runs from the unit up. */
export const timesOf = (path: readonly Pick<Unit, "times">[]): UnitTimes => {
  const set = (name: keyof UnitTimes): string =>
    path.find((unit) => unit.times[name])?.times[name] ?? usualTimes[name]
  return {
    digest: set("digest"),
    lastCall: set("lastCall"),
    quietFrom: set("quietFrom"),
    quietUntil: set("quietUntil"),
  }
}

/** The next time of day on a working day, strictly after an instant. */
export const nextWorkingTime = (calendar: Calendar, time: TimeOfDay, after: Instant): Instant => {
  const today = dayOf(after)
  return calendar.isWorkingDay(today) && instantOf(today, time) > after
    ? instantOf(today, time)
    : instantOf(calendar.nextWorkingDay(today), time)
}

/** The earliest instant, from `wanted` on, at which routine news may come to somebody who only works on working days. */
export const atWork = (
  calendar: Calendar,
  times: Pick<UnitTimes, "quietFrom" | "quietUntil">,
  wanted: Instant,
): Instant => {
  const allowed = outsideQuiet(times, wanted)
  const day = dayOf(allowed)
  if (calendar.isWorkingDay(day)) return allowed
  const morning = times.quietFrom > times.quietUntil ? times.quietUntil : usualTimes.quietUntil
  return outsideQuiet(times, instantOf(calendar.nextWorkingDay(day), morning))
}

/** The earliest instant, from `wanted` on, at which a routine message may come. */
export const outsideQuiet = (
  times: Pick<UnitTimes, "quietFrom" | "quietUntil">,
  wanted: Instant,
): Instant => {
  const time = timeOf(wanted)
  const { quietFrom, quietUntil } = times
  const overnight = quietFrom > quietUntil
  const quiet = overnight ? time >= quietFrom || time < quietUntil : time >= quietFrom && time < quietUntil
  if (!quiet) return wanted
  const day = dayOf(wanted)
  return instantOf(overnight && time >= quietFrom ? addDays(day, 1) : day, quietUntil)
}
