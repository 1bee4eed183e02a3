import type { Account } from "../../rules/account.ts"
import { type Breach, stillOn } from "../../rules/item.ts"
import type { Post } from "../../rules/post.ts"
import { askedFact } from "../../rules/special.ts"
import { outsideQuiet } from "../../rules/times.ts"
import type { Act } from "../app.ts"
import * as outbox from "../outbox.ts"
import * as owners from "../owners.ts"
import { stackOf } from "../rulebooks.ts"
import * as units from "../units.ts"
import { publishingOn } from "./asking.ts"
import { cited } from "./showing.ts"

/** Keeps it that a post came out although nobody had let it, and tells whoever answers for it: once for a batch. */
export const note = async (
  act: Act,
  account: Account,
  post: Pick<Post, "batchId" | "by" | "at">,
  asking: readonly string[],
): Promise<void> => {
  const { unitId, id: accountId } = account
  const barred = askedFact(await publishingOn(act, unitId, [account]), "item.approved")
  const rules = [...new Set([...asking, ...(barred?.rules ?? [])])]
  const waiting = (await act.tables.items.where("open", unitId)).find(
    (item) => item.clearedAt === null && stillOn(item).includes(accountId),
  )
  const told: string[] = []
  for (const { id } of await readersOf(act, unitId, rules)) if (id !== act.by) told.push(id)
  const { batchId, by, at } = post
  const kept: Breach = {
    id: `${batchId}/${accountId}`,
    unitId,
    accountId,
    batchId,
    title: waiting?.title ?? null,
    rules,
    by,
    at,
    told,
  }
  const known = await act.tables.breaches.where("batch", batchId)
  await act.tables.breaches.put(kept)
  if (known.length === 0) await tell(act, kept)
}

/** Whoever the rule makes answer for the content; else the editor-in-chief, and where there is none the leaders. */
const readersOf = async (act: Act, unitId: string, asking: readonly string[]) => {
  const { rules } = await stackOf(act, await units.unit(act, unitId))
  const named = rules.find(({ key, rule }) => asking.includes(key) && rule.who !== undefined)
  return owners.answering(act, unitId, named?.rule.who ?? "editor-in-chief")
}

const keyOf = ({ batchId }: Breach, personId: string): string => `breach:${batchId}:${personId}`

const tell = async (act: Act, breached: Breach): Promise<void> => {
  const text = act.text.review.breach(await shown(act, breached))
  for (const id of breached.told) {
    const key = keyOf(breached, id)
    // Judged once more, the card that said otherwise is put right.
    const earlier = await act.tables.outbox.get(key)
    await outbox.post(act, {
      to: { kind: "person", id },
      lane: "notice",
      ...(earlier ? { edits: key } : { key }),
      dueAt: outsideQuiet(await units.times(act, breached.unitId), act.now),
      body: { text },
    })
  }
}

export const shown = async (act: Act, breached: Breach) => {
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

/** The report of a post was taken back, or put right: it breaches nothing, and whoever was told reads so. */
export const forgive = async (
  act: Act,
  { accountId, batchId }: Pick<Post, "accountId" | "batchId">,
): Promise<void> => {
  const breached = await act.tables.breaches.get(`${batchId}/${accountId}`)
  if (!breached) return
  await act.tables.breaches.remove(breached.id)
  if ((await act.tables.breaches.where("batch", batchId)).length === 0) await untell(act, breached)
}

const untell = async (act: Act, breached: Breach): Promise<void> => {
  const text = act.text.review.notBreached(await shown(act, breached))
  for (const id of breached.told) {
    const card = await act.tables.outbox.get(keyOf(breached, id))
    if (card) await outbox.post(act, { to: card.to, lane: "notice", edits: card.id, body: { text } })
  }
}
