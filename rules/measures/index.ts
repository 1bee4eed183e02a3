import { breaches } from "./breaches.ts"
import { casesClosed } from "./cases-closed.ts"
import { casesInTime } from "./cases-in-time.ts"
import { casesLate } from "./cases-late.ts"
import { cases } from "./cases.ts"
import { changes } from "./changes.ts"
import { checks } from "./checks.ts"
import { drills } from "./drills.ts"
import { dutiesDone } from "./duties-done.ts"
import { dutiesLate } from "./duties-late.ts"
import { dutiesOverdue } from "./duties-overdue.ts"
import { dutiesWaived } from "./duties-waived.ts"
import { findingsClosed } from "./findings-closed.ts"
import { findings } from "./findings.ts"
import { firsts } from "./firsts.ts"
import { incidents } from "./incidents.ts"
import { kept } from "./kept.ts"
import type { Measure } from "./measure.ts"
import { missed } from "./missed.ts"
import { originals } from "./originals.ts"
import { posts } from "./posts.ts"
import { silences } from "./silences.ts"
import { minutesToTake, taken } from "./taken.ts"
import { topics } from "./topics.ts"

/** Every figure of a report, in the order in which it is read. */
export const measures = {
  posts,
  originals,
  firsts,
  kept,
  missed,
  silences,
  dutiesDone,
  dutiesLate,
  dutiesOverdue,
  dutiesWaived,
  cases,
  casesClosed,
  casesInTime,
  casesLate,
  checks,
  findings,
  findingsClosed,
  incidents,
  taken,
  minutesToTake,
  drills,
  breaches,
  changes,
  topics,
} as const satisfies Readonly<Record<string, Measure>>

export type MeasureName = keyof typeof measures
export const measureNames = Object.keys(measures) as readonly MeasureName[]
