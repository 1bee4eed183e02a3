import * as taking from "../services/cases/taking.ts"
import { after, caseField } from "./form/case.ts"
import { command } from "./form/command.ts"
import { oneOf } from "./form/fields.ts"

/** Marks a message as confidential, or by how many people it concerns. */
export const mark = command({
  name: "mark",
  right: "case.handle",
  unlisted: true,
  words: (words) => words.cases.commands.mark,
  fields: {
    case: caseField(),
    as: oneOf(["confidential", "hot", "some", "single"], (words) => words.cases.marks),
  },
  run: async (scene, { case: it, as }) => after(scene, await taking.mark(scene, scene.me, it, as), "card"),
})
