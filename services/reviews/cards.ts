import type { Item } from "../../rules/item.ts"
import type { Button } from "../../rules/outgoing.ts"
import { isRole } from "../../rules/procedure.ts"
import { nextLevel, wakeOf } from "../../rules/review.ts"
import type { Instant } from "../../rules/time.ts"
import { atWork, outsideQuiet } from "../../rules/times.ts"
import type { Act } from "../app.ts"
import { calendar } from "../calendar.ts"
import * as outbox from "../outbox.ts"
import { recorders } from "../procedures/deciders.ts"
import * as units from "../units.ts"
import { present, turnOf } from "./reviewers.ts"
import { shown } from "./showing.ts"

const cardOf = ({ id, turn }: Item, personId: string): string => `review:${id}:${turn}:${personId}`

const isUrgent = (item: Item): boolean =>
  item.specials.includes("emergency") && nextLevel(item)?.before !== false

/** When routine news of an item may come; an emergency comes at any hour. */
export const daytime = async (act: Act, item: Item): Promise<Instant> =>
  isUrgent(item) ? act.now : outsideQuiet(await units.times(act, item.unitId), act.now)

/** The item with the moment at which the clock comes back to it; what is not urgent waits for people to be at work. */
export const wound = async (act: Act, item: Item): Promise<Item> => {
  const wake = wakeOf(item)
  if (wake === null) return { ...item, dueAt: null }
  const routine = wake.what !== "rest" && !isUrgent(item)
  const dueAt = routine ? atWork(await calendar(act), await units.times(act, item.unitId), wake.at) : wake.at
  return { ...item, dueAt: Math.max(dueAt, act.now + 1) }
}

export const keep = async (act: Act, item: Item): Promise<Item> => {
  const kept = await wound(act, item)
  await act.tables.items.put(kept)
  return kept
}

/** One press passes the whole level; the gates can be ticked one by one instead. */
export const buttonsFor = (act: Act, item: Item, singly: boolean): readonly (readonly Button[])[] => {
  const next = nextLevel(item)
  if (next === null) return []
  const words = act.text.review.buttons
  const press = (say: string, more = ""): string => `gate item=${item.id} n=${item.turn} say=${say}${more}`
  if (!isRole(next.step))
    return [
      [{ label: words.paper, press: press("paper") }],
      [{ label: words.sendBack, press: press("back") }],
    ]
  const pass = next.reason
    ? { label: words.passWithReason, press: press("why") }
    : { label: words.pass(item.gates.filter(({ needed }) => needed).length), press: press("yes") }
  const back = { label: words.sendBack, press: press("no") }
  if (!singly || item.gates.length === 0)
    return [[pass], item.gates.length > 1 ? [{ label: words.singly, press: press("each") }, back] : [back]]
  const ticks = item.gates.map((gate, at) => ({
    label: `${item.marked.includes(gate.id) ? "✓ " : ""}${act.text.cited.says(gate)}`,
    press: press("tick", ` t=${at}`),
  }))
  const rows = []
  for (let at = 0; at < ticks.length; at += 2) rows.push(ticks.slice(at, at + 2))
  return [...rows, [pass], [back]]
}

/** Who has to do something for the level that is waited for: whoever decides, or records what an office outside says. */
export const actors = async (act: Act, item: Item): Promise<readonly string[]> => {
  const next = nextLevel(item)
  if (next === null) return []
  const found = isRole(next.step)
    ? await present(act, await turnOf(act, item))
    : await recorders(act, item.unitId)
  return [...new Set(found.map(({ id }) => id))]
}

const deal = async (act: Act, item: Item, to: readonly string[]): Promise<void> => {
  const text = act.text.reviewcard.card(await shown(act, item))
  for (const id of to)
    await outbox.post(act, {
      to: { kind: "person", id },
      lane: isUrgent(item) ? "emergency" : "notice",
      key: cardOf(item, id),
      dueAt: await daytime(act, item),
      body: { text, buttons: buttonsFor(act, item, false) },
    })
}

/** Gives a card to everybody whose turn it is; gives back the item that knows them. */
export const ask = async (act: Act, before: Item): Promise<Item> => {
  const item = { ...before, turn: before.turn + 1, asked: await actors(act, before) }
  await deal(act, item, item.asked)
  return keep(act, item)
}

/** Those whose turn it has become since, by a stand-in or an appointment, get a card too. */
export const askOthers = async (act: Act, item: Item): Promise<Item> => {
  const news = (await actors(act, item)).filter((id) => !item.asked.includes(id))
  await deal(act, item, news)
  return { ...item, asked: [...item.asked, ...news] }
}

/** The cards of a level say what came of it, and can be pressed no longer. */
export const close = async (act: Act, before: Item, after: Item): Promise<void> => {
  const text = act.text.reviewcard.settled(await shown(act, after))
  for (const id of before.asked) {
    const card = await act.tables.outbox.get(cardOf(before, id))
    if (card) await outbox.post(act, { to: card.to, lane: "notice", edits: card.id, body: { text } })
  }
}

/** The author hears what another has decided. */
export const tellAuthor = async (
  act: Act,
  item: Item,
  body: { readonly text: string; readonly buttons?: readonly (readonly Button[])[] },
): Promise<void> => {
  const author = await act.tables.persons.get(item.by)
  if (author?.state !== "active" || author.id === act.by) return
  await outbox.post(act, {
    to: { kind: "person", id: author.id },
    lane: item.specials.includes("emergency") ? "emergency" : "notice",
    dueAt: item.specials.includes("emergency")
      ? act.now
      : outsideQuiet(await units.times(act, item.unitId), act.now),
    body,
  })
}
