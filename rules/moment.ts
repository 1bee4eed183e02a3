import {
  addDays,
  addMonths,
  type Day,
  dayOf,
  daysBetween,
  type Instant,
  instantOf,
  isDay,
  isTimeOfDay,
  type TimeOfDay,
} from "./time.ts"

/** The words of a language for instants: those for now, and those for days, by how many days ago. */
export interface MomentWords {
  readonly nows: readonly string[]
  readonly days: Readonly<Record<string, number>>
}

const NOON = "12:00"

/** An instant as people type it: `刚刚`, `昨天 16:00`, `09:30`, `11-20 09:30`, `2026年2月12日 9:30`; null when it is none. */
export const readMoment = (typed: string, now: Instant, words: MomentWords): Instant | null =>
  read(typed, now, words, readDay)

/** The same, but a day without a year is the nearest, before or ahead. */
export const readNearMoment = (typed: string, now: Instant, words: MomentWords): Instant | null =>
  read(typed, now, words, readNearDay)

const read = (typed: string, now: Instant, words: MomentWords, readADay: typeof readDay): Instant | null => {
  const text = typed
    .normalize("NFKC")
    .trim()
    .replace(/T(?=\d)/, " ")
    .toLowerCase()
  if (words.nows.includes(text)) return now
  const [, dayPart = "", clock] = /^(.*?)\s*(\d{1,2}[:点时]\d{0,2}分?)?$/u.exec(text) ?? []
  const time = clock === undefined ? null : readTime(clock)
  if (clock !== undefined && time === null) return null
  const day = dayPart === "" ? dayOf(now) : readADay(dayPart, now, words)
  if (day === null || (dayPart === "" && time === null)) return null
  if (time !== null) return instantOf(day, time)
  return day === dayOf(now) ? now : instantOf(day, NOON)
}

const readTime = (text: string): TimeOfDay | null => {
  const [hour = "", minute = ""] = text.replace("分", "").split(/[:点时]/)
  const time = `${hour.padStart(2, "0")}:${minute.padStart(2, "0")}`
  return isTimeOfDay(time) ? time : null
}

/** A day as people type it; without a year the latest such day that is not in the future. */
export const readDay = (typed: string, now: Instant, words: Pick<MomentWords, "days">): Day | null => {
  const text = typed.normalize("NFKC").trim()
  const ago = words.days[text]
  if (ago !== undefined) return addDays(dayOf(now), -ago)
  const parts = /^(?:(\d{4})[-/.年])?(\d{1,2})[-/.月](\d{1,2})日?$/u.exec(text)
  if (!parts) return null
  const [, year, month = "", date = ""] = parts
  const inYear = (of: string): Day => `${of}-${month.padStart(2, "0")}-${date.padStart(2, "0")}`
  const thisYear = dayOf(now).slice(0, 4)
  const day = inYear(year ?? thisYear)
  const found = year === undefined && day > dayOf(now) ? inYear(String(Number(thisYear) - 1)) : day
  return isDay(found) ? found : null
}

/** The same, but without a year the day that is nearest, before or ahead. */
export const readNearDay = (typed: string, now: Instant, words: Pick<MomentWords, "days">): Day | null => {
  const past = readDay(typed, now, words)
  if (past === null || words.days[typed.normalize("NFKC").trim()] !== undefined || /^\d{4}\D/.test(typed))
    return past
  const ahead = addMonths(past, 12)
  const today = dayOf(now)
  return daysBetween(past, today) <= daysBetween(today, ahead) ? past : ahead
}
