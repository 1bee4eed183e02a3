import type { Incident, IncidentNote } from "../../rules/incident.ts"
import { waiting } from "../../rules/incident.ts"
import type { Act } from "../app.ts"

type Said = Pick<IncidentNote, "what"> & Partial<Pick<IncidentNote, "personId" | "step" | "round" | "note">>

/** Writes one line of an incident's story. */
export const note = async (act: Act, { id }: Pick<Incident, "id">, said: Said): Promise<void> => {
  const { incidentNotes } = act.tables
  const n = (await incidentNotes.where("incident", id)).length + 1
  await incidentNotes.put({
    personId: null,
    step: null,
    round: null,
    note: null,
    ...said,
    id: `${id}/${String(n).padStart(6, "0")}`,
    incidentId: id,
    n,
    at: act.now,
    by: act.by,
  })
}

/** Puts an incident, with the time at which the clock has to come to it. */
export const keep = async (act: Act, incident: Incident): Promise<Incident> => {
  const kept = waiting(incident)
  await act.tables.incidents.put(kept)
  return kept
}
