import type { Person } from "../../rules/person.ts"
import type { Leave, Shift } from "../../rules/roster.ts"
import { addDays, type Day, dayOf, daysBetween } from "../../rules/time.ts"
import { atWork } from "../../rules/times.ts"
import type { Act } from "../app.ts"
import { calendar } from "../calendar.ts"
import * as outbox from "../outbox.ts"
import * as people from "../people.ts"
import { Refusal } from "../refusal.ts"
import { leavesOf } from "../roster.ts"
import * as units from "../units.ts"
import { changed, type Effect } from "./changing.ts"
import * as fill from "./fill.ts"
import { shiftsLost, unitsOf } from "./lost.ts"

const LONGEST_DAYS = 366

/** What came of a leave. */
export interface Taken {
  readonly leave: Leave
  /** The shifts for which somebody else has to be found. */
  readonly lost: readonly Shift[]
  readonly effects: readonly Effect[]
}

/** Enters days on which somebody is away. It is a fact: no rule refuses it, but the holes it makes are told and offered. */
export const take = async (
  act: Act,
  me: people.Member,
  { person, from, to }: { readonly person: Person; readonly from: Day; readonly to: Day },
): Promise<Taken> => {
  const words = act.text.leave
  const arranges = await people.may(act, me, "roster.edit", person.unitId)
  if (person.id !== me.person.id) await people.demand(act, me, "roster.edit", person.unitId)
  if (to < from) throw new Refusal(words.backwards)
  if (from < dayOf(act.now)) throw new Refusal(words.past)
  if (daysBetween(dayOf(act.now), to) > LONGEST_DAYS) throw new Refusal(words.tooLong)
  const other = (await leavesOf(act, person.id)).find((each) => each.from <= to && from <= each.to)
  if (other !== undefined) throw new Refusal(words.away(person.name, other.from, other.to))
  const leave: Leave = {
    id: act.newId(),
    personId: person.id,
    from,
    to,
    by: act.by,
    at: act.now,
    endedAt: null,
  }
  const effects: Effect[] = []
  // The leave stands once, whatever the number of rosters: each looks at itself before and after.
  const affected = await unitsOf(act, person)
  for (const unitId of affected) {
    await act.tables.leaves.remove(leave.id)
    const work = () => act.tables.leaves.put(leave)
    effects.push(await changed(act, unitId, work, { named: [], fact: true, seen: true }))
  }
  const lost = await shiftsLost(act, leave)
  if (lost.length > 0 && !arranges) await fill.ask(act, leave)
  await tell(act, person, words.enteredFor(me.person.name, from, to), lost)
  return { leave, lost, effects }
}

/** Somebody is back, or does not go: from now on their shifts are theirs again, but for those others have taken. */
export const end = async (act: Act, me: people.Member, id: string): Promise<Leave> => {
  const words = act.text.leave
  const leave = await act.tables.leaves.get(id)
  const person = leave && (await act.tables.persons.get(leave.personId))
  if (!leave || !person || leave.endedAt !== null) throw new Refusal(words.overAlready)
  if (person.id !== me.person.id) await people.demand(act, me, "roster.edit", person.unitId)
  const today = dayOf(act.now)
  if (leave.to < today) throw new Refusal(words.overAlready)
  const ended: Leave =
    leave.from < today ? { ...leave, to: addDays(today, -1) } : { ...leave, endedAt: act.now }
  const work = () => act.tables.leaves.put(ended)
  for (const unitId of await unitsOf(act, person))
    await changed(act, unitId, work, { named: [], fact: true, seen: true })
  await tell(act, person, words.endedFor(me.person.name, leave.from, leave.to), await shiftsLost(act, leave))
  return ended
}

/** Whoever did not do it themselves hears of it: at work, or at once when a shift of theirs begins sooner. */
const tell = async (act: Act, person: Person, text: string, [first]: readonly Shift[]): Promise<void> => {
  if (person.id === act.by) return
  const calm = atWork(await calendar(act), await units.times(act, person.unitId), act.now)
  await outbox.post(act, {
    to: { kind: "person", id: person.id },
    lane: "notice",
    dueAt: first !== undefined && first.from <= calm ? act.now : calm,
    body: { text },
  })
}
