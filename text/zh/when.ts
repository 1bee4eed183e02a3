import { inChina } from "../../rules/china.ts"
import type { Day, Instant } from "../../rules/time.ts"

const WEEKDAYS = "日一二三四五六"

const weekday = (it: Day | Instant): string => `（周${WEEKDAYS[inChina(it).day()] ?? ""}）`

/** `11月24日（周二）` */
export const day = (it: Day): string => short(it) + weekday(it)

/** `11月24日` */
export const short = (it: Day): string => inChina(it).format("M月D日")

/** `2026年11月24日` */
export const fullDay = (it: Day): string => inChina(it).format("YYYY年M月D日")

/** `11月24日（周二）09:30` */
export const instant = (it: Instant): string =>
  inChina(it).format("M月D日") + weekday(it) + inChina(it).format("HH:mm")
