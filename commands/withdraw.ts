import * as sending from "../services/procedures/sending.ts"
import { command, say } from "./form/command.ts"
import { text } from "./form/fields.ts"
import { applicationField } from "./form/procedure.ts"

/** Takes an application back, at any level, until it is carried out. */
export const withdraw = command({
  name: "withdraw",
  right: "procedure.ask",
  words: (words) => words.opening.commands.withdraw,
  fields: { application: applicationField(), reason: text(200) },
  run: async (scene, { application: of, reason }) => {
    const outcome = await sending.withdraw(scene, scene.me, of, reason)
    return say(outcome.text)
  },
})
