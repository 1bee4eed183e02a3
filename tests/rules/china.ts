import { readFileSync } from "node:fs"
import { type Calendar, calendarOf } from "../../rules/calendar.ts"
import type { CalendarYear } from "../../rules/year.ts"

/** The holiday notices that Zhishou ships. */
export const shippedYears = (
  JSON.parse(readFileSync(new URL("../../rulebooks/holidays.json", import.meta.url), "utf8")) as {
    years: CalendarYear[]
  }
).years

/** The calendar as it is shipped: 2004 to 2026. */
export const china: Calendar = calendarOf(shippedYears)
