import { type Day, dayOf, type Instant, timeOf, weekdayOf } from "../../rules/time.ts"

const WEEKDAYS = "一二三四五六日"

const weekday = (it: Day): string => `（周${WEEKDAYS[weekdayOf(it) - 1] ?? ""}）`

/** `11月24日` */
export const short = (it: Day): string => `${Number(it.slice(5, 7))}月${Number(it.slice(8))}日`

/** `11月24日（周二）` */
export const day = (it: Day): string => short(it) + weekday(it)

/** `2026年11月24日` */
export const fullDay = (it: Day): string => `${it.slice(0, 4)}年${short(it)}`

/** `11月24日（周二）09:30` */
export const instant = (it: Instant): string => day(dayOf(it)) + timeOf(it)
