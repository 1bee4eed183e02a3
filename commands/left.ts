import * as ending from "../services/leaving/ending.ts"
import { command, turnInto } from "./form/command.ts"
import { departureField } from "./form/leaving.ts"

/** Closes a departure; refused as long as anything is to be handed over. */
export const left = command({
  name: "left",
  right: "person.leave",
  hidden: true,
  words: (words) => words.leaving.commands.left,
  fields: { departure: departureField() },
  run: async (scene, { departure }) => {
    await ending.close(scene, scene.me, departure)
    const name = (await scene.tables.persons.get(departure.personId))?.name ?? ""
    return turnInto(scene.text.leaving.left(name))
  },
})
