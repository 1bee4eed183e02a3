import type { Incident, IncidentNote } from "../../rules/incident.ts"
import type { Item } from "../../rules/item.ts"
import type { Act } from "../app.ts"
import { note } from "../incidents/notes.ts"

/** The emergency that an urgent draft of a unit belongs to: the latest that runs there, and never a drill. */
export const belonging = async (act: Act, unitId: string): Promise<Incident | null> => {
  const running = (await act.tables.incidents.where("open", unitId)).filter(({ drill }) => !drill)
  return running.sort((a, b) => b.raisedAt - a.raisedAt)[0] ?? null
}

type Step = Extract<IncidentNote["what"], `draft-${string}`>

/** What becomes of an urgent draft stands in the story of the emergency it belongs to. */
export const tellStory = async (
  act: Act,
  { incident, title }: Pick<Item, "incident" | "title">,
  what: Step,
  link: string | null = null,
): Promise<void> => {
  if (incident === null) return
  const year = await act.tables.incidents.where("year", incident.slice(0, 4))
  const found = year.find(({ number }) => number === incident)
  if (found) await note(act, found, { what, note: link === null ? title : `${title} ${link}` })
}
