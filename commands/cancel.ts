import { command } from "./form/command.ts"
import { cancel as giveUp } from "./form/converse.ts"

export const cancel = command({
  name: "cancel",
  words: (text) => text.guide.commands.cancel,
  fields: {},
  run: (scene) => giveUp(scene),
})
