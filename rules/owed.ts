import type { Account } from "./account.ts"
import type { Condition } from "./condition.ts"
import type { Frequency } from "./frequency.ts"
import type { Day } from "./time.ts"

/** What a rulebook is called; in English where it says so. */
export interface Titled {
  readonly title: string
  readonly titleEn?: string | undefined
}

/** A rule in our own words; in English where the rulebook has it. */
export interface Said {
  readonly says: string
  readonly saysEn?: string | undefined
}

/** Where a rule stands, so that every message can name it. */
export interface Source extends Titled {
  readonly article: string
  readonly origin: "text" | "house" | "national"
}

/** What one account owes under one quota: all that a line about it says. */
export interface Owed {
  readonly account: Pick<Account, "id" | "platform" | "name">
  readonly frequency: Frequency
  readonly counts: "posts" | "originals"
  readonly source: Source
  readonly from: Day
  readonly until: Day
  readonly needed: number
  readonly count: number
  /** Days from today to the last day. */
  readonly left: number
  /** The last post, or null before the first. */
  readonly lastPost: Day | null
  /** Days without a sign of life. */
  readonly silent: number
  readonly condition: Condition
  /** The period begins and ends before the next working day: it has to be provided for beforehand. */
  readonly ahead: boolean
  /** The dates hang on a year whose holiday notice is not loaded. */
  readonly provisional: boolean
}
