import type { Case } from "../../rules/case.ts"
import { nextConsent, nextStep } from "../../rules/casework.ts"
import type { Button } from "../../rules/outgoing.ts"
import { outsideQuiet } from "../../rules/times.ts"
import type { Act } from "../app.ts"
import * as duties from "../duties.ts"
import * as outbox from "../outbox.ts"
import * as owners from "../owners.ts"
import { type Decider, decidersOf } from "../procedures/deciders.ts"
import * as units from "../units.ts"
import { shown } from "./showing.ts"

type Rows = readonly (readonly Button[])[]

/** What can be done next with a message, the likeliest first. */
export const buttonsFor = (act: Act, it: Case): Rows => {
  const words = act.text.cases.buttons
  const to = (label: string, name: string, more = ""): Button => ({
    label,
    press: `${name} case=${it.id}${more}`,
  })
  const rest = [
    ...(it.firstReplyAt === null ? [to(words.firstreply, "firstreply")] : []),
    ...(it.postponing === null ? [to(words.promise, "promise")] : []),
  ]
  const marks = [
    ...(it.confidential ? [] : [to(words.confidential, "mark", " as=confidential")]),
    ...(it.attention === "hot" ? [] : [to(words.hot, "mark", " as=hot")]),
  ]
  switch (nextStep(it)) {
    case null:
      return [[to(words.reopen, "reopen")]]
    case "closed":
      return [
        [
          to(words.settled.yes, "settled", " content=yes"),
          to(words.settled.unsaid, "settled", " content=unsaid"),
        ],
        [to(words.settled.no, "settled", " content=no")],
      ]
    case "replied":
      return [[to(words.replied, "replied")], rest]
    case "answered":
      return [[to(words.reply, "reply"), to(words.assign, "refer")], rest, marks]
    case "assigned":
      return [[to(words.own, "refer", " to=own"), to(words.assign, "refer")], rest, marks]
    case "approved":
      return [rest]
    case "received":
    case "sorted":
    case "registered":
      return [[to(words.sort, "sort")], marks]
  }
}

const daytime = async (act: Act, it: Case): Promise<number> =>
  outsideQuiet(await units.times(act, it.unitId), act.now)

/** Where somebody's word is waited for: in the office that answers, else where the account is kept. */
export const decidersFor = async (act: Act, it: Case): Promise<readonly Decider[]> => {
  const step = it.postponing?.step ?? nextConsent(it)
  if (step === null) return []
  for (const unitId of [it.department?.unitId ?? it.unitId, it.unitId]) {
    const found = await decidersOf(act, { unitId, inPerson: [] }, step)
    if (found.length > 0) return found
  }
  const instead = it.postponing === null ? [] : await owners.deciders(act, it.unitId)
  return instead.map((person) => ({ person, standIn: null }))
}

const cardOf = ({ id, turn }: Case, personId: string): string => `case:${id}:${turn}:${personId}`

/** Gives a card to everybody whose word is waited for; gives back the message that knows them. */
export const ask = async (act: Act, before: Case): Promise<Case> => {
  const deciders = await decidersFor(act, before)
  const it = {
    ...before,
    turn: before.turn + 1,
    asked: [...new Set(deciders.map(({ person }) => person.id))],
  }
  const words = act.text.cases.buttons
  const press = (say: string): string => `consent case=${it.id} n=${it.turn} say=${say}`
  const text = act.text.casecard.asking(await shown(act, it))
  for (const id of it.asked)
    await outbox.post(act, {
      to: { kind: "person", id },
      lane: "notice",
      key: cardOf(it, id),
      ...(id === act.by ? {} : { dueAt: await daytime(act, it) }),
      body: {
        text,
        buttons: [
          [
            { label: words.agree, press: press("yes") },
            { label: words.sendBack, press: press("no") },
          ],
        ],
      },
    })
  return keep(act, it)
}

/** The cards that waited say what came of it, and can be pressed no longer. */
export const close = async (act: Act, before: Case, after: Case): Promise<Case> => {
  if (before.asked.length === 0) return after
  const text = act.text.casecard.settled(await shown(act, after))
  for (const id of before.asked) {
    const card = await act.tables.outbox.get(cardOf(before, id))
    if (card) await outbox.post(act, { to: card.to, lane: "notice", edits: card.id, body: { text } })
  }
  return { ...after, turn: after.turn + 1, asked: [] }
}

export const keep = async (act: Act, it: Case): Promise<Case> => {
  await act.tables.cases.put(it)
  return it
}

/** Tells people of a message, with what they can do about it; never the one who did it. */
export const tell = async (
  act: Act,
  it: Case,
  people: readonly string[],
  text: string,
  buttons: Rows = buttonsFor(act, it),
): Promise<void> => {
  for (const id of new Set(people))
    if (id !== act.by)
      await outbox.post(act, {
        to: { kind: "person", id },
        lane: "notice",
        dueAt: await daytime(act, it),
        body: { text, buttons },
      })
}

/** Tells an office: its people, or the group that it keeps to. */
export const tellUnit = async (act: Act, it: Case, unitId: string, text: string): Promise<void> => {
  for (const { to } of owners.recipientsOf(await duties.readersOfUnit(act, unitId)))
    if (to.id !== act.by)
      await outbox.post(act, {
        to,
        lane: "notice",
        dueAt: await daytime(act, it),
        body: { text, buttons: buttonsFor(act, it) },
      })
}
