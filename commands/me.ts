import * as people from "../services/people.ts"
import { command, say } from "./form/command.ts"

export const me = command({
  name: "me",
  words: (text) => text.people.commands.me,
  fields: {},
  run: async (scene) => {
    const shown = await people.portrait(scene, scene.me.person)
    return say(scene.text.people.me(shown))
  },
})
