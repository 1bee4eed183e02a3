import { z } from "zod"
import { expected } from "./expected.ts"
import { line } from "./kinds/common.ts"
import { addDays, type Day, isDay } from "./time.ts"
import type { CalendarYear } from "./year.ts"

/** A day of every year (`03-15`), or of one year where it moves (`2026-02-17`). */
const On = z.string().refine((on) => isDay(on.length === 5 ? `2024-${on}` : on), expected("day"))

/** Festivals, days of remembrance and theme days (节日、纪念日、主题日). */
export const FestiveDays = z
  .array(z.strictObject({ on: On, says: line(40, "words"), saysEn: line(60, "words").optional() }).readonly())
  .min(1)
  .max(100)
  .readonly()
export type FestiveDays = z.output<typeof FestiveDays>

/** Something to plan for: the first of some days off, or a theme day that lies in none. */
export interface Festive {
  readonly on: Day
  readonly off: boolean
  readonly named: FestiveDays
}

/** What there is to plan for from a day to another, both included: days off as the notices have them, and theme days. */
export const festive = (
  years: readonly CalendarYear[],
  days: FestiveDays,
  from: Day,
  until: Day,
): readonly Festive[] => {
  const off = new Set(years.flatMap(({ holidays }) => holidays))
  const found = new Map<Day, Festive>()
  let first: Day | null = null
  for (let day = from; day <= until || off.has(day); day = addDays(day, 1)) {
    first = off.has(day) ? (first ?? day) : null
    const named = days.filter(({ on }) => on === day || on === day.slice(5))
    const begun = first === null ? null : found.get(first)
    if (begun) found.set(begun.on, { ...begun, named: [...begun.named, ...named] })
    else if (first !== null ? !off.has(addDays(day, -1)) : named.length > 0)
      found.set(day, { on: day, off: first !== null, named })
  }
  return [...found.values()]
}
