import type { Incident } from "../../rules/incident.ts"
import type { Act } from "../app.ts"
import * as people from "../people.ts"
import { Refusal } from "../refusal.ts"
import { keepsInHouse } from "./callees.ts"

/** An incident that must be there, for whoever may see its unit. */
export const incident = async (act: Act, me: people.Member, id: string): Promise<Incident> => {
  const found = await act.tables.incidents.get(id)
  if (!found) throw new Refusal(act.text.incident.gone)
  await people.demand(act, me, "see", found.unitId)
  return found
}

/** Everything that runs in the units somebody may see, or in those of them under one unit, the newest first. */
export const running = async (
  act: Act,
  me: people.Member,
  under: readonly string[] | null,
): Promise<readonly Incident[]> => {
  const found: Incident[] = []
  for (const unit of await people.unitsWith(act, me, "see"))
    if (under === null || under.includes(unit.id))
      found.push(...(await act.tables.incidents.where("open", unit.id)))
  return found.sort((a, b) => b.raisedAt - a.raisedAt)
}

/** Whoever may deal with it at this moment: by role, and not for an operating company where that is kept in house. */
export const demandTaker = async (act: Act, me: people.Member, it: Incident): Promise<void> => {
  await people.demand(act, me, "incident.take", it.unitId)
  const { employer } = me.person
  if (employer && (await keepsInHouse(act, it.unitId)))
    throw new Refusal(act.text.incident.notForCompanies(employer))
}
