import { demandsOn } from "../shifts/demands.ts"
import { fine, type Source, wrong } from "./knowing.ts"

/** Whether somebody is on duty whenever a rulebook wants somebody to be. */
export const roster: Source = async (act, { unitId }) => {
  const words = act.text.check.knows
  const lookout = await act.tables.lookouts.get(unitId)
  if (lookout !== null && (lookout.bareSince !== null || lookout.told.some(({ to }) => to > act.now)))
    return wrong(words.holes)
  const asked = (await demandsOn(act, unitId)).some(({ source }) => source !== null)
  return fine(asked ? null : words.noRoster)
}
