import type { Layer } from "../../rules/roster.ts"
import type { Day, Instant } from "../../rules/time.ts"

/** Somebody's time on duty, by name. */
export interface Served {
  readonly layer: Layer
  readonly name: string
  readonly from: Instant
  readonly to: Instant
}

/** One day of a roster: whose shifts start on it, and when nobody is there who ought to be. */
export interface RosterDay {
  readonly day: Day
  readonly kind: "working" | "rest" | "make-up"
  readonly shifts: readonly Served[]
  readonly holes: readonly { readonly from: Instant; readonly to: Instant }[]
}

/** The roster of a unit over some days, as it is drawn. */
export interface RosterSheet {
  readonly unit: string
  readonly today: Day
  /** Those that are kept at all. */
  readonly layers: readonly Layer[]
  readonly days: readonly RosterDay[]
  /** Whether it is not known yet which of the days are days of rest. */
  readonly provisional: boolean
}
