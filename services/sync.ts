import type { Account } from "../rules/account.ts"
import { isUp } from "../rules/life.ts"
import type { Obligation } from "../rules/obligation.ts"
import type { Instant } from "../rules/time.ts"
import type { Act } from "./app.ts"
import * as occasions from "./occasions.ts"
import * as people from "./people.ts"
import { Refusal } from "./refusal.ts"

/** What came out elsewhere, and is to come out on one's own accounts too. */
export const origins = ["website", "policy"] as const
export type Origin = (typeof origins)[number]

const starts = {
  website: "website.published",
  policy: "policy.published",
} as const satisfies Readonly<Record<Origin, string>>

export interface Item {
  readonly origin: Origin
  readonly title: string
  readonly link: string | null
  readonly at: Instant
}

/** Opens for each account what its rulebooks ask for when this comes out; an account without such a rule owes nothing. */
export const begin = async (
  act: Act,
  me: people.Member,
  accounts: readonly Account[],
  { origin, title, link, at }: Item,
): Promise<readonly Obligation[]> => {
  const rows: Obligation[] = []
  const nth = act.newId()
  for (const account of new Map(accounts.map((each) => [each.id, each])).values()) {
    await people.demand(act, me, "post.report", account.unitId)
    if (!isUp(account)) throw new Refusal(act.text.post.retired(account))
    const note = link === null ? title : `${title} ${link}`
    const happened = {
      kind: starts[origin],
      on: at,
      unitId: account.unitId,
      accountId: account.id,
      note,
      nth,
    }
    rows.push(...(await occasions.happen(act, happened)))
  }
  return rows
}
