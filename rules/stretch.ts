import type { Quantity } from "./quantity.ts"
import { addDays, addMonths, type Day } from "./time.ts"

/** A length that is laid on the calendar: so many days, or so many months however long each of them is. */
export type Stretch = { readonly days: number } | { readonly months: number }

/** Null for what no calendar can tell: working days, hours, minutes. */
export const stretchOf = ({ amount, unit }: Quantity): Stretch | null => {
  switch (unit) {
    case "day":
      return { days: amount }
    case "week":
      return { days: amount * 7 }
    case "month":
      return { months: amount }
    case "year":
      return { months: amount * 12 }
    default:
      return null
  }
}

/** As people say it: whole years are years. */
export const quantityOf = (stretch: Stretch): Quantity => {
  if ("days" in stretch) return { amount: stretch.days, unit: "day" }
  const { months } = stretch
  return months % 12 === 0 ? { amount: months / 12, unit: "year" } : { amount: months, unit: "month" }
}

/** The last day of a stretch that follows a day, which is not counted: a month after 31 January is 28 February. */
export const lastDayAfter = (day: Day, stretch: Stretch): Day =>
  "days" in stretch ? addDays(day, stretch.days) : addMonths(day, stretch.months)

/** No fewer days than the stretch can have. */
export const mostDays = (stretch: Stretch): number => ("days" in stretch ? stretch.days : stretch.months * 31)
