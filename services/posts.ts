import type { Account } from "../rules/account.ts"
import { isUp } from "../rules/life.ts"
import { kindOf, type Post, type PostKind } from "../rules/post.ts"
import { hours, type Instant } from "../rules/time.ts"
import type { Act } from "./app.ts"
import * as bindings from "./bindings.ts"
import * as dues from "./dues.ts"
import * as misses from "./misses.ts"
import * as windows from "./offline/windows.ts"
import * as people from "./people.ts"
import * as quotas from "./quotas.ts"
import { Refusal } from "./refusal.ts"
import * as sources from "./reports/sources.ts"
import * as silence from "./silence.ts"
import * as reposts from "./reposts/reporting.ts"
import * as publishing from "./reviews/publishing.ts"
import * as units from "./units.ts"

/** How long a report can be taken back by whoever made it. */
const UNDO_HOURS = 24

export interface Report {
  readonly accounts: readonly Account[]
  readonly link: string | null
  readonly at: Instant
  readonly kind: PostKind
  /** The reviewed item that it is, where somebody said so. */
  readonly item?: string
}

/** Records one publication on one or more accounts, and moves their clocks. Gives back the batch that can be undone. */
export const report = async (act: Act, me: people.Member, what: Report): Promise<readonly Post[]> => {
  if (what.at > act.now) throw new Refusal(act.text.post.future(what.at, act.now))
  const batchId = act.newId()
  const posts: Post[] = []
  for (const account of new Map(what.accounts.map((each) => [each.id, each])).values()) {
    await people.demand(act, me, "post.report", account.unitId)
    await windows.refuseOffline(act, account)
    if (!isUp(account)) throw new Refusal(act.text.post.retired(account))
    await refuseTwice(act, account, what.link)
    const { link, at, kind } = what
    const reported: Post = {
      id: act.newId(),
      accountId: account.id,
      at,
      link,
      original: kind !== "repost",
      ...(kind === "first" ? { first: true } : {}),
      by: act.by,
      recordedAt: act.now,
      batchId,
    }
    await act.tables.posts.put(reported)
    const bound = await bindings.boundOf(act, account)
    await settle(act, account, Math.max(at, account.lastPostAt ?? at), bound)
    await reposts.reported(act, account, reported)
    posts.push(await reviewed(act, account, reported, what.item, bound))
  }
  return posts
}

/** The same link on the same account is one post, however often it is reported. */
const refuseTwice = async (act: Act, account: Account, link: string | null): Promise<void> => {
  if (link === null) return
  const known = (await act.tables.posts.where("link", `${account.id} ${link}`))[0]
  if (known) throw new Refusal(act.text.post.twice(account, known.at))
}

/** The posts of a batch, for whoever may still change them. */
const batchOf = async (act: Act, me: people.Member, batchId: string): Promise<readonly [Post, ...Post[]]> => {
  const [first, ...others] = await act.tables.posts.where("batch", batchId)
  if (!first) throw new Refusal(act.text.post.gone)
  const posts: readonly [Post, ...Post[]] = [first, ...others]
  for (const post of posts) {
    const account = await accountOf(act, post)
    await people.demand(act, me, "post.report", account.unitId)
    const officer = await people.may(act, me, "account.edit", account.unitId)
    if (!officer && (post.by !== act.by || act.now - post.recordedAt > hours(UNDO_HOURS)))
      throw new Refusal(act.text.post.notYours(UNDO_HOURS))
  }
  return posts
}

/** Takes a report back. */
export const undo = async (act: Act, me: people.Member, batchId: string): Promise<readonly Account[]> => {
  const accounts: Account[] = []
  for (const post of await batchOf(act, me, batchId)) {
    await act.tables.posts.remove(post.id)
    const account = await resettle(act, await accountOf(act, post))
    await reposts.takenBack(act, account, post)
    await publishing.takenBack(act, post)
    accounts.push(account)
  }
  return accounts
}

/** Puts right when, what or where a reported batch was. Gives back how its first post was before, and all as they are. */
export const amend = async (
  act: Act,
  me: people.Member,
  batchId: string,
  changes: Partial<Pick<Post, "at" | "link" | "original" | "first">>,
): Promise<{ readonly before: Post; readonly after: readonly Post[] }> => {
  if (changes.at !== undefined && changes.at > act.now)
    throw new Refusal(act.text.post.future(changes.at, act.now))
  const posts = await batchOf(act, me, batchId)
  const after: Post[] = []
  for (const post of posts) {
    const account = await accountOf(act, post)
    if (changes.link !== undefined && changes.link !== post.link)
      await refuseTwice(act, account, changes.link)
    const changed = { ...post, ...changes }
    await act.tables.posts.put(changed)
    await resettle(act, account)
    await reposts.takenBack(act, account, post)
    await reposts.reported(act, account, changed)
    // It came out at another moment: before or after it was let out.
    after.push(
      changed.at === post.at ? changed : await rejudged(act, account, changed, changed.itemId ?? undefined),
    )
  }
  return { before: posts[0], after }
}

