import type { Checkin } from "../../rules/checkin.ts"
import type { Button } from "../../rules/outgoing.ts"
import { linesFor } from "../../rules/handnote.ts"
import { addDays, dayOf, days, type Instant } from "../../rules/time.ts"
import type { Act } from "../app.ts"
import * as outbox from "../outbox.ts"
import * as patrols from "../patrols.ts"
import { shiftsOf } from "../roster.ts"
import { stackOf } from "../rulebooks.ts"
import * as units from "../units.ts"

/** A card can be put right for so long after its turn. */
const KEPT = days(7)

const keyOf = ({ id }: Pick<Checkin, "id">): string => `checkin:${id}`
const gapKey = ({ id }: Pick<Checkin, "id">, personId: string): string => `checkin-gap:${id}:${personId}`

export const nameOf = async (act: Act, personId: string): Promise<string> =>
  (await act.tables.persons.get(personId))?.name ?? ""

/** When the shift of a turn that runs now ends: whoever steps in takes no more than that. */
export const endOfShift = async (act: Act, { unitId, layer, personId, to }: Checkin): Promise<Instant> => {
  const shifts = await shiftsOf(act, unitId, act.now, act.now + 1)
  return shifts.find((each) => each.layer === layer && each.personId === personId)?.to ?? to
}

/** A check-in as people are shown it. */
export const shown = async (act: Act, row: Checkin) => ({
  ...row,
  unit: (await units.unit(act, row.unitId)).name,
  name: await nameOf(act, row.personId),
  cover: row.coveredBy === null ? null : await nameOf(act, row.coveredBy),
})

/** What can be pressed: the one tap, and afterwards what else a turn may ask for, without another message. */
const buttonsFor = async (act: Act, row: Checkin): Promise<readonly (readonly Button[])[]> => {
  const { checkin, handnote, patrol } = act.text
  if (row.over || row.state === "void" || row.coveredBy !== null) return []
  if (row.state === "asked" || row.state === "absent")
    return [[{ label: checkin.buttons.here, press: `checkin shift=${row.id}` }]]
  const unit = await units.unit(act, row.unitId)
  if (row.layer !== "duty") return []
  const hands = row.note === null && linesFor(await stackOf(act, unit), unit.kind).length > 0
  const walks = (await patrols.openToday(act, row.unitId)) !== null
  return [
    ...(walks ? [[{ label: patrol.button, press: `patrol unit=${row.unitId}` }]] : []),
    ...(hands ? [[{ label: handnote.button, press: `handnote shift=${row.id}` }]] : []),
  ]
}

/** Those whose turn ended last before this one began. */
export const previousOf = async (act: Act, row: Checkin): Promise<readonly Checkin[]> => {
  if (row.layer !== "duty") return []
  const before = addDays(dayOf(row.from), -1)
  const rows = [
    ...(await act.tables.checkins.where("open", row.unitId)),
    ...(await act.tables.checkins.where("ended", `${row.unitId}/${before}`)),
    ...(await act.tables.checkins.where("ended", `${row.unitId}/${dayOf(row.from)}`)),
  ].filter(
    ({ id, layer, state, to }) =>
      id !== row.id && layer === "duty" && to <= row.from && (state === "in" || state === "late"),
  )
  const last = Math.max(...rows.map(({ to }) => to))
  return rows.filter(({ to }) => to === last)
}

/** What stands on the card of whoever is on duty. */
export const cardOf = async (act: Act, row: Checkin) => {
  const before = []
  for (const { personId, note, noteAskedAt } of row.state === "void" ? [] : await previousOf(act, row))
    if (note !== null || noteAskedAt !== null)
      before.push(act.text.handnote.before(await nameOf(act, personId), note))
  if (row.state !== "void" && !row.over)
    for (const { number, holder } of await act.tables.incidents.where("open", row.unitId))
      before.push(act.text.handnote.open(number, holder === null ? null : await nameOf(act, holder.personId)))
  return {
    text: act.text.checkin.card(await shown(act, row), before),
    buttons: await buttonsFor(act, row),
  }
}

/** The one message of a turn: whoever comes on duty is asked whether they are there. */
export const ask = async (act: Act, row: Checkin): Promise<void> => {
  await outbox.post(act, {
    to: { kind: "person", id: row.personId },
    lane: "notice",
    key: keyOf(row),
    body: await cardOf(act, row),
    keptUntil: row.to + KEPT,
  })
}

/** Puts the card right in place, without another message. */
export const refresh = async (act: Act, id: string): Promise<void> => {
  const row = await act.tables.checkins.get(id)
  const card = row === null ? null : await act.tables.outbox.get(keyOf(row))
  if (row === null || card === null) return
  await outbox.post(act, { to: card.to, lane: "notice", edits: card.id, body: await cardOf(act, row) })
}

const gapBody = async (act: Act, row: Checkin, raised: boolean) => {
  const it = await shown(act, row)
  const words = act.text.checkin
  const isOpen = row.state === "absent" && row.coveredBy === null && !row.over
  const standIn = { label: words.buttons.standIn, press: `cover shift=${row.id} say=yes` }
  const not = { label: words.buttons.notMe, press: `cover shift=${row.id} say=no` }
  const asked = []
  for (const { personId, no } of row.gap?.asked ?? []) asked.push({ name: await nameOf(act, personId), no })
  return {
    text: isOpen
      ? raised
        ? words.raised(it, asked)
        : words.gap(it, await endOfShift(act, row))
      : words.filled(it),
    buttons: isOpen ? [raised ? [standIn] : [standIn, not]] : [],
  }
}

/** Somebody is asked, by day or night, to step in; or told as the leader that nobody has. */
export const call = async (act: Act, row: Checkin, personId: string, raised: boolean): Promise<void> => {
  await outbox.post(act, {
    to: { kind: "person", id: personId },
    lane: "emergency",
    key: gapKey(row, personId),
    body: await gapBody(act, row, raised),
    keptUntil: row.to + KEPT,
  })
}

/** The cards of all who were asked or told say how it stands. */
export const refreshGap = async (act: Act, row: Checkin): Promise<void> => {
  const told = new Set(row.gap?.told ?? [])
  const asked = (row.gap?.asked ?? []).filter(({ no }) => !no).map(({ personId }) => personId)
  for (const personId of new Set([...asked, ...told])) {
    const card = await act.tables.outbox.get(gapKey(row, personId))
    if (card === null) continue
    const body = await gapBody(act, row, told.has(personId))
    await outbox.post(act, { to: card.to, lane: "emergency", edits: card.id, body })
  }
}
