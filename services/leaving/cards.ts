import { type Handover, items } from "../../rules/handover.ts"
import type { Body, Button } from "../../rules/outgoing.ts"
import type { Person } from "../../rules/person.ts"
import { outsideQuiet } from "../../rules/times.ts"
import type { Act } from "../app.ts"
import * as outbox from "../outbox.ts"
import * as units from "../units.ts"
import { allShown } from "./showing.ts"

/** For how many accounts a card has a button of their own. */
const BUTTONS = 8

/** What these hand-overs look like to whoever has to act: ticks for a single one, a button each for several. */
export const card = async (act: Act, them: readonly Handover[]): Promise<Body> => {
  const words = act.text.handover
  const all = await allShown(act, them)
  const [one] = them
  if (!one) return { text: words.nothingToHandOver }
  const of = them.length === 1 ? one.id : one.departureId
  const press = (label: string, say: string): Button => ({ label, press: `handover of=${of} say=${say}` })
  const rest =
    one.state === "receiving"
      ? [[press(words.buttons.receive, "receive")]]
      : [[press(words.buttons.confirm, "confirm")], [press(words.buttons.sendBack, "back")]]
  const ticks =
    them.length === 1 && one.state === "receiving"
      ? items.map((item) => press(words.tick(item, one.ticked.includes(item)), item))
      : []
  const each =
    them.length === 1
      ? []
      : all
          .slice(0, BUTTONS)
          .map((shown) => [{ label: words.single(shown), press: `handover of=${shown.id}` }])
  return {
    text: words.card(all),
    buttons: [...pairs(ticks), ...each, ...rest].filter((row) => row.length > 0),
  }
}

const pairs = (buttons: readonly Button[]): readonly (readonly Button[])[] =>
  buttons.flatMap((button, at) => (at % 2 === 0 ? [[button, ...buttons.slice(at + 1, at + 2)]] : []))

/** Brings a card to people; whoever acts sees it at once, others by day. */
export const bring = async (
  act: Act,
  persons: readonly Person[],
  unitId: string,
  body: Body,
): Promise<void> => {
  const times = await units.times(act, unitId)
  for (const { id } of persons)
    await outbox.post(act, {
      to: { kind: "person", id },
      lane: "notice",
      ...(id === act.by ? {} : { dueAt: outsideQuiet(times, act.now) }),
      body,
    })
}

/** Whether a message can come to somebody in private. */
export const canBeReached = ({ chat, reachable }: Person): boolean => chat !== null && reachable
