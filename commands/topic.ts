import { importances, topicKinds } from "../rules/topic.ts"
import * as topics from "../services/topics.ts"
import { unitField } from "./form/choices.ts"
import { command, say } from "./form/command.ts"
import { link, oneOf, optional, text } from "./form/fields.ts"

const LONGEST = 200

/** Notes what people talk about a lot, by its importance and its kind. */
export const topic = command({
  name: "topic",
  right: "post.report",
  words: (words) => words.topic.commands.topic,
  fields: {
    unit: unitField("post.report"),
    importance: oneOf(importances, (words) => words.topic.importances),
    kind: oneOf(topicKinds, (words) => words.topic.kinds),
    what: text(LONGEST),
    link: optional(link()),
  },
  run: async (scene, { unit, ...said }) =>
    say(scene.text.topic.noted(unit.name, await topics.note(scene, scene.me, unit, said))),
})
