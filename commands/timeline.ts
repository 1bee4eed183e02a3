import { bodyOf } from "../services/incidents/cards.ts"
import * as timeline from "../services/incidents/timeline.ts"
import { command, say } from "./form/command.ts"
import { silent } from "./form/fields.ts"
import { incidentField } from "./form/incident.ts"

/** What happened to an emergency, line by line, as it was written down when it happened. */
export const timeline_ = command({
  name: "timeline",
  right: "see",
  words: (words) => words.incident.commands.timeline,
  fields: { case: silent(incidentField()) },
  run: async (scene, { case: one }) => {
    const it = one ?? (await timeline.latest(scene, scene.me))
    const text = scene.text.incident.timeline(await timeline.of(scene, it))
    return say(bodyOf(scene, it, text).text)
  },
})
