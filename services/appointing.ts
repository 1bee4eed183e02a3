import type { Obligation } from "../rules/obligation.ts"
import type { Role } from "../rules/person.ts"
import { dayOf } from "../rules/time.ts"
import type { Act } from "./app.ts"
import * as changes from "./changes.ts"
import { release } from "./incidents/releasing.ts"
import * as leaders from "./leaders.ts"
import * as overseeing from "./overseeing.ts"
import * as people from "./people.ts"
import * as vacancies from "./vacancies.ts"

/** Gives a role; a unit that waited for a leader in charge waits no longer. */
export const appoint = async (act: Act, personId: string, unitId: string, role: Role): Promise<void> => {
  const before = changes.isPlace(role) ? await changes.holders(act, unitId, role) : null
  await people.appoint(act, personId, unitId, role)
  if (changes.isPlace(role)) await changes.notePlace(act, unitId, role, before)
  if (role === "supervisor") await overseeing.changed(act, unitId)
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
  const before = changes.isPlace(role) ? await changes.holders(act, unitId, role) : null
  await people.dismiss(act, personId, unitId, role)
  await release(act, personId)
  if (role === "supervisor") await overseeing.changed(act, unitId)
  if (changes.isPlace(role)) await changes.notePlace(act, unitId, role, before)
  return role === "leader" ? leaders.left(act, unitId, dayOf(act.now)) : []
}
