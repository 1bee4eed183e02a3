import type { Calendar, Counted } from "./calendar.ts"
import type { Quantity } from "./quantity.ts"
import {
  addDays,
  addMonths,
  type Day,
  dayOf,
  endOf,
  hours,
  type Instant,
  instantOf,
  minutes,
} from "./time.ts"

/** What starts a deadline: a day, or the very minute where the rule counts hours. */
export type Trigger = Day | Instant

/** When something falls due. */
export interface Due {
  /** What counts: working days, days of the calendar, or the clock. */
  readonly basis: "working days" | "calendar" | "clock"
  /** The last permitted day; by the clock, the day on which the time runs out. */
  readonly day: Day
  /** From here on it is overdue: 24:00 of the last day, or the very minute. */
  readonly at: Instant
  readonly provisional: boolean
  /**
   * The last working day on or before a calendar deadline, which does not move when it falls into a holiday. Null for
   * other deadlines, and when no working day is left from the trigger on.
   */
  readonly safe: Counted | null
}

/** The day on which a trigger lies, in China. */
const dayOfTrigger = (trigger: Trigger): Day => (typeof trigger === "number" ? dayOf(trigger) : trigger)
/** A day without a time begins at 00:00: the safe side when hours run. */
const instantOfTrigger = (trigger: Trigger): Instant =>
  typeof trigger === "number" ? trigger : instantOf(trigger)

const safeDay = (calendar: Calendar, from: Day, due: Day): Counted | null => {
  const day = calendar.workingDayOnOrBefore(due)
  return day < from ? null : { day, provisional: !calendar.coversAll(day, due) }
}

/** A calendar deadline: it neither moves nor is ever provisional. */
const onCalendar = (calendar: Calendar, from: Day, day: Day): Due => ({
  basis: "calendar",
  day,
  at: endOf(day),
  provisional: false,
  safe: safeDay(calendar, from, day),
})

const byClock = (at: Instant): Due => ({ basis: "clock", day: dayOf(at), at, provisional: false, safe: null })

/**
 * The last moment for what must be done within a quantity, and the last permitted one of what may last so long at most.
 * The day of the trigger is not counted; hours run through nights and holidays.
 */
export const dueOf = (calendar: Calendar, trigger: Trigger, { amount, unit }: Quantity): Due => {
  const from = dayOfTrigger(trigger)
  switch (unit) {
    case "working day": {
      const { day, provisional } = calendar.addWorkingDays(from, amount)
      return { basis: "working days", day, at: endOf(day), provisional, safe: null }
    }
    case "day":
      return onCalendar(calendar, from, addDays(from, amount))
    case "week":
      return onCalendar(calendar, from, addDays(from, amount * 7))
    case "month":
      return onCalendar(calendar, from, addMonths(from, amount))
    case "year":
      return onCalendar(calendar, from, addMonths(from, amount * 12))
    case "hour":
      return byClock(instantOfTrigger(trigger) + hours(amount))
    case "minute":
      return byClock(instantOfTrigger(trigger) + minutes(amount))
  }
}

/**
 * The end of what must last for a quantity at least: the first moment at which it may stop. A notice of 30 days that
 * went up on day 0 stays through day 30 and is free on day 31.
 */
export const freeFrom = (
  calendar: Calendar,
  trigger: Trigger,
  quantity: Quantity,
): Counted & { readonly at: Instant } => {
  const { basis, day, at, provisional } = dueOf(calendar, trigger, quantity)
  return { day: basis === "clock" ? day : addDays(day, 1), at, provisional }
}
