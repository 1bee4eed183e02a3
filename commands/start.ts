import { command, say } from "./form/command.ts"

/** Opens the conversation; with a code the router enrols before this is reached. */
export const start = command({
  name: "start",
  where: "private",
  words: (text) => text.guide.commands.start,
  fields: {},
  run: (scene) => Promise.resolve(say(scene.text.guide.welcome(scene.me.person.name))),
})
