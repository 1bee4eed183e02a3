import { buttonsFor, bodyOf } from "../services/incidents/cards.ts"
import { shown } from "../services/incidents/showing.ts"
import { command, say } from "./form/command.ts"
import { silent } from "./form/fields.ts"
import { incidentField, runningHere } from "./form/incident.ts"

/** What is under way and who has it; or one of them as its card. */
export const incidents = command({
  name: "incidents",
  right: "see",
  words: (words) => words.incident.commands.incidents,
  fields: { case: silent(incidentField()) },
  run: async (scene, { case: one }) => {
    const words = scene.text.incident
    const all = one === null ? await runningHere(scene) : [one]
    const [only] = all
    if (only && all.length === 1) {
      const { text, ...body } = bodyOf(scene, only, words.card(await shown(scene, only), scene.now), {
        buttons: buttonsFor(scene, only),
      })
      return say(text, body)
    }
    const lines = []
    for (const each of all) lines.push(bodyOf(scene, each, words.line(await shown(scene, each))).text)
    return say(lines.length === 0 ? words.none : lines.join("\n"))
  },
})
