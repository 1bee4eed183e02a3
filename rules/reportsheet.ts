import type { Account, Platform } from "./account.ts"
import { isComing, isEnded, isUp } from "./life.ts"
import type { Source } from "./owed.ts"
import type { ReportKind } from "./report.ts"
import type { Score } from "./score.ts"
import type { Figures } from "./tally.ts"
import type { Term } from "./term.ts"
import type { Day } from "./time.ts"

/** How accounts stand, as a report tells them apart. */
export const accountGroups = ["up", "offline", "coming", "ended"] as const
export type AccountGroup = (typeof accountGroups)[number]

export const groupOf = (account: Pick<Account, "state">): AccountGroup => {
  if (isUp(account)) return "up"
  if (isComing(account)) return "coming"
  return isEnded(account) ? "ended" : "offline"
}

export type Counts = Readonly<Record<AccountGroup, number>>

/** One unit with everything below it; the unit that reports stands first, with its own alone. */
export interface UnitLine {
  readonly unit: string
  /** Accounts that are watched. */
  readonly accounts: number
  readonly figures: Figures
  /** Month by month, as far as the term has come. */
  readonly months: readonly Figures[]
  /** How often somebody else began to keep a password within a year. */
  readonly changes: number
}

/** What is over its date, for those who lead and nobody else. */
export interface OverdueLine {
  readonly unit: string
  readonly what: string
  readonly due: Day
}

/** Five measures of one account, typed in but for the first. */
export interface ScoreLine {
  readonly unit: string
  readonly account: Pick<Account, "platform" | "name">
  readonly posts: number
  readonly scored: Pick<Score, "content" | "followers" | "reposts" | "comments"> | null
}

/** Everything a report says, in values; which words and which file come later. */
export interface ReportSheet {
  readonly unit: string
  /** Whether it is about units below, or about the unit alone. */
  readonly supervises: boolean
  readonly kind: ReportKind
  readonly term: Term
  /** The term is not over yet. */
  readonly draft: boolean
  readonly madeOn: Day
  /** What asks for it. */
  readonly sources: readonly Source[]
  readonly total: Figures
  readonly before: { readonly term: Term; readonly figures: Figures }
  readonly parts: readonly { readonly term: Term; readonly figures: Figures }[]
  readonly counts: Counts
  readonly platforms: readonly { readonly platform: Platform; readonly counts: Counts }[]
  readonly units: readonly UnitLine[]
  readonly overdue: readonly OverdueLine[]
  /** How many more are overdue than the list holds. */
  readonly more: number
  /** Units with more than one account. */
  readonly several: readonly { readonly unit: string; readonly count: number }[]
  /** Several accounts of one unit on one platform. */
  readonly overlapping: readonly {
    readonly unit: string
    readonly platform: Platform
    readonly names: readonly string[]
  }[]
  /** The accounts that published least, in the order of their units. */
  readonly fewest: readonly {
    readonly unit: string
    readonly account: Pick<Account, "platform" | "name">
    readonly posts: number
  }[]
  readonly topics: readonly { readonly unit: string; readonly what: string; readonly on: Day }[]
  readonly scores: readonly ScoreLine[]
}

/** What may be read by everybody: the sums, and nothing of any single unit. */
export const inPublic = (sheet: ReportSheet): ReportSheet => ({
  ...sheet,
  units: [],
  overdue: [],
  more: 0,
  several: [],
  overlapping: [],
  fewest: [],
  topics: [],
  scores: [],
})
