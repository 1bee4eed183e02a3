import type { Unit } from "../rules/unit.ts"
import type { Act } from "./app.ts"
import * as people from "./people.ts"
import * as units from "./units.ts"

/** Whether somebody of this unit supervises. */
const supervises = async (act: Act, unitId: string): Promise<boolean> =>
  (await people.holding(act, unitId, ["supervisor"])).length > 0

/** The office that watches over a unit: the nearest with a supervisor, from itself upwards, else the topmost. */
export const officeOf = async (act: Act, unitId: string): Promise<Unit> => {
  const path = await units.above(act, unitId)
  for (const unit of path) if (await supervises(act, unit.id)) return unit
  return path.at(-1) ?? (await units.unit(act, unitId))
}

/** The units that an office watches over itself: those below it that have no nearer one. */
export const overseen = async (act: Act, officeId: string): Promise<readonly Unit[]> => {
  const found: Unit[] = []
  for (const { unit } of await units.below(act, officeId))
    if ((await officeOf(act, unit.id)).id === officeId) found.push(unit)
  return found
}
