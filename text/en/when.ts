import { type Day, dayOf, type Instant, timeOf, weekdayOf } from "../../rules/time.ts"

const WEEKDAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

const month = (it: Day): string => MONTHS[Number(it.slice(5, 7)) - 1] ?? ""

/** `Tue 24 Nov` */
export const day = (it: Day): string =>
  `${WEEKDAYS[weekdayOf(it) - 1] ?? ""} ${Number(it.slice(8, 10))} ${month(it)}`

/** `24 Nov` */
export const short = (it: Day): string => `${Number(it.slice(8, 10))} ${month(it)}`

/** `24 Nov 2026` */
export const fullDay = (it: Day): string => `${Number(it.slice(8, 10))} ${month(it)} ${it.slice(0, 4)}`

/** `Tue 24 Nov, 09:30` */
export const instant = (it: Instant): string => `${day(dayOf(it))}, ${timeOf(it)}`
