import * as sending from "../services/procedures/sending.ts"
import { command, say } from "./form/command.ts"
import { text } from "./form/fields.ts"
import { caseField } from "./form/procedure.ts"

/** Takes an application back, at any level, until it is carried out. */
export const withdraw = command({
  name: "withdraw",
  right: "procedure.ask",
  words: (words) => words.opening.commands.withdraw,
  fields: { case: caseField(), reason: text(200) },
  run: async (scene, { case: of, reason }) => {
    const outcome = await sending.withdraw(scene, scene.me, of, reason)
    return say(outcome.text)
  },
})
