import type { Account } from "../../rules/account.ts"
import { type Breach, type Item, stillOn } from "../../rules/item.ts"
import type { Post } from "../../rules/post.ts"
import { plainLink } from "../../rules/repost.ts"
import { minutes } from "../../rules/time.ts"
import { outsideQuiet } from "../../rules/times.ts"
import type { Review } from "../../rules/gates.ts"
import type { Act } from "../app.ts"
import * as bindings from "../bindings.ts"
import * as outbox from "../outbox.ts"
import * as owners from "../owners.ts"
import { stackOf } from "../rulebooks.ts"
import * as units from "../units.ts"
import { askedOf } from "./asking.ts"
import { keep } from "./cards.ts"
import { canBeReviewed } from "./reviewers.ts"
import { cited } from "./showing.ts"

type Published = Pick<Post, "accountId" | "batchId" | "at" | "by" | "link">

/**
 * Somebody reported a post. Where a rulebook asks for a review, and the unit has the people for one, it belongs to an item
 * that was let out before it, or it is kept as a breach and whoever answers for it is told once. `chosen` is the item that
 * the reporter means; null means that it is none.
 */
export const reported = async (
  act: Act,
  account: Account,
  post: Published,
  chosen?: string | null,
): Promise<void> => {
  const review = await askedOf(act, account, [])
  if (review === null || (await isPassedOn(act, post))) return
  const items = await clearedFor(act, account, post)
  const item = chosen === undefined ? items[0] : items.find(({ id }) => id === chosen)
  if (item) {
    const { accountId, batchId, at } = post
    await keep(act, { ...item, published: [...item.published, { accountId, batchId, at }] })
  } else if (await hasPeople(act, account, post, review)) await breach(act, account, post, review)
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

const breach = async (act: Act, account: Account, post: Published, review: Review): Promise<void> => {
  const { unitId, id: accountId } = account
  const waiting = (await act.tables.items.where("open", unitId)).find((item) =>
    stillOn(item).includes(accountId),
  )
  const told: string[] = []
  for (const { id } of await readersOf(act, account, review)) if (id !== act.by) told.push(id)
  const { batchId, by, at } = post
  const kept: Breach = {
    id: `${batchId}/${accountId}`,
    unitId,
    accountId,
    batchId,
    title: waiting?.title ?? null,
    rules: review.rules,
    by,
    at,
    told,
  }
  const known = await act.tables.breaches.where("batch", batchId)
  await act.tables.breaches.put(kept)
  if (known.length === 0) await tell(act, kept)
}

/** Whoever the rule makes answer for the content; else the editor-in-chief, and where there is none the leaders. */
const readersOf = async (act: Act, { unitId }: Account, review: Review) => {
  const { rules } = await stackOf(act, await units.unit(act, unitId))
  const named = rules.find(({ key, rule }) => review.rules.includes(key) && rule.who !== undefined)
  return owners.answering(act, unitId, named?.rule.who ?? "editor-in-chief")
}

const keyOf = ({ batchId }: Breach, personId: string): string => `breach:${batchId}:${personId}`

const tell = async (act: Act, breached: Breach): Promise<void> => {
  const text = act.text.review.breach(await breachShown(act, breached))
  for (const id of breached.told)
    await outbox.post(act, {
      to: { kind: "person", id },
      lane: "notice",
      key: keyOf(breached, id),
      dueAt: outsideQuiet(await units.times(act, breached.unitId), act.now),
      body: { text },
    })
}

export const breachShown = async (act: Act, breached: Breach) => {
  const account = await act.tables.accounts.get(breached.accountId)
  if (!account) throw new Error(`no account ${breached.accountId}`)
  return {
    account,
    unit: (await units.unit(act, breached.unitId)).name,
    by: (await act.tables.persons.get(breached.by))?.name ?? "—",
    at: breached.at,
    title: breached.title,
    sources: await cited(act, breached.rules),
  }
}

/** A report was taken back: what it had published has not come out, and what it had breached is none. */
export const takenBack = async (
  act: Act,
  { accountId, batchId }: Published,
  unitId: string,
): Promise<void> => {
  const breached = await act.tables.breaches.get(`${batchId}/${accountId}`)
  if (breached) {
    await act.tables.breaches.remove(breached.id)
    const others = await act.tables.breaches.where("batch", batchId)
    if (others.length === 0) await untell(act, breached)
  }
  for (const item of await itemsOf(act, unitId, batchId))
    await keep(act, {
      ...item,
      published: item.published.filter((each) => each.batchId !== batchId || each.accountId !== accountId),
    })
}

const untell = async (act: Act, breached: Breach): Promise<void> => {
  const text = act.text.review.notBreached(await breachShown(act, breached))
  for (const id of breached.told) {
    const card = await act.tables.outbox.get(keyOf(breached, id))
    if (card) await outbox.post(act, { to: card.to, lane: "notice", edits: card.id, body: { text } })
  }
}

/** The items that a batch of posts has published. */
export const itemsOf = async (act: Act, unitId: string, batchId: string): Promise<readonly Item[]> =>
  (await act.tables.items.where("unit", unitId)).filter(({ published }) =>
    published.some((each) => each.batchId === batchId),
  )

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
  const [item] = await itemsOf(act, account.unitId, first.batchId)
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
