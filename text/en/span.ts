import { addDays, dayOf, endOf, type Instant, timeOf } from "../../rules/time.ts"
import * as when from "./when.ts"

interface Span {
  readonly from: Instant
  readonly to: Instant
}

/** `08:00–20:00`, `20:00–08:00 the next day`, `20:00–24:00`; over several days with both days. */
export const hours = ({ from, to }: Span): string => {
  const day = dayOf(from)
  if (to === endOf(day)) return `${timeOf(from)}–24:00`
  if (dayOf(to) === day) return `${timeOf(from)}–${timeOf(to)}`
  if (dayOf(to) === addDays(day, 1) && to - from <= 86_400_000)
    return `${timeOf(from)}–${timeOf(to)} the next day`
  return `${timeOf(from)} until ${when.instant(to)}`
}

/** `Thu 5 Mar, 08:00–20:00` */
export const span = (it: Span): string => `${when.day(dayOf(it.from))}, ${hours(it)}`
