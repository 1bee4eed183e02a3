import { addDays, type Day, weekdayOf } from "./time.ts"
import type { CalendarYear } from "./year.ts"

/** One year made ready for counting. */
export interface WorkYear {
  /** Whether the year's holiday notice is loaded; without it every Monday to Friday is taken for a working day. */
  readonly covered: boolean
  /** The working days, in order. */
  readonly workingDays: readonly Day[]
  /** How many working days lie in the first n days of the year, for n from 0 to 366. */
  readonly upTo: Uint16Array
}

export const workYearOf = (year: number, notice: CalendarYear | undefined): WorkYear => {
  const off = new Set(notice?.holidays)
  const on = new Set(notice?.makeUpDays)
  const workingDays: Day[] = []
  const upTo = new Uint16Array(367)
  for (let number = 1; number <= daysIn(year); number++) {
    const day = addDays(`${year}-01-01`, number - 1)
    if (on.has(day) || (weekdayOf(day) <= 5 && !off.has(day))) workingDays.push(day)
    upTo[number] = workingDays.length
  }
  return { covered: notice !== undefined, workingDays, upTo }
}

/** A day as it is looked up: its year, and its place in it, January 1 being 1. */
export interface Place {
  readonly year: number
  readonly number: number
}

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)

export const daysIn = (year: number): number => (isLeap(year) ? 366 : 365)

/** How many days of a common year lie before each month. */
const BEFORE_MONTH = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334]

/** The number two digits make, read without cutting strings: due dates are counted by the hundred thousand. */
const digits = (day: Day, at: number): number => day.charCodeAt(at) * 10 + day.charCodeAt(at + 1) - 528

export const yearOf = (day: Day): number => digits(day, 0) * 100 + digits(day, 2)

export const placeOf = (day: Day): Place => {
  const year = yearOf(day)
  const month = digits(day, 5)
  const leapDay = month > 2 && isLeap(year) ? 1 : 0
  return { year, number: (BEFORE_MONTH[month - 1] ?? Number.NaN) + leapDay + digits(day, 8) }
}
