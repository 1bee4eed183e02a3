import type { Case } from "../case.ts"
import type { CheckSheet } from "../check.ts"
import type { Custody } from "../custody.ts"
import type { Finding } from "../finding.ts"
import type { Incident } from "../incident.ts"
import type { Breach } from "../item.ts"
import type { Obligation } from "../obligation.ts"
import type { Post } from "../post.ts"
import type { Miss } from "../quota.ts"
import type { Day, Instant } from "../time.ts"
import type { Topic } from "../topic.ts"

/** What a report rests on: the rows of some units, each in the list of its kind. */
export interface Evidence {
  readonly posts: readonly Post[]
  /** The periods of quotas that are over and in which enough was published, by their last day. */
  readonly kept: readonly Day[]
  readonly misses: readonly Miss[]
  /** The same of quotas without periods: an account was silent for longer than it may be. */
  readonly silences: readonly Miss[]
  readonly duties: readonly Obligation[]
  readonly incidents: readonly Incident[]
  readonly breaches: readonly Breach[]
  /** Somebody else began to keep a password than before. */
  readonly custodies: readonly Custody[]
  readonly topics: readonly Topic[]
  readonly cases: readonly Case[]
  readonly checks: readonly CheckSheet[]
  readonly findings: readonly Finding[]
}

/** Takes one row into account, on the day to which it belongs. */
type Count = (day: Day, weight: number) => void

/**
 * One figure of a report. Every row counts on one day at the most, so that the figures of the days add up to those of
 * the months, of the quarters and of the year, and those of the units to that of all.
 */
export interface Measure {
  readonly tally: (evidence: Evidence, count: Count, now: Instant) => void
}

/** A measure over the rows of one kind: the day on which a row counts, or null where it does not. */
export const measure = <K extends keyof Evidence>(
  of: K,
  on: (row: Evidence[K][number], now: Instant) => Day | null,
  weigh: (row: Evidence[K][number]) => number = () => 1,
): Measure => ({
  tally: (evidence, count, now) => {
    for (const row of evidence[of] as readonly Evidence[K][number][]) {
      const day = on(row, now)
      if (day !== null) count(day, weigh(row))
    }
  },
})
