import type { Account } from "../../rules/account.ts"
import { isUp } from "../../rules/life.ts"
import { plainLink, type Repost, type RepostCard } from "../../rules/repost.ts"
import { days } from "../../rules/time.ts"
import { outsideQuiet } from "../../rules/times.ts"
import type { Unit } from "../../rules/unit.ts"
import type { Act } from "../app.ts"
import * as occasions from "../occasions.ts"
import * as outbox from "../outbox.ts"
import * as owners from "../owners.ts"
import * as people from "../people.ts"
import { Refusal } from "../refusal.ts"
import * as units from "../units.ts"
import * as cards from "./cards.ts"
import { demandOfficial } from "./official.ts"

/** How long a card can still be changed. */
const KEPT_FOR = days(60)

export type Item = Pick<Repost, "source" | "from" | "title" | "link" | "at" | "platforms" | "urgent">

/** Where the task can be seen as a whole, once: the private chat in which it was announced. */
export interface Overview {
  readonly key: string
  readonly chat: string
}

/**
 * Announces an official item to the accounts of a unit and of those below: each gets the time its rulebooks give it, and
 * each group one card. Accounts that no rulebook asks for anything are left alone.
 */
export const announce = async (
  act: Act,
  me: people.Member,
  unit: Unit,
  item: Item,
  overview: Overview | null,
): Promise<{ readonly task: Repost; readonly asked: readonly Account[] }> => {
  await people.demand(act, me, "upstream.announce", unit.id)
  await demandOfficial(act, unit, item)
  const id = act.newId()
  const wanted = await addressed(act, me, unit, item)
  const asked: Account[] = []
  for (const account of wanted) {
    const { unitId, id: accountId } = account
    const happened = {
      kind: "upstream.posted" as const,
      on: item.at,
      unitId,
      accountId,
      note: item.title,
      nth: id,
    }
    if ((await occasions.happen(act, happened)).length > 0) asked.push(account)
    else await occasions.unhappen(act, cards.occasionOf(id, accountId))
  }
  if (asked.length === 0) throw new Refusal(act.text.repost.nobody(unit.name))
  const accountIds = asked.map((account) => account.id)
  const own: readonly RepostCard[] =
    overview === null ? [] : [{ key: overview.key, to: { kind: "chat", id: overview.chat }, accountIds }]
  const posted = await cardsFor(act, id, asked)
  const task: Repost = {
    ...item,
    id,
    unitId: unit.id,
    cards: [...own, ...posted.map(({ card }) => card)],
    by: act.by,
    createdAt: act.now,
  }
  await act.tables.reposts.put(task)
  for (const { card, unitId } of posted)
    await outbox.post(act, {
      to: card.to,
      lane: "notice",
      key: card.key,
      dueAt: task.urgent ? act.now : outsideQuiet(await units.times(act, unitId), act.now),
      keptUntil: act.now + KEPT_FOR,
      body: await cards.bodyOf(act, task, card),
    })
  return { task, asked }
}

/** The accounts an item is for; those that were asked for the same item before are not asked again. */
const addressed = async (
  act: Act,
  me: people.Member,
  unit: Unit,
  { link, platforms }: Item,
): Promise<readonly Account[]> => {
  const earlier = await act.tables.reposts.where("link", plainLink(link))
  const known = new Set(earlier.flatMap((task) => task.cards.flatMap((card) => card.accountIds)))
  const found: Account[] = []
  let again = 0
  for (const { unit: each } of await units.below(act, unit.id)) {
    if (!(await people.may(act, me, "upstream.announce", each.id))) continue
    for (const account of (await act.tables.accounts.where("unit", each.id)).filter(isUp)) {
      if (platforms.length > 0 && !platforms.includes(account.platform)) continue
      if (known.has(account.id)) again += 1
      else found.push(account)
    }
  }
  const [first] = earlier
  if (found.length === 0 && again > 0 && first) {
    const by = (await act.tables.persons.get(first.by))?.name ?? ""
    throw new Refusal(act.text.repost.announced(by, first.createdAt))
  }
  return found
}

/** One card for each group, and for each person where no group looks after an account. */
const cardsFor = async (act: Act, taskId: string, asked: readonly Account[]) => {
  const found = new Map<string, { card: RepostCard; readonly unitId: string }>()
  for (const account of asked)
    for (const { to, unitId } of owners.recipientsOf(await owners.keepers(act, account.unitId))) {
      const key = `repost:${taskId}:${to.id}`
      const before = found.get(key)?.card.accountIds ?? []
      found.set(key, { card: { key, to, accountIds: [...before, account.id] }, unitId })
    }
  return [...found.values()]
}
