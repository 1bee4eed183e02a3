import { holdsName } from "../../rules/names.ts"
import * as units from "../units.ts"
import { fine, type Source, wrong } from "./knowing.ts"

/** Whether the public verification text names the sponsor in full. */
export const verified: Source = async (act, { unitId, verification }) => {
  const { name } = await units.unit(act, unitId)
  const said = verification?.trim() ?? ""
  if (said === "") return null
  return holdsName(said, name) ? fine() : wrong(act.text.check.knows.unnamed(name))
}
