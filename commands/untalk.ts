import * as services from "../services/talks.ts"
import { command, turnInto } from "./form/command.ts"
import { id } from "./form/fields.ts"

/** Takes back what was kept by mistake. */
export const untalk = command({
  name: "untalk",
  right: "talk.record",
  hidden: true,
  words: (words) => words.talk.commands.untalk,
  fields: { talk: id() },
  run: async (scene, { talk }) => {
    const removed = await services.remove(scene, talk)
    return turnInto(scene.text.talk.removed(await services.shown(scene, removed)))
  },
})
