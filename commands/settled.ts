import { end } from "../services/cases/answering.ts"
import { after, caseAt, inTurn } from "./form/case.ts"
import { command } from "./form/command.ts"
import { oneOf } from "./form/fields.ts"

/** Says that a message is over, and whether people are content. */
export const settled = command({
  name: "settled",
  right: "case.handle",
  unlisted: true,
  words: (words) => words.cases.commands.settled,
  fields: {
    case: caseAt("closed"),
    content: oneOf(["yes", "unsaid", "no"], (words) => words.cases.contents),
  },
  early: { case: inTurn("closed") },
  run: async (scene, { case: it, content }) => after(scene, await end(scene, scene.me, it, content)),
})
