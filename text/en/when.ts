import { inChina } from "../../rules/china.ts"
import type { Day, Instant } from "../../rules/time.ts"

/** `Tue 24 Nov` */
export const day = (it: Day): string => inChina(it).format("ddd D MMM")

/** `24 Nov` */
export const short = (it: Day): string => inChina(it).format("D MMM")

/** `24 Nov 2026` */
export const fullDay = (it: Day): string => inChina(it).format("D MMM YYYY")

/** `Tue 24 Nov, 09:30` */
export const instant = (it: Instant): string => inChina(it).format("ddd D MMM, HH:mm")
