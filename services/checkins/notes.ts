import type { Checkin } from "../../rules/checkin.ts"
import { type Line, linesFor, openFor } from "../../rules/handnote.ts"
import type { Button } from "../../rules/outgoing.ts"
import type { Quantity } from "../../rules/quantity.ts"
import { outsideQuiet } from "../../rules/times.ts"
import { lasting } from "../../rules/turns.ts"
import type { Stack } from "../../rules/stack.ts"
import type { Act } from "../app.ts"
import * as outbox from "../outbox.ts"
import * as patrols from "../patrols.ts"
import type { Member } from "../people.ts"
import { Refusal } from "../refusal.ts"
import { stackOf } from "../rulebooks.ts"
import * as units from "../units.ts"
import { previousOf, refresh, shown } from "./cards.ts"

/** What a hand-over in this unit has to speak of. */
export const linesOf = async (act: Act, unitId: string): Promise<readonly Line[]> => {
  const unit = await units.unit(act, unitId)
  return linesFor(await stackOf(act, unit), unit.kind)
}

/** The turn that somebody hands over: the one that is named, else the one that runs, or ended last. */
export const turnOf = async (act: Act, { person }: Member, id: string | null): Promise<Checkin> => {
  const words = act.text.handnote
  const row = id === null ? await latestOf(act, person.id) : await act.tables.checkins.get(id)
  if (!row) throw new Refusal(words.noTurn)
  if (row.personId !== person.id) throw new Refusal(words.notYours)
  if (!isServed(row)) throw new Refusal(words.noTurn)
  const within = openFor(await stackOfUnit(act, row.unitId))
  if (within !== null && isShut(act, row, within)) throw new Refusal(words.tooLate(within))
  return row
}

const stackOfUnit = async (act: Act, unitId: string): Promise<Stack> =>
  stackOf(act, await units.unit(act, unitId))

/** A note of which no figure says how long it may be written stays open. */
const isShut = ({ now }: Act, { to }: Checkin, within: Quantity | null): boolean =>
  within !== null && now >= to + lasting(within)

/** The turn of somebody that began last, of those whose note may still be written. */
const latestOf = async (act: Act, personId: string): Promise<Checkin | undefined> => {
  const begun = (await act.tables.checkins.where("person", personId))
    .filter((each) => isServed(each) && each.from <= act.now)
    .sort((a, b) => b.from - a.from)
  const open = new Map<string, Quantity | null>()
  for (const unitId of new Set(begun.map((each) => each.unitId)))
    open.set(unitId, openFor(await stackOfUnit(act, unitId)))
  return begun.find((each) => !isShut(act, each, open.get(each.unitId) ?? null))
}

/** Only whoever is on duty hands over. */
const isServed = ({ layer, state }: Checkin): boolean =>
  layer === "duty" && (state === "in" || state === "late")

interface Said {
  /** The lines of which there is something to say, by their ids. */
  readonly about: readonly string[]
  readonly said: string | null
}

/** Leaves a note for whoever comes next; the card of their check-in shows it. */
export const leave = async (act: Act, row: Checkin, { about, said }: Said): Promise<Checkin> => {
  const lines = await linesOf(act, row.unitId)
  const noted: Checkin = { ...row, note: { at: act.now, by: act.by, lines, about, said } }
  await act.tables.checkins.put(noted)
  await refresh(act, row.id)
  for (const next of await act.tables.checkins.where("open", row.unitId))
    if ((await previousOf(act, next)).some(({ id }) => id === row.id)) await refresh(act, next.id)
  const asked = await act.tables.outbox.get(keyOf(row))
  if (asked)
    await outbox.post(act, {
      to: asked.to,
      lane: "notice",
      edits: asked.id,
      body: { text: act.text.handnote.left(noted.note, await shown(act, noted)) },
    })
  return noted
}

const keyOf = ({ id }: Checkin): string => `handnote:${id}`

/** A turn has ended without a note, and a rulebook asks for one: its person is reminded, once. */
export const remind = async (act: Act, row: Checkin): Promise<Checkin> => {
  const lines = await linesOf(act, row.unitId)
  if (row.note !== null || lines.length === 0 || !isServed(row)) return row
  const words = act.text.handnote
  const walk = (await patrols.openToday(act, row.unitId)) !== null
  const button = (label: string, say: string): readonly Button[] => [
    { label, press: `handnote shift=${row.id} say=${say}` },
  ]
  await outbox.post(act, {
    to: { kind: "person", id: row.personId },
    lane: "notice",
    key: keyOf(row),
    dueAt: outsideQuiet(await units.times(act, row.unitId), act.now),
    body: {
      text: words.asks(await shown(act, row), lines),
      buttons: [
        ...(walk ? [button(words.buttons.walked, "walked")] : []),
        button(words.buttons.fine, "fine"),
        button(words.buttons.more, "more"),
      ],
    },
  })
  return { ...row, noteAskedAt: act.now }
}
