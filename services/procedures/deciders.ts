import type { Person } from "../../rules/person.ts"
import { isRole, type Procedure, type StepName } from "../../rules/procedure.ts"
import { type StandIn, standsOn } from "../../rules/standin.ts"
import { dayOf } from "../../rules/time.ts"
import type { Act } from "../app.ts"
import * as people from "../people.ts"
import * as units from "../units.ts"

/** Somebody who may decide a level, in their own place or in another's. */
export interface Decider {
  readonly person: Person
  readonly standIn: StandIn | null
}

/** Everybody who may decide a level of a unit today; nobody for an office outside, whose paper is recorded. */
export const decidersOf = async (
  act: Act,
  { unitId, inPerson }: Pick<Procedure, "unitId" | "inPerson">,
  step: StepName,
): Promise<readonly Decider[]> => {
  if (!isRole(step)) return []
  // Whoever supervises sits above; every other role is one of the unit itself.
  const path = step === "supervisor" ? await units.path(act, unitId) : [unitId]
  for (const id of path) {
    const own = (await people.holding(act, id, [step])).map((person) => ({ person, standIn: null }))
    if (own.length === 0) continue
    return inPerson.includes(step) ? own : [...own, ...(await standIns(act, id, step, own))]
  }
  return []
}

const standIns = async (
  act: Act,
  unitId: string,
  step: StepName,
  own: readonly Decider[],
): Promise<readonly Decider[]> => {
  const found: Decider[] = []
  for (const standIn of await act.tables.standIns.where("unit", unitId)) {
    if (standIn.role !== step || !standsOn(standIn, dayOf(act.now))) continue
    // Whoever is away has to hold the role still.
    if (!own.some(({ person }) => person.id === standIn.forId)) continue
    const person = await act.tables.persons.get(standIn.personId)
    if (person?.state === "active" && !own.some((each) => each.person.id === person.id))
      found.push({ person, standIn })
  }
  return found
}

/** The officers who record what an office outside has said: those of the unit, else of the nearest above. */
export const recorders = async (act: Act, unitId: string): Promise<readonly Person[]> => {
  for (const id of await units.path(act, unitId)) {
    const found = await people.holding(act, id, ["administrator", "supervisor"])
    if (found.length > 0) return found
  }
  return []
}
