import type { Account } from "./account.ts"
import type { Carried } from "./acts.ts"
import type { Obligation, Phase } from "./obligation.ts"
import type { Source } from "./owed.ts"
import { addDays, type Day } from "./time.ts"

/** A dated duty as it is shown to people: all that a line about it says. */
export interface Duty extends Pick<
  Obligation,
  "id" | "phase" | "unitId" | "since" | "due" | "lastOn" | "to" | "settled" | "bornLate" | "occasionId"
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

/** Whether nothing but days of rest is left after today: the day does not move for them. */
export const isLastWorkingDay = ({ due, left, lastOn }: Pick<Duty, "due" | "left" | "lastOn">): boolean =>
  due !== null && left !== null && left > 0 && addDays(due.day, -left) === lastOn

/** Whether an office receives it today at the latest, which may close long before the day is over. */
export const isReceivedToday = ({ left, to }: Pick<Duty, "left" | "to">): boolean => left === 0 && to !== null

/** The last working day before a last day that is one of rest: the safe one. */
export const safeDay = ({ due, lastOn }: Pick<Duty, "due" | "lastOn">): Day | null =>
  due !== null && lastOn !== null && lastOn < due.day ? lastOn : null

/** So near is shown as such, even when nobody was reminded yet. */
const NEAR_DAYS = 3

/** In which phase it is shown to whoever looks: what is near is never shown as if there were time. */
export const looksLike = ({ phase, left }: Pick<Duty, "phase" | "left">): Phase =>
  phase === "open" && left !== null && left <= NEAR_DAYS ? "warned" : phase
