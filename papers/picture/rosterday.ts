import { common, type Interval } from "../../rules/interval.ts"
import type { Layer } from "../../rules/roster.ts"
import type { RosterDay } from "../../rules/shownroster.ts"
import { type Day, endOf, instantOf, weekdayOf } from "../../rules/time.ts"

/** The roster of a unit over some days, as it is drawn. */
export interface RosterSheet {
  readonly unit: string
  readonly today: Day
  /** Those that are kept at all. */
  readonly layers: readonly Layer[]
  readonly days: readonly RosterDay[]
  /** When nobody is on duty who ought to be. */
  readonly holes: readonly Interval[]
}

const SATURDAY = 6

/** What makes a day other than its name says: a day of rest, or a make-up day. */
export const kindOf = ({ day, works }: RosterDay): "working" | "rest" | "make-up" =>
  works ? (weekdayOf(day) < SATURDAY ? "working" : "make-up") : "rest"

/** The part of a day in which nobody is there, from 00:00 to 24:00. */
export const holesOn = ({ holes }: RosterSheet, { day }: RosterDay): readonly Interval[] =>
  common([{ from: instantOf(day), to: endOf(day) }], holes)
