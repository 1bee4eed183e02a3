import { undoing } from "../services/incidents/cards.ts"
import * as working from "../services/incidents/working.ts"
import { command } from "./form/command.ts"
import { oneOf, silent, text } from "./form/fields.ts"
import { about, incidentField } from "./form/incident.ts"

const LONGEST = 1000

/** Ends an emergency, with all that its kind asks for. */
export const resolved = command({
  name: "resolved",
  right: "incident.take",
  words: (words) => words.incident.commands.resolved,
  fields: {
    case: incidentField(),
    mistaken: silent(oneOf(["yes"] as const, (words) => words.incident.mistaken)),
    said: text(LONGEST),
  },
  run: async (scene, { case: it, mistaken, said }) => {
    const words = scene.text.incident
    const closed = await working.close(scene, scene.me, it, { said, mistaken: mistaken !== null })
    const text = words.resolved(closed.number, closed.ladder.undo)
    return about(scene, closed, text, { buttons: undoing(scene, closed) })
  },
})
