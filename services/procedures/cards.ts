import type { Button } from "../../rules/outgoing.ts"
import { isRole, nextLevel, type Procedure } from "../../rules/procedure.ts"
import { outsideQuiet } from "../../rules/times.ts"
import type { Act } from "../app.ts"
import * as outbox from "../outbox.ts"
import * as people from "../people.ts"
import * as units from "../units.ts"
import { decidersOf, recorders } from "./deciders.ts"
import { shown } from "./showing.ts"

const cardOf = ({ id, turn }: Procedure, personId: string): string => `procedure:${id}:${turn}:${personId}`

const daytime = async (act: Act, unitId: string): Promise<number> =>
  outsideQuiet(await units.times(act, unitId), act.now)

/** The buttons of whoever has to act now. */
export const buttonsFor = (act: Act, procedure: Procedure): readonly (readonly Button[])[] => {
  const next = nextLevel(procedure)
  if (next === null) return []
  const { id, turn } = procedure
  const words = act.text.procedure.buttons
  if (!isRole(next.step)) return [[{ label: words.record, press: `record application=${id}` }]]
  const decide = (label: string, verdict: string) => ({
    label,
    press: `decide application=${id} n=${turn} say=${verdict}`,
  })
  return [[decide(words.agree, "yes")], [decide(words.sendBack, "back"), decide(words.refuse, "no")]]
}

/** Whoever sent it in and may still record; else the officers of the unit. */
const keepers = async (act: Act, { by, unitId }: Procedure): Promise<readonly string[]> => {
  const person = await act.tables.persons.get(by)
  if (person?.state === "active") {
    const member = { person, roles: await people.rolesOf(act, by) }
    if (await people.may(act, member, "procedure.record", unitId)) return [by]
  }
  return (await recorders(act, unitId)).map(({ id }) => id)
}

/** Who has to do something for the level that is waited for. */
export const actors = async (act: Act, procedure: Procedure): Promise<readonly string[]> => {
  const next = nextLevel(procedure)
  if (next === null) return []
  if (!isRole(next.step)) return keepers(act, procedure)
  return [...new Set((await decidersOf(act, procedure, next.step)).map(({ person }) => person.id))]
}

/** Gives a card to everybody who has to act for the next level; gives back the procedure that knows them. */
export const ask = async (act: Act, before: Procedure): Promise<Procedure> => {
  const procedure = { ...before, turn: before.turn + 1, asked: await actors(act, before) }
  const text = act.text.procedure.card(await shown(act, procedure))
  for (const id of procedure.asked)
    await outbox.post(act, {
      to: { kind: "person", id },
      lane: "notice",
      key: cardOf(procedure, id),
      // The one who acts sees the answer at once.
      ...(id === act.by ? {} : { dueAt: await daytime(act, procedure.unitId) }),
      body: { text, buttons: buttonsFor(act, procedure) },
    })
  await act.tables.procedures.put(procedure)
  return procedure
}

/** The cards of the level that was waited for say what came of it, and can be pressed no longer. */
export const close = async (act: Act, before: Procedure, after: Procedure): Promise<void> => {
  const text = act.text.procedure.settled(await shown(act, after))
  for (const id of before.asked) {
    const card = await act.tables.outbox.get(cardOf(before, id))
    if (card) await outbox.post(act, { to: card.to, lane: "notice", edits: card.id, body: { text } })
  }
}

/** Tells whoever sent it in what another has decided, and what they can do next. */
export const tellAsker = async (
  act: Act,
  procedure: Procedure,
  { text, buttons = [] }: { readonly text: string; readonly buttons?: readonly (readonly Button[])[] },
): Promise<void> => {
  const asker = await act.tables.persons.get(procedure.by)
  if (asker?.state !== "active" || asker.id === act.by) return
  await outbox.post(act, {
    to: { kind: "person", id: asker.id },
    lane: "notice",
    dueAt: await daytime(act, procedure.unitId),
    body: { text, buttons },
  })
}
