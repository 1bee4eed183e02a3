import type { Calendar } from "./calendar.ts"
import { type Layer, layers, type Shift } from "./roster.ts"
import { addDays, type Day, type Instant, weekdayOf } from "./time.ts"

/** A shift with the name of who has it. */
export interface ShownShift {
  readonly layer: Layer
  readonly who: string
  readonly from: Instant
  readonly to: Instant
}

/** Hours on a layer, whoever has them. */
export type ShownHours = Pick<ShownShift, "layer" | "from" | "to">

/** A swap as its cards tell of it. */
export interface ShownSwap {
  readonly giver: string
  readonly taker: string
  readonly give: ShownHours
  readonly take: ShownHours | null
  /** Who did what was done last. */
  readonly by: string
}

/** One day of a roster. */
export interface RosterDay {
  readonly day: Day
  readonly works: boolean
  /** Whether the holiday notice of its year is not loaded. */
  readonly provisional: boolean
  /** The shifts that belong to the day, by layer and in order of their start. */
  readonly shifts: readonly ShownShift[]
}

/** The Monday of a day's week. */
export const mondayOf = (day: Day): Day => addDays(day, 1 - weekdayOf(day))

/** The roster of so many days: what is written, and what a picture draws. */
export const daysOf = (
  calendar: Calendar,
  shifts: readonly Shift[],
  first: Day,
  count: number,
  nameOf: (personId: string) => string,
): readonly RosterDay[] =>
  Array.from({ length: count }, (_, index) => addDays(first, index)).map((day) => ({
    day,
    works: calendar.isWorkingDay(day),
    provisional: !calendar.covers(day),
    shifts: shifts
      .filter(({ on }) => on === day)
      .sort((a, b) => layers.indexOf(a.layer) - layers.indexOf(b.layer) || a.from - b.from)
      .map(({ layer, personId, from, to }) => ({ layer, who: nameOf(personId), from, to })),
  }))

/** A week's roster, from Monday to Sunday. */
export const weekOf = (
  calendar: Calendar,
  shifts: readonly Shift[],
  monday: Day,
  nameOf: (personId: string) => string,
): readonly RosterDay[] => daysOf(calendar, shifts, monday, 7, nameOf)
