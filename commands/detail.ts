import * as working from "../services/incidents/working.ts"
import { command } from "./form/command.ts"
import { link, optional, silent, text } from "./form/fields.ts"
import { about, incidentField } from "./form/incident.ts"

const LONGEST = 1000

/** What was not known yet when an emergency was reported. */
export const detail = command({
  name: "detail",
  right: "incident.raise",
  words: (words) => words.incident.commands.detail,
  fields: { case: incidentField(), link: silent(link()), what: optional(text(LONGEST)) },
  run: async (scene, { case: it, link: where, what }) => {
    const { number } = await working.detail(scene, scene.me, it, { what, link: where })
    return about(scene, it, scene.text.incident.detailed(number))
  },
})
