import type { Incident } from "../rules/incident.ts"
import type { Act } from "../services/app.ts"
import { bodyOf } from "../services/incidents/cards.ts"
import * as taking from "../services/incidents/taking.ts"
import * as working from "../services/incidents/working.ts"
import type { Member } from "../services/people.ts"
import { Refusal } from "../services/refusal.ts"
import * as units from "../services/units.ts"
import { command } from "./form/command.ts"
import { oneOf } from "./form/fields.ts"
import { incidentField } from "./form/incident.ts"

const presses = ["take", "pass", "help", "undo", "still", "nothing"] as const

const doing: Readonly<
  Record<(typeof presses)[number], (act: Act, me: Member, it: Incident) => Promise<string>>
> = {
  take: taking.take,
  pass: taking.pass,
  help: taking.callMore,
  undo: taking.undo,
  still: taking.still,
  nothing: working.nothingNew,
}

/** A press on the card of one incident: who presses is looked at now, and nothing but this incident is meant. */
export const incident = command({
  name: "incident",
  right: "see",
  hidden: true,
  words: (words) => words.incident.commands.incident,
  fields: {
    case: incidentField(),
    do: oneOf(presses, ({ incident: { buttons } }) => ({ ...buttons, nothing: buttons.nothingNew })),
  },
  run: async (scene, { case: it, do: what }) => {
    const { unitId } = scene.place
    if (unitId !== null && !(await units.path(scene, it.unitId)).includes(unitId))
      throw new Refusal(scene.text.incident.otherGroup)
    const toast = bodyOf(scene, it, await doing[what](scene, scene.me, it)).text
    return { body: null, toast, replaces: false, key: null, then: null }
  },
})
