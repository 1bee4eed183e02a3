import * as working from "../services/incidents/working.ts"
import { command } from "./form/command.ts"
import { link } from "./form/fields.ts"
import { about, incidentField } from "./form/incident.ts"

/** The public answer by its link: taking an emergency is not answering it. */
export const answered = command({
  name: "answered",
  right: "incident.take",
  words: (words) => words.incident.commands.answered,
  fields: { case: incidentField(), link: link() },
  run: async (scene, { case: it, link: where }) => {
    const { number } = await working.answered(scene, scene.me, it, where)
    return about(scene, it, scene.text.incident.answered(number))
  },
})
