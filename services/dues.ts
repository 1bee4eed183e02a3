import type { Account } from "../rules/account.ts"
import { aliveOn, conditionOf } from "../rules/condition.ts"
import type { Owed, Said } from "../rules/owed.ts"
import type { BindingQuota } from "../rules/binding.ts"
import type { Clock } from "../rules/quota.ts"
import { ahead, isLastCall, isProvisional, isWarned } from "../rules/running.ts"
import { dayOf, daysBetween, type Instant } from "../rules/time.ts"
import type { Act } from "./app.ts"
import { calendar } from "./calendar.ts"
import * as quotas from "./quotas.ts"
import * as bindings from "./bindings.ts"

/** Something owed, with what the reminders ask of it. */
export interface Due extends Owed, Said {
  readonly key: string
  readonly satisfied: boolean
  /** Whether a reminder falls on today. */
  readonly warned: boolean
  readonly lastCall: boolean
}

/** What an account owes under each of its quotas today, soonest first. */
export const of = async (
  act: Act,
  account: Account,
  lastRunAt: Instant | null = null,
): Promise<readonly Due[]> => {
  const today = dayOf(act.now)
  const days = await calendar(act)
  const spoken = lastRunAt === null ? today : days.nextWorkingDay(dayOf(lastRunAt))
  const unspoken = spoken < today ? spoken : today
  const bound = await bindings.boundOf(act, account)
  const running = await quotas.of(act, account, bound)
  const condition = conditionOf(account, running, await bindings.silences(act, account, bound), today)
  const due = (rule: BindingQuota, clock: Clock, early: boolean): Due => {
    const warned = early || isWarned(days, rule, clock, today, unspoken)
    return {
      key: rule.key,
      says: rule.cited.rule.says,
      saysEn: rule.cited.rule.saysEn,
      account,
      frequency: rule.atLeast,
      counts: rule.counts,
      source: bindings.sourceOf(rule.cited),
      from: clock.from,
      until: clock.until,
      needed: clock.needed,
      count: clock.count,
      left: daysBetween(today, clock.until),
      lastPost: account.lastPostAt === null ? null : dayOf(account.lastPostAt),
      silent: daysBetween(aliveOn(account), today),
      // A warning that was moved before days off is a warning all the same.
      condition: warned && condition === "green" ? "amber" : condition,
      ahead: early,
      provisional: isProvisional(days, rule, clock),
      satisfied: clock.count >= clock.needed,
      warned,
      lastCall: early || isLastCall(days, clock, today),
    }
  }
  return running.flatMap(({ rule, clock }) => {
    const next = ahead(days, rule, clock, today)
    return [due(rule, clock, false), ...(next ? [due(rule, next, true)] : [])]
  })
}

/** What several accounts owe: those that are overdue, once each, and what falls due, soonest first. */
export interface Owing {
  readonly overdue: readonly Due[]
  readonly open: readonly Due[]
  /** How many accounts owe nothing at all. */
  readonly clear: number
}

export const ofAll = async (
  act: Act,
  accounts: readonly Account[],
  lastRunAt: Instant | null = null,
): Promise<Owing> => {
  const overdue: Due[] = []
  const open: Due[] = []
  let clear = 0
  for (const account of accounts) {
    const dues = await of(act, account, lastRunAt)
    const [first] = dues
    const broken = first !== undefined && !["green", "amber"].includes(first.condition)
    if (broken) overdue.push(first)
    const missing = dues.filter((due) => !due.satisfied && !(broken && due.frequency.kind === "every"))
    open.push(...missing)
    if (!broken && missing.length === 0) clear += 1
  }
  return {
    overdue: overdue.sort((a, b) => a.silent - b.silent),
    open: open.sort((a, b) => (a.until < b.until ? -1 : a.until > b.until ? 1 : 0)),
    clear,
  }
}
