import { type Incident, isAnswered, isOver } from "../../rules/incident.ts"
import type { Outgoing } from "../../rules/outgoing.ts"
import type { Act } from "../app.ts"

/** A card of an incident did not arrive: its ladder is looked at again at once, not when the time to answer is over. */
export const hasten = async (act: Act, row: Outgoing): Promise<void> => {
  const [, id = ""] = /^incident:([^:]+):/.exec(row.id) ?? []
  const incident = id === "" ? null : await act.tables.incidents.get(id)
  if (incident && waits(incident)) await act.tables.incidents.put({ ...incident, dueAt: act.now })
}

const waits = (it: Incident): boolean => !isOver(it) && !isAnswered(it)

/** Somebody has shut the door: nobody waits for what they cannot answer any more. */
export const hastenFor = async (act: Act, personId: string): Promise<void> => {
  for (const it of await act.tables.incidents.all())
    if (waits(it) && it.called.some((each) => each.personId === personId && each.round === it.climb.round))
      await act.tables.incidents.put({ ...it, dueAt: act.now })
}
