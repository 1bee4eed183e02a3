import type { Account } from "../rules/account.ts"
import type { Instant } from "../rules/time.ts"
import type { Act } from "./app.ts"
import type { Member } from "./people.ts"
import * as posts from "./posts.ts"
import * as registration from "./registration.ts"

/** Something that somebody did lately and can take back: a report of posts, or a registration. */
export type Doing = { readonly id: string; readonly recordedAt: Instant } & (
  | { readonly kind: "post"; readonly accounts: readonly Account[]; readonly at: Instant }
  | { readonly kind: "registration"; readonly account: Account }
)

/** How much is offered. */
const OFFERED = 6

/** What somebody did lately and can take back, the newest first. */
export const latest = async (act: Act, me: Member): Promise<readonly Doing[]> => {
  const reported = (await posts.latestBatches(act, me.person.id)).map((batch): Doing => ({
    ...batch,
    kind: "post",
  }))
  const registered = (await registration.latest(act, me)).map((account): Doing => ({
    kind: "registration",
    id: account.id,
    recordedAt: account.registeredAt,
    account,
  }))
  return [...reported, ...registered].sort((a, b) => b.recordedAt - a.recordedAt).slice(0, OFFERED)
}

export type Undone =
  | { readonly kind: "post"; readonly accounts: readonly Account[] }
  | { readonly kind: "registration"; readonly account: Account }

/** Takes one of them back. */
export const undo = async (act: Act, me: Member, id: string): Promise<Undone> =>
  (await act.tables.accounts.get(id))
    ? { kind: "registration", account: await registration.undo(act, me, id) }
    : { kind: "post", accounts: await posts.undo(act, me, id) }
