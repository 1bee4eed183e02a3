import type { Account } from "../../rules/account.ts"
import type { BindingQuota } from "../../rules/binding.ts"
import type { Custody } from "../../rules/custody.ts"
import { keptIn, type PeriodAt } from "../../rules/keptperiods.ts"
import type { Evidence } from "../../rules/measures/measure.ts"
import type { Post } from "../../rules/post.ts"
import type { Miss } from "../../rules/quota.ts"
import { monthsOf } from "../../rules/term.ts"
import { type Day, dayOf, type Month } from "../../rules/time.ts"
import type { Unit } from "../../rules/unit.ts"
import type { Act } from "../app.ts"
import * as bindings from "../bindings.ts"

/** Which months are looked at, and how periods are counted. */
export interface Reach {
  readonly months: readonly Month[]
  readonly periodAt: PeriodAt
}

/** One unit's own rows, with its accounts. */
export interface Own {
  readonly unit: Unit
  readonly accounts: readonly Account[]
  readonly evidence: Evidence
  /** How much each account published in some stretch of days. */
  readonly postsOf: (accountId: string, from: Day, until: Day) => number
}

/** The months with those before them in which a period began that ends in the first: it is counted whole or not at all. */
const reached = (
  months: readonly Month[],
  quotas: readonly BindingQuota[],
  periodAt: PeriodAt,
): readonly Month[] => {
  const [first = ""] = months
  const begins: Day = `${first}-01`
  const from = quotas.reduce((earliest, rule) => {
    const start = rule.atLeast.kind === "every" ? begins : periodAt(rule, begins).from
    return start < earliest ? start : earliest
  }, begins)
  return monthsOf({ from, until: `${months.at(-1) ?? first}-01` })
}

/** Everything a report rests on of one unit as such, without those below it. */
export const ofUnit = async (act: Act, unit: Unit, { months, periodAt }: Reach): Promise<Own> => {
  const { tables } = act
  const accounts = await tables.accounts.where("unit", unit.id)
  const [posts, misses, silences, kept]: [Post[], Miss[], Miss[], Day[]] = [[], [], [], []]
  const own = new Map<string, readonly Post[]>()
  for (const account of accounts) {
    const quotas = await bindings.quotas(act, account)
    const published: Post[] = []
    for (const month of reached(months, quotas, periodAt))
      published.push(...(await tables.posts.where("month", `${account.id}/${month}`)))
    own.set(account.id, published)
    for (const post of published) posts.push(post)
    const rolling = quotas.filter(({ atLeast }) => atLeast.kind === "every").map(({ key }) => key)
    for (const miss of await tables.misses.where("account", account.id))
      (rolling.includes(miss.rule) ? silences : misses).push(miss)
    for (const rule of quotas) kept.push(...keptIn(periodAt, rule, published, dayOf(act.now)))
  }
  return {
    unit,
    accounts,
    evidence: {
      posts,
      kept,
      misses,
      silences,
      duties: await tables.obligations.where("unit", unit.id),
      incidents: await tables.incidents.where("unit", unit.id),
      breaches: await tables.breaches.where("unit", unit.id),
      custodies: await changesOf(act, unit.id),
      topics: await tables.topics.where("unit", unit.id),
      cases: await tables.cases.where("unit", unit.id),
      checks: await tables.checks.where("unit", unit.id),
      findings: await tables.findings.where("unit", unit.id),
    },
    postsOf: (accountId, from, until) =>
      (own.get(accountId) ?? []).filter(({ at }) => dayOf(at) >= from && dayOf(at) <= until).length,
  }
}

/** Each time that a password of the unit came to somebody else; the first who kept it came to nobody's place. */
const changesOf = async (act: Act, unitId: string): Promise<readonly Custody[]> => {
  const here = await act.tables.custodies.where("unit", unitId)
  const changes: Custody[] = []
  for (const custody of here) {
    const all = await act.tables.custodies.where("account", custody.accountId)
    if (all.some(({ from, id }) => from < custody.from || (from === custody.from && id < custody.id)))
      changes.push(custody)
  }
  return changes
}
