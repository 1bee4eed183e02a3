import type { Layer } from "./roster.ts"
import { isTimeOfDay, type TimeOfDay } from "./time.ts"
import { nameKey } from "./words.ts"

/** From one time of day to another, which is on the next day when it is not later. */
export interface Hours {
  readonly start: TimeOfDay
  readonly end: TimeOfDay
}

/** What a column of names is called, in the sheets that offices keep. */
const NAMES =
  /值班|值守|主班|带班|带队|白班|夜班|日班|晚班|早班|中班|全天|副班|备班|后备|人员|姓名|领导|duty|deputy|leader|\d[:：]\d\d/
/** Columns that stand beside them. */
const BESIDE = /电话|手机|号码|备注|签名|签到|部门|科室|单位|星期|^周|phone|note|unit/

/** Whether a heading is that of a column of names. */
export const isNames = (heading: string): boolean => {
  const key = nameKey(heading)
  return NAMES.test(key) && !BESIDE.test(key)
}

/** The layer of which a heading speaks. */
export const layerIn = (heading: string): Layer => {
  const key = nameKey(heading)
  if (/带班|带队|领导|leader/.test(key)) return "leader"
  return /副|备|deputy/.test(key) ? "deputy" : "duty"
}

const padded = (hour: string, minute: string): string => `${hour.padStart(2, "0")}:${minute}`

/** The hours that are written out, as in `白班（08:00-20:00）` or `8点至20点`; null when there are none. */
export const hoursIn = (text: string): Hours | null => {
  const match =
    /(\d{1,2})(?::(\d{2})|[点时]半?)\s*[-–—~至到]+\s*(?:次日|第二天)?(\d{1,2})(?::(\d{2})|[点时]半?)/u.exec(
      text.normalize("NFKC"),
    )
  if (match === null) return null
  const [, hour = "", minute = "00", endHour = "", endMinute = "00"] = match
  const start = padded(hour, minute)
  const until = padded(endHour, endMinute)
  const end = until === "24:00" ? "00:00" : until
  return isTimeOfDay(start) && isTimeOfDay(end) ? { start, end } : null
}

const WHOLE_DAY: Hours = { start: "00:00", end: "00:00" }

/** What a shift without hours means here: as the rotas have it; a whole day where no shift is named. */
export const usualHours = (text: string, layer: Layer, known: readonly Hours[]): Hours | null => {
  const key = nameKey(text)
  const [only, ...others] = [...new Map(known.map((each) => [`${each.start}-${each.end}`, each])).values()]
  const day = known.find(({ start }) => start >= "05:00" && start < "12:00")
  const night = known.find(({ start }) => start >= "16:00")
  if (/夜|晚/.test(key)) return night ?? null
  if (/白|日班|早|中班/.test(key)) return day ?? null
  // A leader's column, or one of names alone, speaks of the whole day.
  if (layer !== "duty" || /全天|24小时|值班|人员|姓名|duty/.test(key) || key === "")
    return only !== undefined && others.length === 0 && layer === "duty" ? only : WHOLE_DAY
  return null
}
