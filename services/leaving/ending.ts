import type { Departure } from "../../rules/departure.ts"
import type { Person } from "../../rules/person.ts"
import { addDays, dayOf, endOf, instantOf } from "../../rules/time.ts"
import type { Act } from "../app.ts"
import * as changes from "../changes.ts"
import * as duties from "../duties.ts"
import { release } from "../incidents/releasing.ts"
import * as leaders from "../leaders.ts"
import * as people from "../people.ts"
import { Refusal } from "../refusal.ts"
import { bring, card } from "./cards.ts"
import { officerOf } from "./confirmers.ts"
import * as kept from "./kept.ts"
import * as noting from "./noting.ts"

const personOf = async (act: Act, { personId }: Departure): Promise<Person> => {
  const person = await act.tables.persons.get(personId)
  if (!person) throw new Error(`no person ${personId}`)
  return person
}

/** The clock has come to a departure: the last day is over, or it is looked at once a day until all is handed over. */
export const run = async (act: Act, departure: Departure): Promise<void> => {
  if (departure.state === "planned") await end(act, departure)
  else await review(act, departure)
}

/** Every right ends at the last minute of the last day, however late the clock comes round. */
const end = async (act: Act, departure: Departure): Promise<void> => {
  const person = await personOf(act, departure)
  await keepNothing(act, departure, person)
  const until = endOf(departure.lastOn)
  const held = await people.rolesOf(act, person.id)
  const places = []
  for (const { role, unitId } of held)
    if (changes.isPlace(role)) places.push({ unitId, role, before: await changes.holders(act, unitId, role) })
  for (const role of held) await act.tables.roles.put({ ...role, until })
  await act.tables.persons.put({
    ...person,
    user: null,
    chat: null,
    reachable: false,
    state: "leaving",
    leavesAt: null,
  })
  await release(act, person.id)
  for (const { unitId, role, before } of places) await changes.notePlace(act, unitId, role, before)
  for (const { role, unitId } of held)
    if (role === "leader") await leaders.left(act, unitId, departure.lastOn)
  const after = await review(act, { ...departure, state: "ended" })
  if (after.state === "ended") await tellOfficer(act, after, person)
}

/** What came into their hands after the departure was entered goes to whoever entered it, who can pass it on. */
const keepNothing = async (act: Act, departure: Departure, person: Person): Promise<void> => {
  const known = new Set(
    (await act.tables.handovers.where("departure", departure.id)).map(({ accountId }) => accountId),
  )
  const officer = await officerOf(act, departure)
  if (officer === null) return
  const added = []
  for (const account of await kept.by(act, person))
    if (!known.has(account.id)) added.push(await noting.begun(act, departure, account, officer.id))
  if (added.length > 0) await bring(act, [officer], departure.unitId, await card(act, added))
}

const tellOfficer = async (act: Act, departure: Departure, person: Person): Promise<void> => {
  const officer = await officerOf(act, departure)
  if (officer === null) return
  const words = act.text.leaving
  await bring(act, [officer], departure.unitId, {
    text: words.ended(person.name, departure.lastOn, await stillOpen(act, departure)),
    buttons: [[{ label: words.buttons.left, press: `left departure=${departure.id}` }]],
  })
}

const stillOpen = async (act: Act, departure: Departure) => {
  const open = []
  for (const row of await noting.openOf(act, departure)) open.push(await duties.shown(act, row))
  return open
}

/** Whoever is gone and has handed everything over has left; until then it is looked at every day. */
export const review = async (act: Act, departure: Departure): Promise<Departure> => {
  const after = await reviewed(act, departure)
  await act.tables.departures.put(after)
  if (after.state === "left" && departure.state !== "left") {
    const person = await personOf(act, departure)
    await act.tables.persons.put({ ...person, state: "left" })
  }
  return after
}

const reviewed = async (act: Act, departure: Departure): Promise<Departure> => {
  if (departure.state !== "ended") return departure
  return (await noting.openOf(act, departure)).length === 0
    ? { ...departure, state: "left", dueAt: null }
    : { ...departure, dueAt: instantOf(addDays(dayOf(act.now), 1)) }
}

/** An officer wants it closed: refused, with what is open, as long as anything is. */
export const close = async (act: Act, me: people.Member, departure: Departure): Promise<Departure> => {
  await people.demand(act, me, "person.leave", departure.unitId)
  const { name } = await personOf(act, departure)
  const words = act.text.leaving
  if (departure.state === "withdrawn") throw new Refusal(words.staysAlready(name))
  if (departure.state === "planned") throw new Refusal(words.stillHere(name, departure.lastOn))
  const after = await review(act, departure)
  if (after.state !== "left") throw new Refusal(words.notYet(name, await stillOpen(act, departure)))
  return after
}

/** A line for each who is gone, and has not handed everything over. */
export const unfinished = async (act: Act, unitId: string): Promise<readonly string[]> => {
  const lines: string[] = []
  for (const departure of await act.tables.departures.where("unit", unitId))
    if (departure.state === "ended")
      lines.push(act.text.leaving.gone((await personOf(act, departure)).name, departure.lastOn))
  return lines
}
