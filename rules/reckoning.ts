import type { Calendar } from "./calendar.ts"
import { dueOf, type Trigger } from "./due.ts"
import { isOpen, type Open } from "./figure.ts"
import type { Quantity } from "./quantity.ts"
import { addDays, type Day, dayOf } from "./time.ts"

/** More working days than these nobody counts on their fingers. */
const MOST_DAYS = 10

/** How a last day was reached: so long from a day, by way of these working days. */
export interface Reckoning {
  readonly from: Day
  readonly within: Quantity
  readonly until: Day
  /** Each working day that was counted; empty where other days count, or too many. */
  readonly days: readonly Day[]
}

/** How one of the lengths leads to a last day; null where none does, because another day or a correction decided. */
export const reckoned = (
  calendar: Calendar,
  since: Trigger,
  until: Day,
  lengths: readonly (Quantity | Open)[],
): Reckoning | null => {
  const from = typeof since === "number" ? dayOf(since) : since
  for (const within of lengths) {
    if (isOpen(within) || dueOf(calendar, since, within).day !== until) continue
    const few = within.unit === "working day" && within.amount <= MOST_DAYS
    return { from, within, until, days: few ? workingDays(calendar, from, until) : [] }
  }
  return null
}

const workingDays = (calendar: Calendar, from: Day, until: Day): readonly Day[] => {
  const days: Day[] = []
  for (let day = addDays(from, 1); day <= until; day = addDays(day, 1))
    if (calendar.isWorkingDay(day)) days.push(day)
  return days
}
