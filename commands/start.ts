import { command, say } from "./form/command.ts"
import { firstSteps, sosButton } from "./form/guidance.ts"

/** Opens the conversation; with a code the router enrols before this is reached. */
export const start = command({
  name: "start",
  where: "private",
  words: (text) => text.guide.commands.start,
  fields: {},
  run: async (scene) =>
    say(scene.text.guide.welcome(scene.me.person.name, await firstSteps(scene)), sosButton(scene)),
})
