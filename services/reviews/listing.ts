import { isCleared, isOpen, type Item } from "../../rules/item.ts"
import { nextLevel } from "../../rules/review.ts"
import { type Day, dayOf, days } from "../../rules/time.ts"
import type { Unit } from "../../rules/unit.ts"
import type { Act } from "../app.ts"
import * as people from "../people.ts"
import * as cards from "./cards.ts"
import * as breached from "./breaches.ts"
import { saidBy } from "./publishing.ts"
import { known, shown } from "./showing.ts"

/** How many of each list are shown, and how long breaches are looked back upon. */
const SHOWN = 10
const LOOKED_BACK = days(30)

const isMyTurn = async (act: Act, me: people.Member, item: Item): Promise<boolean> =>
  nextLevel(item) !== null && (await cards.actors(act, item)).includes(me.person.id)

/** What waits for somebody, what they sent in, and what else is under way in these units. */
export const listed = async (act: Act, me: people.Member, units: readonly Unit[]) => {
  const waiting: Item[] = []
  const others: Item[] = []
  for (const { id } of units)
    for (const item of await act.tables.items.where("open", id)) {
      if (await isMyTurn(act, me, item)) waiting.push(item)
      else if (item.by !== me.person.id) others.push(item)
    }
  const mine = (await act.tables.items.where("by", me.person.id)).filter(isOpen)
  const cut = async (items: readonly Item[]) => {
    const first = [...items].sort((a, b) => a.since - b.since).slice(0, SHOWN)
    const all = []
    for (const item of first) all.push({ id: item.id, it: await shown(act, item), since: item.since })
    return { all, hidden: items.length - first.length }
  }
  const breaches = []
  for (const { id } of units)
    for (const each of await act.tables.breaches.where("unit", id))
      if (each.at > act.now - LOOKED_BACK) breaches.push(await breached.shown(act, each))
  return {
    waiting: await cut(waiting),
    mine: await cut(mine.filter((item) => !waiting.includes(item))),
    others: await cut(others),
    breaches: breaches.sort((a, b) => b.at - a.at).slice(0, SHOWN),
  }
}

/** An item as somebody who may see it is shown it, with what they can do about it now. */
export const opened = async (act: Act, me: people.Member, id: string) => {
  const item = await known(act, id)
  await people.demand(act, me, "see", item.unitId)
  const it = await shown(act, item)
  const words = act.text.review.buttons
  const why = [{ label: words.why, press: `why item=${id}` }]
  if (await isMyTurn(act, me, item))
    return { text: act.text.reviewcard.card(it), buttons: [...cards.buttonsFor(act, item, false), why] }
  const own = item.by === me.person.id && isOpen(item)
  const out = isCleared(item) ? [[{ label: words.published, press: `published item=${id}` }]] : []
  return {
    text: act.text.reviewcard.full(it),
    buttons: own
      ? [
          ...out,
          [
            { label: words.revise, press: `revise item=${id}` },
            { label: words.retract, press: `retract item=${id}` },
          ],
          why,
        ]
      : [why],
  }
}

/** Every rule that asks something of an item, in our own words and with its article. */
export const why = async (act: Act, me: people.Member, id: string): Promise<string> => {
  const item = await known(act, id)
  await people.demand(act, me, "see", item.unitId)
  const { chain, gates, doubts, hints } = item
  const keys = [...chain, ...gates, ...doubts, ...hints].flatMap(({ rules }) => rules)
  return act.text.review.reason(await shown(act, item), await saidBy(act, keys))
}

/** What has waited for a person since an earlier day, a line each, for their digest. */
export const linesFor = async (act: Act, personId: string, today: Day): Promise<readonly string[]> => {
  const lines: string[] = []
  const homes = new Set((await people.rolesOf(act, personId)).map(({ unitId }) => unitId))
  for (const standIn of await act.tables.standIns.all())
    if (standIn.personId === personId) homes.add(standIn.unitId)
  for (const unitId of homes)
    for (const item of await act.tables.items.where("waiting", unitId))
      if (dayOf(item.since) < today && (await cards.actors(act, item)).includes(personId))
        lines.push(act.text.review.waitingSince(await shown(act, item), item.since))
  return lines
}
