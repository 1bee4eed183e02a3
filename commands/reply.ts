import * as answering from "../services/cases/answering.ts"
import { after, caseAt } from "./form/case.ts"
import { command } from "./form/command.ts"
import { link, optional } from "./form/fields.ts"

/** Says that an answer is written, and where; its words are never asked for. */
export const reply = command({
  name: "reply",
  right: "case.handle",
  unlisted: true,
  careful: "people",
  words: (words) => words.cases.commands.reply,
  fields: { case: caseAt("answered"), link: optional(link()) },
  early: {
    case: async (scene, { case: it }) => {
      if (it !== undefined) await answering.refuseAnswer(scene, it)
      return null
    },
  },
  run: async (scene, { case: it, link: where }) =>
    after(scene, await answering.reply(scene, scene.me, it, where)),
})
