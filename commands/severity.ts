import { severities } from "../rules/gravity.ts"
import * as working from "../services/incidents/working.ts"
import { command } from "./form/command.ts"
import { oneOf } from "./form/fields.ts"
import { about, incidentField } from "./form/incident.ts"

/** Graver says anybody who deals with it; milder only the leader in charge. */
export const severity = command({
  name: "severity",
  right: "incident.take",
  words: (words) => words.incident.commands.severity,
  fields: { case: incidentField(), severity: oneOf(severities, (words) => words.incident.severities) },
  run: async (scene, { case: it, severity: grave }) => {
    const { number } = await working.judge(scene, scene.me, it, grave)
    return about(scene, it, scene.text.incident.judged(number, grave))
  },
})
