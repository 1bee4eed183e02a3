import * as ending from "../services/leaving/ending.ts"
import * as persons from "../services/people.ts"
import { command, say } from "./form/command.ts"
import { unitField } from "./form/choices.ts"

export const people = command({
  name: "people",
  right: "see",
  words: (text) => text.people.commands.people,
  fields: { unit: unitField("see") },
  run: async (scene, { unit }) => {
    await persons.demand(scene, scene.me, "see", unit.id)
    const found = await persons.inUnit(scene, unit.id)
    const shown = []
    for (const person of found) shown.push(await persons.portrait(scene, person))
    const gone = await ending.unfinished(scene, unit.id)
    return say(scene.text.people.list(unit.name, shown, gone))
  },
})
