import * as departing from "../services/leaving/departing.ts"
import { command, turnInto } from "./form/command.ts"
import { departureField } from "./form/leaving.ts"

/** Whoever was to leave stays after all. */
export const stay = command({
  name: "stay",
  right: "person.leave",
  words: (words) => words.leaving.commands.stay,
  fields: { departure: departureField(({ state }) => state === "planned") },
  run: async (scene, { departure }) => {
    await departing.withdraw(scene, scene.me, departure)
    const name = (await scene.tables.persons.get(departure.personId))?.name ?? ""
    return turnInto(scene.text.leaving.stays(name))
  },
})