/** The post with the reviewed item that it is, as far as a rulebook asks for a review. */
const reviewed = async (
  act: Act,
  account: Account,
  post: Post,
  chosen: string | null | undefined,
  bound: bindings.Bound,
): Promise<Post> => {
  const itemId = await publishing.reported(act, account, post, chosen, bound)
  if (itemId === (post.itemId ?? null)) return post
  const known = { ...post, itemId }
  await act.tables.posts.put(known)
  return known
}

/** What it had published or breached is judged anew. */
const rejudged = async (act: Act, account: Account, post: Post, chosen?: string | null): Promise<Post> => {
  await publishing.takenBack(act, post)
  return reviewed(act, account, post, chosen, await bindings.boundOf(act, account))
}

/** Says which reviewed item a reported batch was; null when it was none of them. */
export const match = async (
  act: Act,
  me: people.Member,
  batchId: string,
  item: string | null,
): Promise<readonly Post[]> => {
  const after: Post[] = []
  for (const post of await batchOf(act, me, batchId))
    after.push(await rejudged(act, await accountOf(act, post), post, item))
  return after
}

export const accountOf = async (act: Act, post: Pick<Post, "accountId">): Promise<Account> => {
  const account = await act.tables.accounts.get(post.accountId)
  if (!account) throw new Error(`no account ${post.accountId}`)
  return account
}

/** Brings the account's last post and its clocks up to date with its posts. */
const settle = async (
  act: Act,
  account: Account,
  last: Instant | null,
  bound: bindings.Bound,
): Promise<Account> => {
  const settled = last === account.lastPostAt ? account : { ...account, lastPostAt: last }
  if (settled !== account) await act.tables.accounts.put(settled)
  await silence.ended(act, account, settled, bound)
  await quotas.wind(act, settled, bound)
  await misses.noteLateReports(act, settled)
  return settled
}

const latest = async (act: Act, account: Account): Promise<Instant | null> =>
  (await act.tables.posts.where("account", account.id)).reduce<Instant | null>(
    (last, { at }) => (last === null || at > last ? at : last),
    null,
  )

/** The same after posts were changed or taken away. */
const resettle = async (act: Act, account: Account): Promise<Account> =>
  settle(act, account, await latest(act, account), await bindings.boundOf(act, account))

/** What a report led to, for its receipt: when each account has to be updated next. */
export const receipt = async (act: Act, reported: readonly Post[]) => {
  const accounts: Account[] = []
  const next = []
  for (const post of reported) {
    const account = await accountOf(act, post)
    accounts.push(account)
    const [first] = (await dues.of(act, account)).filter((due) => !due.satisfied)
    if (first) next.push({ account, until: first.until, left: first.left, provisional: first.provisional })
  }
  const [first] = reported
  return {
    accounts,
    next,
    at: first?.at ?? act.now,
    link: first?.link ?? null,
    kind: first === undefined ? ("original" as const) : kindOf(first),
    asksFirst: await isFirstAsked(act, accounts),
  }
}

/** Whether a rulebook wants to know how much was published here first. */
const isFirstAsked = async (act: Act, accounts: readonly Account[]): Promise<boolean> => {
  for (const unitId of new Set(accounts.map((account) => account.unitId)))
    if (await sources.isAsked(act, await units.unit(act, unitId), "first-publication-ratio")) return true
  return false
}

/** How many reports are offered for correction. */
const OFFERED = 6

/** The latest reports of a person that can still be changed, the newest first. */
export const latestBatches = async (act: Act, by: string) => {
  const own = (await act.tables.posts.where("by", by)).filter(
    ({ recordedAt, batchId, accountId }) =>
      act.now - recordedAt <= hours(UNDO_HOURS) && batchId !== accountId,
  )
  const batches = new Map<string, { id: string; at: Instant; recordedAt: Instant; accounts: Account[] }>()
  for (const post of own) {
    const batch = batches.get(post.batchId) ?? {
      id: post.batchId,
      at: post.at,
      recordedAt: post.recordedAt,
      accounts: [],
    }
    batch.accounts.push(await accountOf(act, post))
    batches.set(post.batchId, batch)
  }
  return [...batches.values()].sort((a, b) => b.recordedAt - a.recordedAt).slice(0, OFFERED)
}
