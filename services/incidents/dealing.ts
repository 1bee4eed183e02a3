import type { Incident } from "../../rules/incident.ts"
import type { Body, Recipient } from "../../rules/outgoing.ts"
import { days } from "../../rules/time.ts"
import type { Act } from "../app.ts"
import * as outbox from "../outbox.ts"
import * as people from "../people.ts"
import * as units from "../units.ts"
import { bodyOf, cardOf, pressing } from "./cards.ts"
import { shown } from "./showing.ts"

/** A card can be pressed, and is put right in place, for at least so long. */
const KEPT = days(60)

/** An alarm stands beside the card of the same reader, and is left as it is until somebody has it. */
const ALARM = "alarm:"

/** What stood there points to the newer one: nobody presses, or believes, what is no longer put right. */
const fold = async (act: Act, it: Incident, key: string | undefined): Promise<void> => {
  const card = key === undefined ? null : await act.tables.outbox.get(key)
  if (!card) return
  const body = bodyOf(act, it, act.text.incident.folded(await shown(act, it)), { buttons: [] })
  await outbox.post(act, { to: card.to, lane: "notice", edits: card.id, body })
}

const ring = async (
  act: Act,
  it: Incident,
  readers: readonly Recipient[],
  body: Body,
  place = "",
): Promise<Incident> => {
  const cards: Record<string, string> = { ...it.cards }
  for (const to of readers) {
    const slot = place + to.id
    await fold(act, it, cards[slot])
    const key = `incident:${it.id}:${it.climb.round}:${act.newId()}:${slot}`
    await outbox.post(act, { to, lane: "emergency", key, body, keptUntil: act.now + KEPT })
    cards[slot] = key
  }
  return { ...it, cards }
}

/** Gives readers a card of their own, or a new one, so that their telephone rings again. */
export const deal = async (act: Act, it: Incident, readers: readonly Recipient[]): Promise<Incident> =>
  ring(act, it, readers, cardOf(act, it, await shown(act, it)))

/** Says that nobody is left, with a button to take it; once somebody has it, this becomes a card like the others. */
export const sound = async (
  act: Act,
  it: Incident,
  readers: readonly Recipient[],
  round: number,
): Promise<Incident> => {
  const { buttons, nobodyLeft } = act.text.incident
  const take = [[{ label: buttons.take, press: pressing(it.id, "take") }]]
  const body = bodyOf(act, it, nobodyLeft(await shown(act, it), round), { buttons: take })
  return ring(act, it, readers, body, ALARM)
}

/** It is open again: alarms that said who had it are put away. */
export const silence = async (act: Act, it: Incident): Promise<Incident> => {
  const alarms = Object.keys(it.cards).filter((slot) => slot.startsWith(ALARM))
  for (const slot of alarms) await fold(act, it, it.cards[slot])
  return {
    ...it,
    cards: Object.fromEntries(Object.entries(it.cards).filter(([slot]) => !alarms.includes(slot))),
  }
}

/** Where the cards of a chat are kept, under this id and under another one. */
export const moved = (cards: Incident["cards"], from: string, to: string): Incident["cards"] =>
  Object.fromEntries(
    Object.entries(cards).map(([slot, key]) => [
      slot === from ? to : slot === ALARM + from ? ALARM + to : slot,
      key,
    ]),
  )

/** Whether a card is still for its reader's eyes: a group may have become another office's, a person may have gone. */
const isFor = async (act: Act, { unitId, called }: Incident, to: Recipient): Promise<boolean> => {
  if (to.kind === "chat") {
    const chat = await act.tables.chats.get(to.id)
    return chat !== null && (await units.path(act, unitId)).includes(chat.unitId)
  }
  if (called.some(({ personId }) => personId === to.id)) return true
  const person = await act.tables.persons.get(to.id)
  if (!person) return false
  return people.may(act, { person, roles: await people.rolesOf(act, to.id) }, "see", unitId)
}

/** Puts every card right in place. */
export const refresh = async (act: Act, it: Incident): Promise<void> => {
  const body = cardOf(act, it, await shown(act, it))
  for (const [slot, key] of Object.entries(it.cards)) {
    const card = it.state === "open" && slot.startsWith(ALARM) ? null : await act.tables.outbox.get(key)
    if (card && (await isFor(act, it, card.to)))
      await outbox.post(act, { to: card.to, lane: "emergency", edits: card.id, body })
  }
}
