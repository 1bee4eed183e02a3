import type { Account } from "./account.ts"
import type { Carried } from "./acts.ts"
import type { Obligation } from "./obligation.ts"
import type { Source } from "./owed.ts"
import type { Day } from "./time.ts"

/** A dated duty as it is shown to people: all that a line about it says. */
export interface Duty extends Pick<
  Obligation,
  "id" | "phase" | "since" | "due" | "to" | "settled" | "bornLate" | "occasionId"
> {
  readonly act: Carried
  readonly account: Pick<Account, "id" | "platform" | "name"> | null
  readonly unit: string
  /** The item it is about, where an account may have several such duties. */
  readonly about: string | null
  /** Whom it is about. */
  readonly person: string | null
  /** Days from today to the last day; negative when that has passed, null where no figure says when. */
  readonly left: number | null
  /** The first day on which it may be done; null where it need not wait. */
  readonly freeOn: Day | null
  readonly sources: readonly Source[]
  /** The text gives no figure: this one the office agreed on. */
  readonly house: boolean
}
