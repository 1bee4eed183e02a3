import * as working from "../services/incidents/working.ts"
import { command, press, say } from "./form/command.ts"
import { oneOf, silent, text } from "./form/fields.ts"
import { incidentField } from "./form/incident.ts"

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
    const { number, id } = await working.close(scene, scene.me, it, { said, mistaken: mistaken !== null })
    return say(words.resolved(number), {
      buttons: [[{ label: words.buttons.undo, press: press("incident", { case: id, do: "undo" }) }]],
    })
  },
})
