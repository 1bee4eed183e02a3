import type { Account } from "../../rules/account.ts"
import { type BindingQuota, quotasFor, silencesFor } from "../../rules/binding.ts"
import { inForce } from "../../rules/force.ts"
import type { Post } from "../../rules/post.ts"
import { mostDays } from "../../rules/stretch.ts"
import { addDays, addMonths, type Day, dayOf, type Instant, monthOf } from "../../rules/time.ts"
import type { Facts } from "../../rules/verdict/facts.ts"
import { accountAt, type Told } from "../../rules/verdict/then.ts"
import type { Act } from "../app.ts"
import { calendar } from "../calendar.ts"
import * as editions from "../editions.ts"
import { stackOf } from "../rulebooks.ts"
import * as units from "../units.ts"

/** How far back a period and the one before it can reach. */
const REACH = { "working day": 30, day: 2, week: 14, month: 62, quarter: 184, year: 732 } as const

const reachOf = (quotas: readonly BindingQuota[]): number =>
  Math.max(
    0,
    ...quotas.map(({ atLeast }) => (atLeast.kind === "every" ? mostDays(atLeast) : REACH[atLeast.span])),
  )

const inMonths = async (act: Act, account: Account, from: Day, until: Day): Promise<readonly Post[]> => {
  const found: Post[] = []
  for (let month: Day = `${monthOf(from)}-01`; month <= until; month = addMonths(month, 1))
    found.push(...(await act.tables.posts.where("month", `${account.id}/${monthOf(month)}`)))
  return found
}

/** The posts that can matter between two instants: those as far back as the quotas reach, and the last one before. */
const postsOf = async (
  act: Act,
  account: Account,
  quotas: readonly BindingQuota[],
  from: Instant,
  at: Instant,
): Promise<readonly Post[]> => {
  const near = await inMonths(act, account, addDays(dayOf(from), -reachOf(quotas)), dayOf(at))
  const before = near.filter((post) => post.at <= from)
  const asked = new Set(quotas.flatMap(({ atLeast, counts }) => (atLeast.kind === "every" ? [counts] : [])))
  const knows =
    (before.length > 0 || account.lastPostAt === null) &&
    (!asked.has("originals") || before.some(({ original }) => original))
  return knows ? near : act.tables.posts.where("account", account.id)
}

const holding = async (act: Act, { unitId, platform }: Account) => {
  const unit = await units.unit(act, unitId)
  const stack = await stackOf(act, unit)
  const scope = { unitKind: unit.kind, platform }
  return {
    calendar: await calendar(act),
    quotas: quotasFor(stack, unit.kind, platform),
    silences: silencesFor(stack, unit.kind, platform),
    leave: {
      unapproved: inForce(stack, "require", scope)
        .filter(({ rule }) => rule.require === "account.approval")
        .map(({ key }) => key),
      "offline-unapproved": inForce(stack, "approval", scope)
        .filter(({ rule }) => rule.for === "account.go-offline")
        .map(({ key }) => key),
    },
  }
}

type Holding = Awaited<ReturnType<typeof holding>>

/** What holds for an account where it stands; looked up once for all accounts of a unit on a platform. */
export type Rules = (account: Account) => Promise<Holding>

/** The rules that a turn knows, be it as of a day that has passed. */
export const rulesOf = (act: Act): Rules => {
  const known = new Map<string, Promise<Holding>>()
  return (account) => {
    const key = `${account.unitId} ${account.platform}`
    const found = known.get(key) ?? holding(act, account)
    known.set(key, found)
    return found
  }
}

/** Everything an inspection of an account looks at between two instants, by the rules that held at the second. */
export const of = async (
  act: Act,
  rules: Rules,
  account: Account,
  from: Instant,
  at: Instant,
): Promise<Facts> => {
  const told: Told = {
    account,
    earlier: await editions.ofOne(act, account.id),
    windows: await act.tables.offlineWindows.where("account", account.id),
    posts: [],
  }
  const held = await rules(accountAt(told, at, act.now))
  return {
    ...told,
    ...held,
    posts: await postsOf(act, account, held.quotas, from, at),
    obligations: await act.tables.obligations.where("account", account.id),
    findings: await act.tables.findings.where("account", account.id),
    now: act.now,
  }
}
