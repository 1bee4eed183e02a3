import type { Handshake } from "../../rules/handshake.ts"
import type { Person } from "../../rules/person.ts"
import type { Shift } from "../../rules/roster.ts"
import { dayOf, days, hours, type Instant, instantOf, minutes } from "../../rules/time.ts"
import { atWork, outsideQuiet } from "../../rules/times.ts"
import type { Act } from "../app.ts"
import { calendar } from "../calendar.ts"
import * as outbox from "../outbox.ts"
import * as owners from "../owners.ts"
import type { Member } from "../people.ts"
import { Refusal } from "../refusal.ts"
import { shiftsOf } from "../roster.ts"
import { menders } from "../shifts/lookout.ts"
import * as units from "../units.ts"

/** So long before a shift its person is looked for. */
const SIGHT = days(7)
/** A handshake that is asked for so shortly before the shift would only double the check-in. */
const SHORTLY = hours(1)
const KEPT = days(40)

const canBeReached = ({ chat, reachable }: Person): boolean => chat !== null && reachable

/** Looks who has a shift soon: the new ones are asked to answer, and those who cannot be reached are told of, days before. */
export const look = async (act: Act, unitId: string): Promise<void> => {
  const first = new Map<string, Shift>()
  for (const shift of await shiftsOf(act, unitId, act.now, act.now + SIGHT))
    if (shift.from > act.now && !first.has(shift.personId)) first.set(shift.personId, shift)
  for (const [personId, shift] of first) {
    const person = await act.tables.persons.get(personId)
    if (person?.state !== "active") continue
    const told = `unreached/${unitId}/${personId}`
    if (!canBeReached(person)) await report(act, person, { shift, told })
    else {
      if ((await act.tables.handshakes.get(told)) !== null) await act.tables.handshakes.remove(told)
      await greet(act, person, shift)
    }
  }
}

/** The next working time; where that would be too late, the next time of day that is not quiet. */
const soon = async (act: Act, unitId: string, before: Instant): Promise<Instant> => {
  const times = await units.times(act, unitId)
  const working = atWork(await calendar(act), times, act.now)
  return working < before ? working : outsideQuiet(times, act.now)
}

/** Whether somebody has shown before that a message reaches them on duty. */
const isKnown = async (act: Act, { id }: Person): Promise<boolean> =>
  (await act.tables.handshakes.where("person", id)).some(({ kind }) => kind !== "unreached") ||
  (await act.tables.checkins.where("person", id)).some(({ inAt }) => inAt !== null)

const greet = async (act: Act, person: Person, shift: Shift): Promise<void> => {
  if (await isKnown(act, person)) return
  const askedAt = await soon(act, shift.unitId, shift.from)
  if (askedAt > shift.from - SHORTLY) return
  const row: Handshake = {
    id: act.newId(),
    kind: "first-shift",
    unitId: shift.unitId,
    personId: person.id,
    of: shift.from,
    askedAt,
    answeredAt: null,
    tell: null,
    dueAt: await lastMorning(act, shift, askedAt),
  }
  await send(act, row, act.text.handshake.first((await units.unit(act, shift.unitId)).name, shift))
}

/** The morning of the last working day before a shift; null when it is too near for anybody to be told. */
const lastMorning = async (act: Act, { unitId, from }: Shift, askedAt: Instant): Promise<Instant | null> => {
  const workdays = await calendar(act)
  const { digest } = await units.times(act, unitId)
  const morning = instantOf(workdays.addWorkingDays(dayOf(from), -1).day, digest)
  const at = morning > askedAt ? morning : outsideQuiet(await units.times(act, unitId), askedAt + hours(4))
  return at < from ? at : null
}

const send = async (act: Act, row: Handshake, text: string): Promise<void> => {
  await act.tables.handshakes.put(row)
  await outbox.post(act, {
    to: { kind: "person", id: row.personId },
    lane: "notice",
    key: `handshake:${row.id}`,
    dueAt: row.askedAt,
    body: { text, buttons: [[{ label: act.text.handshake.button, press: `received what=${row.id}` }]] },
    keptUntil: act.now + KEPT,
  })
}

interface Unreached {
  readonly shift: Shift
  /** Under which id it is kept that this was told. */
  readonly told: string
}

/** Somebody whom no message reaches has a shift: whoever can mend it hears of it by day, once until a message does again. */
const report = async (act: Act, person: Person, { shift, told }: Unreached): Promise<void> => {
  if ((await act.tables.handshakes.get(told)) !== null) return
  const { unitId, from: of } = shift
  const nothing = { answeredAt: null, tell: null, dueAt: null }
  const row = { id: told, kind: "unreached", unitId, personId: person.id, of, askedAt: act.now } as const
  await act.tables.handshakes.put({ ...row, ...nothing })
  const text = act.text.handshake.unreachable((await units.unit(act, shift.unitId)).name, person.name, shift)
  for (const { id } of await menders(act, shift.unitId))
    if (id !== person.id)
      await outbox.post(act, {
        to: { kind: "person", id },
        lane: "notice",
        key: `unreached:${person.id}:${shift.from}:${id}`,
        dueAt: await soon(act, shift.unitId, shift.from),
        body: { text },
        keptUntil: shift.from + days(1),
      })
}

/** Tests whether somebody is reached: sent in working hours, and answered within a time. */
export const test = async (
  act: Act,
  unitId: string,
  personId: string,
  { within, tell }: { readonly within: number } & Pick<Handshake, "tell">,
): Promise<void> => {
  const times = await units.times(act, unitId)
  const morning = atWork(await calendar(act), times, act.now)
  const askedAt = Math.max(morning, instantOf(dayOf(morning), times.digest))
  const row: Handshake = {
    id: act.newId(),
    kind: "test",
    unitId,
    personId,
    of: askedAt,
    askedAt,
    answeredAt: null,
    tell,
    dueAt: askedAt + within,
  }
  const { name } = await units.unit(act, unitId)
  await send(act, row, act.text.handshake.test(name, Math.round(within / minutes(1))))
}

/** Somebody has answered: that is all there was to do. */
export const received = async (act: Act, me: Member, id: string): Promise<string> => {
  const row = await act.tables.handshakes.get(id)
  if (row?.personId !== me.person.id) throw new Refusal(act.text.handshake.notYours)
  await act.tables.handshakes.put({ ...row, answeredAt: row.answeredAt ?? act.now, dueAt: null })
  return act.text.handshake.thanks
}

/** Nobody has answered in time: whoever can do something about it hears of it, once. */
export const run = async (act: Act, row: Handshake): Promise<void> => {
  await act.tables.handshakes.put({ ...row, dueAt: null })
  const person = await act.tables.persons.get(row.personId)
  if (row.answeredAt !== null || person?.state !== "active") return
  const unit = (await units.unit(act, row.unitId)).name
  const { handshake } = act.text
  const text =
    row.kind === "test"
      ? handshake.unansweredTest(unit, person.name, row.of)
      : handshake.unanswered(unit, person.name, row.of)
  const told =
    row.kind === "test"
      ? await owners.answering(act, row.unitId, row.tell ?? "leader")
      : await menders(act, row.unitId)
  for (const { id } of told)
    if (id !== row.personId)
      await outbox.post(act, {
        to: { kind: "person", id },
        lane: "notice",
        key: `unanswered:${row.id}:${id}`,
        dueAt: outsideQuiet(await units.times(act, row.unitId), act.now),
        body: { text },
      })
}
