import { type Day, isDay, lastDayOf, type Month } from "./time.ts"
import { daysIn, type Place, placeOf, type WorkYear, workYearOf, yearOf } from "./workyear.ts"
import type { CalendarYear } from "./year.ts"

/** A day that was counted out; provisional when a day counted through is of a year whose notice is not loaded. */
export interface Counted {
  readonly day: Day
  readonly provisional: boolean
}

/**
 * The working days of China. A question about a day outside 1990–2100, and a count of more than 10,000 working days,
 * throws `BeyondCalendar`.
 */
export interface Calendar {
  /** Whether the holiday notice of the day's year is loaded. */
  covers(day: Day): boolean
  /** Whether every day from one to the other, both included, is covered. */
  coversAll(from: Day, until: Day): boolean
  isWorkingDay(day: Day): boolean
  /** The first working day strictly after the day. */
  nextWorkingDay(day: Day): Day
  workingDayOnOrBefore(day: Day): Day
  workingDayOnOrAfter(day: Day): Day
  /** The n-th working day after the day, which itself is not counted; before it when n is negative; 0 is the day. */
  addWorkingDays(day: Day, count: number): Counted
  /** The working days after the first day, up to and with the second; negative, before the first, when that is later. */
  workingDaysBetween(from: Day, to: Day): number
  /** The working days of a period, both its ends included. */
  workingDaysIn(from: Day, until: Day): number
  lastWorkingDayOf(month: Month): Day
}

/** A day or a count for which no calendar stands; the message may be shown to whoever asked. */
export class BeyondCalendar extends RangeError {
  override readonly name = "BeyondCalendar"
}

const FIRST_YEAR = 1990
const LAST_YEAR = 2100
const MOST_WORKING_DAYS = 10_000

const stands = (year: number): boolean => year >= FIRST_YEAR && year <= LAST_YEAR

/** Whether a text is a day for which the calendar can answer. */
export const isCountable = (text: string): text is Day => isDay(text) && stands(yearOf(text))

/** The calendar of the holiday notices that are loaded. */
export const calendarOf = (notices: readonly CalendarYear[]): Calendar => {
  const noticeOf = new Map(notices.map((notice) => [notice.id, notice]))
  const made: WorkYear[] = []

  const workYear = (year: number): WorkYear => {
    const known = made[year - FIRST_YEAR]
    if (known !== undefined) return known
    if (!stands(year)) throw new BeyondCalendar(`the calendar runs from ${FIRST_YEAR} to ${LAST_YEAR}`)
    return (made[year - FIRST_YEAR] = workYearOf(year, noticeOf.get(String(year))))
  }

  const coversYears = (first: number, last: number): boolean => {
    for (let year = first; year <= last; year++) if (!workYear(year).covered) return false
    return true
  }

  /** How many working days of its year have passed when a day ends, and when it begins. */
  const passedWith = ({ year, number }: Place): number => workYear(year).upTo[number] ?? 0
  const passedBefore = ({ year, number }: Place): number => workYear(year).upTo[number - 1] ?? 0

  /** The n-th working day of a year; 0 is the last one of the year before, and so on both ways. */
  const nth = (year: number, n: number): Day => {
    let at = year
    let left = n
    while (left < 1) left += workYear(--at).workingDays.length
    while (left > workYear(at).workingDays.length) left -= workYear(at++).workingDays.length
    return workYear(at).workingDays[left - 1] ?? ""
  }

  /** The working days from the beginning of one year to the beginning of another. */
  const ofYears = (first: number, end: number): number => {
    let sum = 0
    for (let year = first; year < end; year++) sum += workYear(year).workingDays.length
    return sum
  }

  const nthAfter = (day: Day, n: number): Day => {
    const place = placeOf(day)
    return nth(place.year, passedWith(place) + n)
  }

  const nthFrom = (day: Day, n: number): Day => {
    const place = placeOf(day)
    return nth(place.year, passedBefore(place) + n)
  }

  const addWorkingDays = (day: Day, count: number): Counted => {
    if (!Number.isInteger(count) || Math.abs(count) > MOST_WORKING_DAYS) {
      throw new BeyondCalendar(`at most ${MOST_WORKING_DAYS} working days can be counted, not ${count}`)
    }
    if (count === 0) return { day, provisional: false }
    const { year, number } = placeOf(day)
    if (count < 0) {
      const found = nthFrom(day, count + 1)
      return { day: found, provisional: !coversYears(yearOf(found), number === 1 ? year - 1 : year) }
    }
    const found = nthAfter(day, count)
    return { day: found, provisional: !coversYears(number === daysIn(year) ? year + 1 : year, yearOf(found)) }
  }

  const workingDaysIn = (from: Day, until: Day): number => {
    const [first, last] = [placeOf(from), placeOf(until)]
    return passedWith(last) - passedBefore(first) + ofYears(first.year, last.year)
  }

  const workingDaysBetween = (from: Day, to: Day): number => {
    const [first, last] = [placeOf(from), placeOf(to)]
    return to >= from
      ? passedWith(last) - passedWith(first) + ofYears(first.year, last.year)
      : passedBefore(last) - passedBefore(first) - ofYears(last.year, first.year)
  }

  const isWorkingDay = (day: Day): boolean => workingDaysIn(day, day) === 1

  return {
    covers: (day) => workYear(yearOf(day)).covered,
    coversAll: (from, until) => coversYears(yearOf(from), yearOf(until)),
    isWorkingDay,
    nextWorkingDay: (day) => nthAfter(day, 1),
    workingDayOnOrBefore: (day) => nthAfter(day, 0),
    workingDayOnOrAfter: (day) => nthFrom(day, 1),
    addWorkingDays,
    workingDaysBetween,
    workingDaysIn,
    lastWorkingDayOf: (month) => nthAfter(lastDayOf(month), 0),
  }
}
