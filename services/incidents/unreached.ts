import { isAnswered, isOver } from "../../rules/incident.ts"
import type { Outgoing } from "../../rules/outgoing.ts"
import type { Act } from "../app.ts"

/** A card of an incident did not arrive: its ladder is looked at again at once, not when the time to answer is over. */
export const hasten = async (act: Act, row: Outgoing): Promise<void> => {
  const [, id = ""] = /^incident:([^:]+):/.exec(row.id) ?? []
  const incident = id === "" ? null : await act.tables.incidents.get(id)
  if (incident && !isOver(incident) && !isAnswered(incident))
    await act.tables.incidents.put({ ...incident, dueAt: act.now })
}
