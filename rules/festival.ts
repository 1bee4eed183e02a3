import { addDays, type Day } from "./time.ts"
import type { CalendarYear } from "./year.ts"

/** The first day of every stretch of days off that the holiday notices name. */
export const firstDaysOff = (years: readonly CalendarYear[]): readonly Day[] => {
  const off = new Set(years.flatMap(({ holidays }) => holidays))
  return [...off].filter((day) => !off.has(addDays(day, -1))).sort()
}
