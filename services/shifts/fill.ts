import { touches } from "../../rules/interval.ts"
import type { Button } from "../../rules/outgoing.ts"
import { isStaying, type Person, type Role } from "../../rules/person.ts"
import { type Layer, type Leave, type Shift, shiftKey } from "../../rules/roster.ts"
import { days, hours } from "../../rules/time.ts"
import { atWork } from "../../rules/times.ts"
import type { Act } from "../app.ts"
import { calendar } from "../calendar.ts"
import * as outbox from "../outbox.ts"
import * as people from "../people.ts"
import { Refusal } from "../refusal.ts"
import { leavesOf, shiftsOf } from "../roster.ts"
import * as units from "../units.ts"
import { changed, type Effect } from "./changing.ts"
import { shiftsLost } from "./lost.ts"
import * as lookout from "./lookout.ts"
import * as members from "./members.ts"
import * as overrides from "./overrides.ts"

/** Who may take which layer's shifts, beside those who stand in its rotas. */
const FIT: Readonly<Record<Layer, readonly Role[]>> = {
  duty: ["duty", "information-officer", "publisher", "editor-in-chief", "administrator"],
  deputy: ["duty", "information-officer", "publisher", "editor-in-chief", "administrator"],
  leader: ["leader", "chief"],
}

/** How many are offered, and a hole so near that it cannot wait for the morning. */
const OFFERED = 6
const NEAR = hours(24)
/** How many days of shifts are counted, so that those with fewest come first. */
const FAIR = days(30)

/** Who could take a shift: of the unit and the layer, there on that day, reachable, with no shift at the same time. */
export const candidates = async (act: Act, shift: Shift): Promise<readonly Person[]> => {
  const near = await shiftsOf(act, shift.unitId, shift.from - FAIR, shift.to + FAIR)
  const held = await act.tables.roles.where("unit", shift.unitId)
  const rotas = await act.tables.rotas.where("unit", shift.unitId)
  const found: { readonly person: Person; readonly count: number }[] = []
  for (const person of await members.of(act, shift.unitId)) {
    const own = near.filter(({ personId }) => personId === person.id)
    const fits =
      rotas.some(({ layer, people: them }) => layer === shift.layer && them.includes(person.id)) ||
      held.some(
        ({ personId, role, until }) =>
          personId === person.id && until === null && FIT[shift.layer].includes(role),
      )
    const away = (await leavesOf(act, person.id)).some(({ from, to }) => from <= shift.on && shift.on <= to)
    const free = !own.some((each) => touches(each, shift))
    const there = isStaying(person) || (person.leavesAt ?? 0) >= shift.to
    if (
      fits &&
      free &&
      there &&
      !away &&
      person.reachable &&
      person.chat !== null &&
      person.id !== shift.personId
    )
      found.push({ person, count: own.length })
  }
  return found
    .sort((a, b) => a.count - b.count)
    .slice(0, OFFERED)
    .map(({ person }) => person)
}

/** A card that offers, for the first shift without anybody, who could take it. */
export const card = async (
  act: Act,
  leave: Leave,
): Promise<{ readonly text: string; readonly buttons: readonly (readonly Button[])[] } | null> => {
  const lost = await shiftsLost(act, leave)
  const [first] = lost
  const person = await act.tables.persons.get(leave.personId)
  if (first === undefined || person === null) return null
  const fitting = await candidates(act, first)
  const at = shiftKey(first).split(".")[0] ?? ""
  const { name } = await units.unit(act, first.unitId)
  return {
    text: act.text.leave.holes({ unit: name, who: person.name, lost, offered: fitting.length }),
    buttons: fitting.map((each) => [
      {
        label: act.text.leave.fill(each.name, first),
        press: `fill leave=${leave.id} at=${at} by=${each.id}`,
      },
    ]),
  }
}

/** Brings the holes of a leave to those who can mend them. */
export const ask = async (act: Act, leave: Leave): Promise<void> => {
  const [first] = await shiftsLost(act, leave)
  const body = await card(act, leave)
  if (first === undefined || body === null) return
  const near = first.from - act.now < NEAR
  const dueAt = near ? act.now : atWork(await calendar(act), await units.times(act, first.unitId), act.now)
  for (const { id } of await lookout.menders(act, first.unitId))
    await outbox.post(act, { to: { kind: "person", id }, lane: "notice", dueAt, body })
}

/** Gives a shift of somebody on leave to another, who is told. */
export const fill = async (
  act: Act,
  me: people.Member,
  { leaveId, at, byId }: { readonly leaveId: string; readonly at: string; readonly byId: string },
): Promise<{
  readonly leave: Leave
  readonly person: Person
  readonly shift: Shift
  readonly effect: Effect
}> => {
  const leave = await act.tables.leaves.get(leaveId)
  const lost = leave ? await shiftsLost(act, leave) : []
  const shift = lost.find((each) => shiftKey(each).startsWith(`${at}.`))
  const person = await act.tables.persons.get(byId)
  if (leave?.endedAt !== null || shift === undefined || person === null)
    throw new Refusal(act.text.leave.filledAlready)
  await people.demand(act, me, "roster.edit", shift.unitId)
  if (!(await candidates(act, shift)).some(({ id }) => id === byId))
    throw new Refusal(act.text.leave.cannot(person.name))
  const { layer, unitId, personId } = shift
  const { from, to } = overrides.stillAhead(act, shift)
  let batch = ""
  const work = async () => {
    batch = await overrides.put(act, unitId, "stand-in", [
      { layer, from, to, personId: byId, forId: personId },
    ])
  }
  const effect = await changed(act, unitId, work, { named: [person], seen: true })
  const away = await act.tables.persons.get(personId)
  await tell(act, person, act.text.leave.standsIn(away?.name ?? "", shift), `${batch}/told`, shift.from)
  return { leave, person, shift, effect }
}

const tell = async (act: Act, person: Person, text: string, key: string, before: number): Promise<void> => {
  if (person.id === act.by) return
  const calm = atWork(await calendar(act), await units.times(act, person.unitId), act.now)
  await outbox.post(act, {
    to: { kind: "person", id: person.id },
    lane: "notice",
    key,
    dueAt: calm < before ? calm : act.now,
    body: { text },
  })
}
