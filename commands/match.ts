import * as posts from "../services/posts.ts"
import * as publishing from "../services/reviews/publishing.ts"
import { command, turnInto } from "./form/command.ts"
import { id, pressed } from "./form/fields.ts"

/** Says which reviewed item a reported post was, or that it was none of them. */
export const match = command({
  name: "match",
  right: "post.report",
  hidden: true,
  words: (words) => words.review.commands.match,
  fields: { batch: id(), item: pressed() },
  run: async (scene, { batch, item }) => {
    const matched = await posts.match(scene, scene.me, batch, item)
    const outcome = await publishing.outcomeOf(scene, matched)
    const lines = [scene.text.review.rematched(outcome?.item?.title ?? null)]
    if (outcome?.breach) lines.push(scene.text.review.unreviewed(outcome.breach))
    return turnInto(lines.join("\n"))
  },
})
