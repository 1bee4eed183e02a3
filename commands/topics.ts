import * as people from "../services/people.ts"
import * as services from "../services/topics.ts"
import { unitField } from "./form/choices.ts"
import { command, say } from "./form/command.ts"

/** The hot topics that a unit and those below it have noted lately. */
export const topics = command({
  name: "topics",
  right: "see",
  words: (words) => words.topic.commands.topics,
  fields: { unit: unitField("see") },
  run: async (scene, { unit }) => {
    await people.demand(scene, scene.me, "see", unit.id)
    return say(scene.text.topic.list(unit.name, await services.latest(scene, scene.me, unit.id)))
  },
})
