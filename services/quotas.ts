import type { Account } from "../rules/account.ts"
import { isUp } from "../rules/life.ts"
import type { Post } from "../rules/post.ts"
import type { Clock } from "../rules/quota.ts"
import type { BindingQuota } from "../rules/binding.ts"
import { elapsed, isProvisional, running } from "../rules/running.ts"
import { aliveOn, startOf } from "../rules/condition.ts"
import { mostDays } from "../rules/stretch.ts"
import { addDays, addMonths, type Day, dayOf } from "../rules/time.ts"
import type { Act } from "./app.ts"
import { calendar } from "./calendar.ts"
import * as lapses from "./lapses.ts"
import type { Told, Watching } from "./move.ts"
import * as owners from "./owners.ts"
import * as misses from "./misses.ts"
import * as bindings from "./bindings.ts"

/** A quota on an account, with its running period. */
export interface Running {
  readonly rule: BindingQuota
  readonly clock: Clock
}

/** The clocks of an account with the rules they come from, soonest first. */
export const of = async (act: Act, account: Account, bound?: bindings.Bound): Promise<readonly Running[]> => {
  const rules = await bindings.quotas(act, account, bound)
  const clocks = await act.tables.clocks.where("account", account.id)
  return clocks
    .flatMap((clock) => rules.filter((rule) => rule.key === clock.rule).map((rule) => ({ rule, clock })))
    .sort((a, b) => a.clock.dueAt - b.clock.dueAt)
}

/** Sets every clock of an account by what is known today: after a post, an undo, a registration, a new rulebook. */
export const wind = async (act: Act, account: Account, bound?: bindings.Bound): Promise<void> => {
  const today = dayOf(act.now)
  const rules = isUp(account) ? await bindings.quotas(act, account, bound) : []
  const days = await calendar(act)
  const wound = new Set<string>()
  for (const rule of rules) {
    const known = {
      accountId: account.id,
      start: anchor(account, rule),
      posts: await recent(act, account, rule, today),
    }
    const clock = running(days, rule, known, today)
    wound.add(clock.id)
    const before = await act.tables.clocks.get(clock.id)
    if (before) await keepMisses(act, account, rule, before, known.start, known.posts)
    await act.tables.clocks.put(clock)
  }
  for (const old of await act.tables.clocks.where("account", account.id))
    if (!wound.has(old.id)) await act.tables.clocks.remove(old.id)
}

/** A clock is never set anew over a period that has ended: what was missed is kept first. */
const keepMisses = async (
  act: Act,
  account: Account,
  rule: BindingQuota,
  before: Clock,
  start: Day,
  posts: readonly Post[],
): Promise<void> => {
  await lapses.catchUp(act, account, rule, before)
  // A post reported late, or taken back, moves the windows of a rolling quota: those that have passed are looked at again.
  for (const { from, until } of elapsed(rule, { start, posts }, dayOf(act.now))) {
    const count = await misses.countIn(act, account.id, rule, { from, until })
    if (count === 0 && until >= startOf(account))
      await misses.keep(act, account, rule, {
        accountId: account.id,
        rule: rule.key,
        from,
        until,
        needed: 1,
        count,
        at: act.now,
      })
  }
}

/** The clocks of accounts as they stand, and afterwards which last days are other ones and still have to be met. */
export const watching: Watching = async (act, _unitId, accounts) => {
  const before = new Map<string, Clock>()
  for (const account of accounts)
    for (const clock of await act.tables.clocks.where("account", account.id)) before.set(clock.id, clock)
  return async () => {
    const told: Told[] = []
    for (const account of accounts)
      for (const { rule, clock } of await of(act, account)) {
        const was = before.get(clock.id)
        if (!was || was.dueAt <= act.now || was.count >= was.needed) continue
        if (was.until === clock.until || clock.count >= clock.needed) continue
        told.push({
          to: await owners.remindedOf(act, account),
          move: {
            what: act.text.quota.update(account),
            source: bindings.sourceOf(rule.cited),
            before: was.until,
            after: clock.until,
            provisional: isProvisional(await calendar(act), rule, clock),
          },
        })
      }
    return told
  }
}

/** A rolling quota runs from the last sign of life, a periodic one from the start. */
const anchor = (account: Account, rule: BindingQuota): Day =>
  rule.atLeast.kind === "every" && rule.counts === "posts" ? aliveOn(account) : startOf(account)

/** The posts of the months that a running period can reach into. */
const recent = async (
  act: Act,
  account: Account,
  rule: BindingQuota,
  today: Day,
): Promise<readonly Post[]> => {
  const reach = rule.atLeast.kind === "every" ? mostDays(rule.atLeast) : reachOf(rule.atLeast.span)
  const posts: Post[] = []
  for (
    let day = today;
    day.slice(0, 7) >= addDays(today, -reach).slice(0, 7);
    day = addMonths(`${day.slice(0, 7)}-01`, -1)
  )
    posts.push(...(await act.tables.posts.where("month", `${account.id}/${day.slice(0, 7)}`)))
  return posts
}

const reachOf = (span: "working day" | "day" | "week" | "month" | "quarter" | "year"): number =>
  ({ "working day": 1, day: 1, week: 7, month: 31, quarter: 92, year: 366 })[span]
