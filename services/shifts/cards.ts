import type { Button } from "../../rules/outgoing.ts"
import type { ShownSwap } from "../../rules/shownroster.ts"
import { startOf, type Swap } from "../../rules/swap.ts"
import { outsideQuiet } from "../../rules/times.ts"
import type { Act } from "../app.ts"
import * as outbox from "../outbox.ts"
import { Refusal } from "../refusal.ts"
import { shiftsOf } from "../roster.ts"
import * as units from "../units.ts"

const nameOf = async (act: Act, id: string): Promise<string> =>
  (await act.tables.persons.get(id))?.name ?? act.text.people.unnamed

/** A swap in the words of those who read it. */
export const shown = async (act: Act, swap: Swap): Promise<ShownSwap> => ({
  giver: await nameOf(act, swap.give.personId),
  taker: await nameOf(act, swap.withId),
  give: swap.give,
  take: swap.take,
  by: await nameOf(act, act.by),
})

/** Refuses a swap of shifts that were changed since. */
export const demandStands = async (act: Act, { unitId, give, take }: Swap): Promise<void> => {
  for (const part of [give, ...(take ? [take] : [])]) {
    const shifts = await shiftsOf(act, unitId, part.from, part.to)
    const stands = shifts.some(
      ({ layer, personId, from, to }) =>
        layer === part.layer && personId === part.personId && from === part.from && to === part.to,
    )
    if (!stands) throw new Refusal(act.text.swap.changedSince)
  }
}

const cardOf = ({ id }: Swap): string => `swap:${id}`

/** What is read in quiet hours only when the shift begins before they are over. */
const dueFor = async (act: Act, swap: Swap): Promise<number> => {
  const at = outsideQuiet(await units.times(act, swap.unitId), act.now)
  return at < startOf(swap) ? at : act.now
}

/** Puts a swap before the one who has to agree. */
export const ask = async (act: Act, swap: Swap): Promise<void> => {
  if (swap.askedId === null) return
  const { yes, no } = act.text.swap.buttons
  const to = (step: string) => `swapped swap=${swap.id} step=${step}`
  await outbox.post(act, {
    to: { kind: "person", id: swap.askedId },
    lane: "notice",
    key: cardOf(swap),
    dueAt: await dueFor(act, swap),
    body: {
      text: act.text.swap.asks(await shown(act, swap)),
      buttons: [
        [
          { label: yes, press: to("yes") },
          { label: no, press: to("no") },
        ],
      ],
    },
  })
}

/** The card of the one who was asked says that there is nothing to agree to any more. */
export const close = async (act: Act, before: Swap, after: Swap): Promise<void> => {
  const card = await act.tables.outbox.get(cardOf(before))
  if (card === null) return
  const text = act.text.swap.settledAs[after.state](await shown(act, after))
  await outbox.post(act, { to: card.to, lane: "notice", edits: card.id, body: { text } })
}

/** What can still be done about a swap. */
export const buttonsFor = (act: Act, { id, state }: Swap): readonly (readonly Button[])[] => {
  const { undo, withdraw } = act.text.swap.buttons
  if (state === "done") return [[{ label: undo, press: `swapped swap=${id} step=undo` }]]
  if (state === "asked") return [[{ label: withdraw, press: `swapped swap=${id} step=withdraw` }]]
  return []
}

/** Tells people what became of a swap. */
export const told = async (act: Act, swap: Swap, ids: readonly string[]): Promise<void> => {
  for (const id of ids)
    if (id !== act.by)
      await outbox.post(act, {
        to: { kind: "person", id },
        lane: "notice",
        dueAt: await dueFor(act, swap),
        body: {
          text: act.text.swap.settledAs[swap.state](await shown(act, swap)),
          buttons: buttonsFor(act, swap),
        },
      })
}
