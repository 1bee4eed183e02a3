import { type Calendar, calendarOf } from "../rules/calendar.ts"
import type { CalendarYear } from "../rules/year.ts"
import type { Act } from "./app.ts"
import * as editions from "./editions.ts"

interface Made {
  readonly years: readonly CalendarYear[]
  readonly calendar: Calendar
}

/**
 * The calendar made last from rows beginning with this one. A row never changes once it is stored, so the very same rows
 * give the very same calendar, whichever store they come from and whatever was undone in between.
 */
const made = new WeakMap<CalendarYear, Made>()
const empty = calendarOf([])

/** The calendar of the notices that are loaded, made anew only when they have changed. */
export const calendar = async ({ tables }: Pick<Act, "tables">): Promise<Calendar> => {
  const years = await tables.years.all()
  const [first] = years
  if (first === undefined) return empty
  const known = made.get(first)
  if (known?.years.length === years.length && known.years.every((year, at) => year === years[at])) {
    return known.calendar
  }
  const fresh = calendarOf(years)
  made.set(first, { years: [...years], calendar: fresh })
  return fresh
}

const contents = ({ holidays, makeUpDays, source }: CalendarYear): string =>
  JSON.stringify([holidays, makeUpDays, source])

/** Puts in the years that are new or differ, and says which they are: open dates that touch them are to be counted again. */
export const load = async (act: Act, years: readonly CalendarYear[]): Promise<readonly string[]> => {
  const changed: string[] = []
  for (const year of years) {
    const known = await act.tables.years.get(year.id)
    if (known !== null && contents(known) === contents(year)) continue
    if (known !== null) await editions.keep(act, { of: "year", key: year.id, was: known })
    await act.tables.years.put(year)
    changed.push(year.id)
  }
  return changed
}

/** The same for the shipped notices: a year that is there stays as it is, for the office may have put it right. */
export const loadMissing = async (act: Act, years: readonly CalendarYear[]): Promise<readonly string[]> => {
  const known = new Set((await act.tables.years.all()).map(({ id }) => id))
  return load(
    act,
    years.filter(({ id }) => !known.has(id)),
  )
}
