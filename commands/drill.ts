import { severities } from "../rules/gravity.ts"
import { calledSince } from "../services/incidents/climbing.ts"
import * as raising from "../services/incidents/raising.ts"
import { unitField } from "./form/choices.ts"
import { command, say } from "./form/command.ts"
import { oneOf, silent } from "./form/fields.ts"
import { happenedField } from "./form/incidentkind.ts"

/** Rehearses an emergency: everything as it would be, marked in every line, and nothing outside the unit. */
export const drill = command({
  name: "drill",
  right: "drill.hold",
  words: (words) => words.incident.commands.drill,
  fields: {
    unit: unitField("drill.hold"),
    kind: happenedField(),
    severity: silent(oneOf(severities, (words) => words.incident.severities)),
  },
  run: async (scene, { unit, kind, severity }) => {
    const raised = await raising.raise(scene, scene.me, {
      unitId: unit.id,
      account: null,
      kind: kind.kind,
      severity: kind.severity ?? severity ?? "other",
      own: kind.own,
      foundAt: scene.now,
      what: null,
      link: null,
      drill: true,
    })
    const called = await calledSince(scene, { called: [] }, raised)
    return say(scene.text.incident.drillBegun({ number: raised.number, called, unit: unit.name }))
  },
})
