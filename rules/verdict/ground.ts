import type { Day } from "../time.ts"

/** What every reason says: how it stands, by which rules, and until when it would have been well. */
export interface Ground {
  readonly level: "red" | "soon"
  /** Rulebook and rule; the first is the one that is counted by. */
  readonly rules: readonly string[]
  /** The last day on which it is well; null where it never was. */
  readonly until: Day | null
  /** Days from the day looked at to the last one; negative when that has passed, null without one. */
  readonly left: number | null
}
