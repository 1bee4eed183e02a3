import * as answering from "../services/cases/answering.ts"
import { isOpen } from "../rules/case.ts"
import { after, caseField } from "./form/case.ts"
import { command } from "./form/command.ts"
import { text } from "./form/fields.ts"

/** Says that a message was not over after all. */
export const reopen = command({
  name: "reopen",
  right: "case.handle",
  unlisted: true,
  careful: "people",
  words: (words) => words.cases.commands.reopen,
  fields: { case: { ...caseField((it) => !isOpen(it)), nothing: null, choices: null }, reason: text(100) },
  run: async (scene, { case: it, reason }) =>
    after(scene, await answering.reopen(scene, scene.me, it, reason), "card"),
})
