import type { Dayjs } from "dayjs"
import { inChina } from "../../rules/china.ts"
import type { Day, Instant } from "../../rules/time.ts"

const WEEKDAYS = "日一二三四五六"

const weekday = (it: Dayjs): string => `（周${WEEKDAYS[it.day()] ?? ""}）`

/** `11月24日（周二）` */
export const day = (it: Day): string => {
  const shown = inChina(it)
  return shown.format("M月D日") + weekday(shown)
}

/** `11月24日` */
export const short = (it: Day): string => inChina(it).format("M月D日")

/** `2026年11月24日` */
export const fullDay = (it: Day): string => inChina(it).format("YYYY年M月D日")

/** `11月24日（周二）09:30` */
export const instant = (it: Instant): string => {
  const shown = inChina(it)
  return shown.format("M月D日") + weekday(shown) + shown.format("HH:mm")
}
