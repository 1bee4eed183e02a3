import { isStaying, type Person } from "../../rules/person.ts"
import { dayOf, type Instant } from "../../rules/time.ts"
import type { Act } from "../app.ts"
import * as people from "../people.ts"
import { Refusal } from "../refusal.ts"
import { leavesOf } from "../roster.ts"
import * as units from "../units.ts"

/** Whoever may stand on a unit's roster: its own people, and those who hold a role there. */
export const of = async (act: Act, unitId: string): Promise<readonly Person[]> => {
  const found = new Map((await people.inUnit(act, unitId)).map((person) => [person.id, person]))
  const held = (await act.tables.roles.where("unit", unitId)).filter(({ until }) => until === null)
  for (const { personId } of held) {
    const person = await act.tables.persons.get(personId)
    if (person?.state === "active" && !found.has(personId)) found.set(personId, person)
  }
  return [...found.values()]
}

/** Refuses a person of another unit. */
export const demand = async (act: Act, unitId: string, persons: readonly Person[]): Promise<void> => {
  const known = new Set((await of(act, unitId)).map(({ id }) => id))
  const stranger = persons.find(({ id }) => !known.has(id))
  if (stranger === undefined) return
  throw new Refusal(act.text.roster.stranger(stranger.name, (await units.unit(act, unitId)).name))
}

/** Refuses somebody who will not be there then: on leave, or gone. */
export const demandThere = async (act: Act, person: Person, from: Instant, to: Instant): Promise<void> => {
  const on = dayOf(from)
  const leave = (await leavesOf(act, person.id)).find((each) => each.from <= on && on <= each.to)
  if (leave !== undefined) throw new Refusal(act.text.leave.away(person.name, leave.from, leave.to))
  if (!isStaying(person) && (person.leavesAt ?? 0) < to) throw new Refusal(act.text.roster.gone(person.name))
}
