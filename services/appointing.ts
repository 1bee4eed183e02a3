import type { Obligation } from "../rules/obligation.ts"
import type { Role } from "../rules/person.ts"
import { dayOf } from "../rules/time.ts"
import type { Act } from "./app.ts"
import * as leaders from "./leaders.ts"
import * as people from "./people.ts"
import * as vacancies from "./vacancies.ts"

/** Gives a role; a unit that waited for a leader in charge waits no longer. */
export const appoint = async (act: Act, personId: string, unitId: string, role: Role): Promise<void> => {
  await people.appoint(act, personId, unitId, role)
  if (role !== "leader") return
  await leaders.named(act, unitId, personId)
  await vacancies.follow(act, unitId)
}

/** Ends a role, and gives back what has to be done about it. */
export const dismiss = async (
  act: Act,
  personId: string,
  unitId: string,
  role: Role,
): Promise<readonly Obligation[]> => {
  await people.dismiss(act, personId, unitId, role)
  return role === "leader" ? leaders.left(act, unitId, dayOf(act.now)) : []
}
