import type { Account } from "../../rules/account.ts"
import { type Item, stillOn } from "../../rules/item.ts"
import type { Post } from "../../rules/post.ts"
import { plainLink } from "../../rules/repost.ts"
import { minutes } from "../../rules/time.ts"
import type { Review } from "../../rules/gates.ts"
import type { Act } from "../app.ts"
import * as bindings from "../bindings.ts"
import { askedOf } from "./asking.ts"
import * as breaches from "./breaches.ts"
import { keep } from "./cards.ts"
import { canBeReviewed } from "./reviewers.ts"
import { cited } from "./showing.ts"
import { tellStory } from "./urgent.ts"

type Published = Pick<Post, "accountId" | "batchId" | "at" | "by" | "link" | "itemId">

/**
 * Somebody reported a post. Where a rulebook asks for a review, and the unit has the people for one, it belongs to an item
 * that was let out before it, whose id is given back, or it is kept as a breach and whoever answers for it is told once.
 * `chosen` is the item that the reporter means; null means that it is none.
 */
export const reported = async (
  act: Act,
  account: Account,
  post: Published,
  chosen: string | null | undefined,
  bound: bindings.Bound,
): Promise<string | null> => {
  const review = await askedOf(act, account, [], bound)
  if (review === null || (await isPassedOn(act, post))) return null
  const items = await clearedFor(act, account, post)
  const item = chosen === undefined ? items[0] : items.find(({ id }) => id === chosen)
  if (item) {
    const { accountId, batchId, at } = post
    await keep(act, { ...item, published: [...item.published, { accountId, batchId, at }] })
    await tellStory(act, item, "draft-out", post.link)
    return item.id
  }
  if (await hasPeople(act, account, post, review)) await breaches.note(act, account, post, review.rules)
  return null
}

/** What an office above has published is passed on without asking anew. */
const isPassedOn = async (act: Act, { link }: Published): Promise<boolean> =>
  link !== null && (await act.tables.reposts.where("link", plainLink(link))).length > 0

/** The items that could be this post: let out for this account by the minute of the post, the oldest first. */
export const clearedFor = async (
  act: Act,
  account: Pick<Account, "id" | "unitId">,
  { at }: Pick<Post, "at">,
): Promise<readonly Item[]> =>
  (await act.tables.items.where("cleared", account.unitId))
    .filter((item) => stillOn(item).includes(account.id) && !item.specials.includes("comment"))
    // A time is typed to the minute.
    .filter(({ clearedAt }) => clearedAt !== null && clearedAt < at + minutes(1))
    .sort((a, b) => (a.clearedAt ?? 0) - (b.clearedAt ?? 0))

/** A unit that has nobody to review cannot have done it: it is told so where it looks, and nothing is held against it. */
const hasPeople = (act: Act, { unitId }: Account, { by }: Published, review: Review): Promise<boolean> =>
  canBeReviewed(act, { ...review, unitId, by, specials: [] })

/** A report was taken back: what it had published has not come out, and what it had breached is none. */
export const takenBack = async (act: Act, { accountId, batchId, itemId }: Published): Promise<void> => {
  await breaches.forgive(act, { accountId, batchId })
  const item = itemId ? await act.tables.items.get(itemId) : null
  if (!item) return
  await keep(act, {
    ...item,
    published: item.published.filter((each) => each.batchId !== batchId || each.accountId !== accountId),
  })
  await tellStory(act, item, "draft-not-out")
}

/** The accounts on which an item has not come out yet. */
export const openAccounts = async (act: Act, item: Item): Promise<readonly Account[]> => {
  const open: Account[] = []
  for (const id of stillOn(item)) {
    const account = await act.tables.accounts.get(id)
    if (account) open.push(account)
  }
  return open
}

/** What a report meant for the reviews of its unit, for its receipt. */
export const outcomeOf = async (act: Act, posts: readonly Post[]) => {
  const [first] = posts
  const account = first ? await act.tables.accounts.get(first.accountId) : null
  if (!first || !account) return null
  const [breached] = await act.tables.breaches.where("batch", first.batchId)
  const item = first.itemId ? await act.tables.items.get(first.itemId) : null
  if (!breached && !item) return null
  const open = item ? await openAccounts(act, item) : []
  const told = []
  for (const id of breached?.told ?? []) told.push((await act.tables.persons.get(id))?.name ?? "—")
  return {
    batchId: first.batchId,
    item: item ? { id: item.id, title: item.title, open } : null,
    breach: breached ? { sources: await cited(act, breached.rules), title: breached.title, told } : null,
    others: (await clearedFor(act, account, first)).filter(({ id }) => id !== item?.id),
  }
}

/** How a rule reads, for /why. */
export const saidBy = async (act: Act, keys: readonly string[]) => {
  const found = []
  for (const key of new Set(keys)) {
    const [source, says] = [await bindings.sourceOfKey(act, key), await bindings.saidByKey(act, key)]
    if (source && says) found.push({ source, says })
  }
  return found
}
