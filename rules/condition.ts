import type { Account } from "./account.ts"
import type { Clock } from "./quota.ts"
import type { Silences } from "./binding.ts"
import { isNear, type QuotaRule } from "./running.ts"
import { lastDayAfter, type Stretch } from "./stretch.ts"
import { type Day, dayOf } from "./time.ts"

/** How an account is kept: from well to given up. */
export const conditions = ["green", "amber", "red", "dormant", "zombie"] as const
export type Condition = (typeof conditions)[number]

type Lived = Pick<Account, "openedOn" | "registeredAt" | "returnedOn">

const later = (a: Day, b: Day | null | undefined): Day => (b != null && b > a ? b : a)

/** The last day on which the account is known to have been alive: its last post, else the day its clocks began. */
export const aliveOn = (account: Lived & Pick<Account, "lastPostAt">): Day =>
  account.lastPostAt === null ? startOf(account) : later(dayOf(account.lastPostAt), account.returnedOn)

/**
 * The day from which quotas run: the day of going live, or for an account that is older than its registration the day
 * on which it was registered, because nothing is known of the time before. After a time offline that was approved they
 * run anew.
 */
export const startOf = ({ openedOn, registeredAt, returnedOn }: Lived): Day =>
  later(later(dayOf(registeredAt), openedOn), returnedOn)

/** Whether a rolling quota has been missed since the last post: the silence goes on. */
const isBroken = (account: Account, rule: QuotaRule, today: Day): boolean =>
  rule.atLeast.kind === "every" && today > lastDayAfter(aliveOn(account), rule.atLeast)

/** The worst that can be said of an account on a day. */
export const conditionOf = (
  account: Account,
  running: readonly { readonly rule: QuotaRule; readonly clock: Clock }[],
  silences: Pick<Silences, "dormant" | "zombie">,
  today: Day,
): Condition => {
  const isBeyond = (stretch: Stretch): boolean => today > lastDayAfter(aliveOn(account), stretch)
  if (silences.zombie.some(isBeyond)) return "zombie"
  if (silences.dormant.some(isBeyond)) return "dormant"
  if (running.some(({ rule }) => isBroken(account, rule, today))) return "red"
  return running.some(({ rule, clock }) => isNear(rule, clock, today)) ? "amber" : "green"
}
