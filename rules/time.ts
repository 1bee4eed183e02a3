/** An instant: milliseconds since 1970-01-01 UTC. */
export type Instant = number
/** A day in China, `2026-02-14`. Days compare as text. */
export type Day = string
/** A month, `2026-02`. */
export type Month = string
/** A time of day in China, `09:00`. */
export type TimeOfDay = string

/** China has one zone and no summer time, whatever the server's zone is. */
const CHINA_OFFSET = 8 * 3_600_000
const DAY = 86_400_000

export const seconds = (count: number): number => count * 1_000
export const minutes = (count: number): number => count * 60_000
export const hours = (count: number): number => count * 3_600_000
export const days = (count: number): number => count * DAY

/** Days as they were written and read before: a few are asked for again and again. */
const written = new Map<number, Day>()
const read = new Map<Day, number>()
const MANY = 10_000

const dayNumber = (day: Day): number => {
  const known = read.get(day)
  if (known !== undefined) return known
  const number = Date.parse(`${day}T00:00:00Z`) / DAY
  if (read.size >= MANY) read.clear()
  read.set(day, number)
  return number
}

const dayFrom = (number: number): Day => {
  const known = written.get(number)
  if (known !== undefined) return known
  const day = new Date(number * DAY).toISOString().slice(0, 10)
  if (written.size >= MANY) written.clear()
  written.set(number, day)
  return day
}

/** The day in China on which an instant lies. */
export const dayOf = (instant: Instant): Day => dayFrom(Math.floor((instant + CHINA_OFFSET) / DAY))

/** The time of day in China, to the minute. */
export const timeOf = (instant: Instant): TimeOfDay =>
  new Date(instant + CHINA_OFFSET).toISOString().slice(11, 16)

/** The instant of a day and a time of day in China; `24:00` is the end of the day. */
export const instantOf = (day: Day, time: TimeOfDay = "00:00"): Instant => {
  const [hour = 0, minute = 0] = time.split(":").map(Number)
  return days(dayNumber(day)) - CHINA_OFFSET + hours(hour) + minutes(minute)
}

/** The instant at which a day is over: 24:00 in China. */
export const endOf = (day: Day): Instant => instantOf(day, "24:00")

export const addDays = (day: Day, count: number): Day => dayFrom(dayNumber(day) + count)

/** How many days lie from one day to another; negative when the second is earlier. */
export const daysBetween = (from: Day, to: Day): number => dayNumber(to) - dayNumber(from)

export const monthOf = (day: Day): Month => day.slice(0, 7)

/** Day 0 of the month after it is its last. */
export const lastDayOf = (month: Month): Day => {
  const [year = 0, number = 0] = month.split("-").map(Number)
  return dayFrom(Date.UTC(year, number, 0) / DAY)
}

/** The same date so many months later, or the last day of that month when it is shorter: a year after 29 February is 28 February. */
export const addMonths = (day: Day, count: number): Day => {
  const [year = 0, number = 0] = day.split("-").map(Number)
  const month = monthOf(dayFrom(Date.UTC(year, number - 1 + count, 1) / DAY))
  const last = lastDayOf(month)
  const same = `${month}-${day.slice(8)}`
  return same < last ? same : last
}

/** Monday is 1, Sunday is 7. */
export const weekdayOf = (day: Day): number => ((((dayNumber(day) + 3) % 7) + 7) % 7) + 1

/** Whether a text is a day that exists: `2026-02-30` is not. */
export const isDay = (text: string): text is Day =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) &&
  !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) &&
  new Date(`${text}T00:00:00Z`).toISOString().slice(0, 10) === text

export const isTimeOfDay = (text: string): text is TimeOfDay => /^([01]\d|2[0-3]):[0-5]\d$/.test(text)
