import type { Person } from "../../rules/person.ts"
import type { Leave, Shift } from "../../rules/roster.ts"
import { dayOf } from "../../rules/time.ts"
import type { Act } from "../app.ts"
import * as people from "../people.ts"
import { leavesOf } from "../roster.ts"
import { shiftsLost } from "./lost.ts"
import * as members from "./members.ts"

/** A leave that runs or lies ahead, with the shifts for which nobody has been found yet. */
export interface Standing {
  readonly leave: Leave
  readonly person: Person
  readonly lost: readonly Shift[]
}

/** The leaves that are not over, the soonest first: one's own, and those of whoever stands on a roster one arranges. */
export const standingLeaves = async (act: Act, me: people.Member): Promise<readonly Standing[]> => {
  const persons = new Map<string, Person>([[me.person.id, me.person]])
  for (const { id } of await people.unitsWith(act, me, "roster.edit"))
    for (const person of await members.of(act, id))
      if (await people.may(act, me, "roster.edit", person.unitId)) persons.set(person.id, person)
  const today = dayOf(act.now)
  const found: Standing[] = []
  for (const person of persons.values())
    for (const leave of await leavesOf(act, person.id))
      if (leave.to >= today) found.push({ leave, person, lost: await shiftsLost(act, leave) })
  return found.sort((a, b) => (a.leave.from < b.leave.from ? -1 : 1))
}
