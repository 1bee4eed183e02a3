import { candidates, type Placed } from "../../rules/callees.ts"
import { inForce } from "../../rules/force.ts"
import type { Step } from "../../rules/kinds/common.ts"
import type { Candidate } from "../../rules/ladder.ts"
import type { Incident } from "../../rules/incident.ts"
import type { Person, Role } from "../../rules/person.ts"
import { isRole } from "../../rules/procedure.ts"
import { dayOf } from "../../rules/time.ts"
import type { Act } from "../app.ts"
import * as people from "../people.ts"
import { type Decider, decidersOf } from "../procedures/deciders.ts"
import { onDuty } from "../roster.ts"
import { stackOf } from "../rulebooks.ts"
import * as units from "../units.ts"

/** Where nobody is on the roster: who is on duty by office, or else whoever looks after the accounts. */
const INSTEAD: readonly (readonly Role[])[] = [
  ["duty"],
  ["information-officer", "administrator"],
  ["publisher", "custodian"],
]
/** Who takes a call for an office above. */
const ABOVE: readonly (readonly Role[])[] = [["supervisor"], ["leader"], ["chief", "administrator"]]

const asDeciders = (persons: readonly Person[]): readonly Decider[] =>
  persons.map((person) => ({ person, standIn: null }))

const holdingFirst = async (
  act: Act,
  unitId: string,
  order: readonly (readonly Role[])[],
): Promise<readonly Person[]> => {
  for (const roles of order) {
    const found = await people.holding(act, unitId, roles)
    if (found.length > 0) return found
  }
  return []
}

const above = async (act: Act, unitId: string): Promise<readonly Person[]> => {
  const [, ...higher] = await units.path(act, unitId)
  for (const id of higher) {
    const found = await holdingFirst(act, id, ABOVE)
    if (found.length > 0) return found
  }
  return []
}

type Of = Pick<Incident, "unitId" | "drill">

const standing = async (act: Act, { unitId, drill }: Of, step: Step): Promise<readonly Decider[]> => {
  if (step === "duty") {
    const rostered = await onDuty(act, unitId, "duty", act.now)
    return asDeciders(rostered.length > 0 ? rostered : await holdingFirst(act, unitId, INSTEAD))
  }
  if (step === "deputy") return asDeciders(await onDuty(act, unitId, "deputy", act.now))
  // A drill never leaves the unit.
  if (!isRole(step) || step === "supervisor") return drill ? [] : asDeciders(await above(act, unitId))
  const holders = await decidersOf(act, { unitId, inPerson: [] }, step)
  const rostered = step === "leader" ? asDeciders(await onDuty(act, unitId, "leader", act.now)) : []
  const known = new Set(rostered.map(({ person }) => person.id))
  return [...rostered, ...holders.filter(({ person }) => !known.has(person.id))]
}

/** Whether people of an operating company may have nothing to say in this unit: gatekeeping stays in house there. */
export const keepsInHouse = async (act: Act, unitId: string): Promise<boolean> => {
  const unit = await units.unit(act, unitId)
  const scope = { unitKind: unit.kind, platform: null }
  return inForce(await stackOf(act, unit), "require", scope).some(
    ({ rule }) => rule.require === "outsourcing.own-publishers",
  )
}

const isAway = async (act: Act, personId: string): Promise<boolean> => {
  const today = dayOf(act.now)
  const leaves = await act.tables.leaves.where("person", personId)
  return leaves.some(({ from, to, endedAt }) => endedAt === null && from <= today && today <= to)
}

/** Whether a message can be brought to somebody in private. */
export const canBeReached = ({ chat, reachable }: Person): boolean => chat !== null && reachable

/** Everybody on a step at this moment: who may be called, and what stands in the way of the others. */
export const on = async (act: Act, of: Of, step: Step): Promise<readonly Candidate[]> => {
  const all = await standing(act, of, step)
  const found: Placed[] = []
  for (const { person, standIn } of all)
    found.push({
      personId: person.id,
      standsFor: standIn?.forId ?? null,
      outside: Boolean(person.employer) && (await keepsInHouse(act, of.unitId)),
      away: await isAway(act, person.id),
      reachable: canBeReached(person),
    })
  return candidates(found)
}
