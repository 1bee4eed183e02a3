import { type PaperFormat, writePaper } from "../../papers/paperfile.ts"
import type { Body } from "../../rules/outgoing.ts"
import type { Incident, IncidentNote } from "../../rules/incident.ts"
import type { Act } from "../app.ts"
import * as people from "../people.ts"
import { Refusal } from "../refusal.ts"
import { nameOf, type ShownIncident, shown } from "./showing.ts"

/** One line of the story, with names instead of ids. */
export interface Told extends Pick<IncidentNote, "at" | "what" | "step" | "note"> {
  /** Who did it; null for the clock. */
  readonly by: string | null
  readonly person: string | null
}

export interface Timeline {
  readonly of: ShownIncident
  readonly lines: readonly Told[]
}

const named = async (act: Act, id: string | null): Promise<string | null> =>
  id === null || (await act.tables.persons.get(id)) === null ? null : nameOf(act, id)

/** The story of an incident, from the lines that were written when things happened, and are never changed. */
export const of = async (act: Act, it: Incident): Promise<Timeline> => {
  const notes = [...(await act.tables.incidentNotes.where("incident", it.id))].sort((a, b) => a.n - b.n)
  const lines: Told[] = []
  for (const { at, what, step, note, by, personId } of notes)
    lines.push({ at, what, step, note, by: await named(act, by), person: await named(act, personId) })
  return { of: await shown(act, it), lines }
}

/** The same as a paper to be filed. */
export const file = async (
  act: Act,
  story: Timeline,
  format: PaperFormat,
): Promise<NonNullable<Body["file"]>> => {
  const words = act.text.incident
  const name = words.timelineName(story.of.number)
  const bytes = await writePaper(words.timelinePaper(story, act.now), format, name)
  return { name: `${name}.${format}`, base64: bytes.toString("base64") }
}

/** The latest incident that somebody may see, closed or not. */
export const latest = async (act: Act, me: people.Member): Promise<Incident> => {
  const found: Incident[] = []
  for (const unit of await people.unitsWith(act, me, "see"))
    found.push(...(await act.tables.incidents.where("unit", unit.id)))
  const [newest] = found.sort((a, b) => b.raisedAt - a.raisedAt || (a.id < b.id ? 1 : -1))
  if (!newest) throw new Refusal(act.text.incident.none)
  return newest
}
