import type { Account } from "../rules/account.ts"
import type { BindingQuota } from "../rules/binding.ts"
import type { Post } from "../rules/post.ts"
import type { Clock, Miss } from "../rules/quota.ts"
import { addMonths, type Day, dayOf } from "../rules/time.ts"
import { atWork } from "../rules/times.ts"
import type { Act } from "./app.ts"
import * as bindings from "./bindings.ts"
import { calendar } from "./calendar.ts"
import * as outbox from "./outbox.ts"
import * as owners from "./owners.ts"
import * as units from "./units.ts"

type Span = Pick<Clock, "from" | "until">

/** The posts of an account in a stretch of days, both ends included. */
export const postsIn = async (
  act: Act,
  accountId: string,
  { from, until }: Span,
): Promise<readonly Post[]> => {
  const posts: Post[] = []
  for (let month: Day = `${from.slice(0, 7)}-01`; month <= until; month = addMonths(month, 1))
    posts.push(...(await act.tables.posts.where("month", `${accountId}/${month.slice(0, 7)}`)))
  return posts.filter(({ at }) => dayOf(at) >= from && dayOf(at) <= until)
}

/** How many of an account's posts count for a rule in a stretch of days. */
export const countIn = async (act: Act, accountId: string, rule: Pick<BindingQuota, "counts">, span: Span) =>
  (await postsIn(act, accountId, span)).filter(({ original }) => original || rule.counts === "posts").length

/** Keeps a missed quota for good, and tells whoever answers for it; a miss that is kept already stays as it is. */
export const keep = async (
  act: Act,
  account: Account,
  rule: BindingQuota,
  miss: Omit<Miss, "id">,
): Promise<void> => {
  const kept = { ...miss, id: `${account.id}/${rule.key}/${miss.until}` }
  if (await act.tables.misses.get(kept.id)) return
  await act.tables.misses.put(kept)
  await tell(act, account, rule, kept)
}

/** Notes beside the misses of an account what was reported afterwards: the miss itself stays. */
export const noteLateReports = async (act: Act, account: Account): Promise<void> => {
  const missed = await act.tables.misses.where("account", account.id)
  if (missed.length === 0) return
  const rules = await bindings.quotas(act, account)
  for (const miss of missed) {
    const rule = rules.find(({ key }) => key === miss.rule)
    if (!rule) continue
    const later = Math.max(0, (await countIn(act, account.id, rule, miss)) - miss.count)
    if (later !== (miss.later ?? 0)) await act.tables.misses.put({ ...miss, later })
  }
}

/**
 * Tells whoever answers for the unit, once, on a working day: the period is over, and nothing of it can be saved on a day
 * off. Several misses share a message.
 */
const tell = async (act: Act, account: Account, rule: BindingQuota, miss: Miss): Promise<void> => {
  const unit = await units.unit(act, account.unitId)
  const dueAt = atWork(await calendar(act), await units.times(act, unit.id), act.now)
  for (const leader of await owners.leaders(act, unit.id))
    await outbox.post(act, {
      to: { kind: "person", id: leader.id },
      lane: "notice",
      key: `missed:${miss.id}:${leader.id}`,
      dueAt,
      body: {
        text: act.text.quota.missed({
          account,
          unit: unit.name,
          miss,
          source: bindings.sourceOf(rule.cited),
          lastPost: account.lastPostAt === null ? null : dayOf(account.lastPostAt),
        }),
      },
    })
}
