import * as services from "../services/talks.ts"
import { unitsHere } from "./form/choices.ts"
import { command, say } from "./form/command.ts"

/** The notices, interviews and events that were kept lately. */
export const talks = command({
  name: "talks",
  right: "talk.record",
  where: "private",
  unlisted: true,
  words: (words) => words.talk.commands.talks,
  fields: {},
  run: async (scene) =>
    say(scene.text.talk.list(await services.latest(scene, await unitsHere(scene, "talk.record")))),
})
