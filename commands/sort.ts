import { attentions } from "../rules/case.ts"
import * as taking from "../services/cases/taking.ts"
import { after, caseAt, inTurn, topicField } from "./form/case.ts"
import { command } from "./form/command.ts"
import { oneOf } from "./form/fields.ts"

/** Says what a message is about, and how many people it concerns. */
export const sort = command({
  name: "sort",
  right: "case.handle",
  unlisted: true,
  careful: "people",
  words: (words) => words.cases.commands.sort,
  fields: {
    case: caseAt("sorted"),
    topic: topicField(),
    attention: oneOf(attentions, (words) => words.cases.attentions),
  },
  early: { case: inTurn("sorted") },
  run: async (scene, { case: it, topic, attention }) =>
    after(scene, await taking.sort(scene, scene.me, it, topic, attention)),
})
