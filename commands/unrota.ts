import { undo } from "../services/shifts/arranging.ts"
import { command, turnInto } from "./form/command.ts"
import { warnings } from "./form/effect.ts"
import { id } from "./form/fields.ts"

/** A press below what was said of a rota: takes the step back until its first shift starts. */
export const unrota = command({
  name: "unrota",
  hidden: true,
  right: "roster.edit",
  words: (text) => text.roster.commands.unrota,
  fields: { step: id() },
  run: async (scene, { step }) =>
    turnInto(scene.text.roster.undone(warnings(scene, await undo(scene, scene.me, step)))),
})
