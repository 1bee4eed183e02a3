import type { Calendar } from "./calendar.ts"
import type { Frequency, Span } from "./frequency.ts"
import { lastDayAfter } from "./stretch.ts"
import { addDays, addMonths, type Day, lastDayOf, monthOf, weekdayOf } from "./time.ts"

/** A stretch of days, both ends included. Provisional when its bounds hang on a year whose notice is not loaded. */
export interface Period {
  readonly from: Day
  readonly until: Day
  readonly provisional: boolean
}

const fixed = (from: Day, until: Day): Period => ({ from, until, provisional: false })

const months = (day: Day, length: number): Period => {
  const month = Number(day.slice(5, 7))
  const first = addMonths(`${monthOf(day)}-01`, -((month - 1) % length))
  return fixed(first, lastDayOf(monthOf(addMonths(first, length - 1))))
}

/** The working day itself; on a rest day the next one. */
const workingDay = (calendar: Calendar, day: Day): Period => {
  const found = calendar.workingDayOnOrAfter(day)
  return { from: found, until: found, provisional: !calendar.coversAll(day, found) }
}

const spanOf = (calendar: Calendar, span: Span, day: Day): Period => {
  switch (span) {
    case "working day":
      return workingDay(calendar, day)
    case "day":
      return fixed(day, day)
    case "week": {
      const monday = addDays(day, 1 - weekdayOf(day))
      return fixed(monday, addDays(monday, 6))
    }
    case "month":
      return months(day, 1)
    case "quarter":
      return months(day, 3)
    case "year":
      return months(day, 12)
  }
}

/**
 * The period of a frequency that holds a day. `every n days` or months has no bounds of its own: the day is then the
 * trigger (the last post, or going live), which is not counted, and the period is what follows it.
 */
export const periodOf = (calendar: Calendar, frequency: Frequency, day: Day): Period =>
  frequency.kind === "per"
    ? spanOf(calendar, frequency.span, day)
    : fixed(addDays(day, 1), lastDayAfter(day, frequency))

/** The period that follows one which has ended. */
export const periodAfter = (
  calendar: Calendar,
  frequency: Frequency,
  period: Pick<Period, "until">,
): Period => periodOf(calendar, frequency, frequency.kind === "per" ? addDays(period.until, 1) : period.until)

/** The period before one; of working days the one before, however many days off lie between. */
export const periodBefore = (
  calendar: Calendar,
  frequency: Frequency & { readonly kind: "per" },
  { from }: Pick<Period, "from">,
): Period => {
  const day = addDays(from, -1)
  return spanOf(
    calendar,
    frequency.span,
    frequency.span === "working day" ? calendar.workingDayOnOrBefore(day) : day,
  )
}

/** The first period that a new account owes: the first full one after the day it went live; a rolling one starts at once. */
export const firstPeriod = (calendar: Calendar, frequency: Frequency, live: Day): Period => {
  const period = periodOf(calendar, frequency, live)
  return period.from > live ? period : periodAfter(calendar, frequency, period)
}
