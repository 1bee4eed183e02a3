import * as working from "../services/incidents/working.ts"
import { command } from "./form/command.ts"
import { text } from "./form/fields.ts"
import { about, incidentField } from "./form/incident.ts"

const LONGEST = 1000

/** How an emergency goes. */
export const progress = command({
  name: "progress",
  right: "incident.take",
  words: (words) => words.incident.commands.progress,
  fields: { case: incidentField(), said: text(LONGEST) },
  run: async (scene, { case: it, said }) => {
    const { number } = await working.progress(scene, scene.me, it, said)
    return about(scene, it, scene.text.incident.progressed(number))
  },
})
