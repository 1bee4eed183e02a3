import { isCleared } from "../rules/item.ts"
import { Refusal } from "../services/refusal.ts"
import * as posts from "../services/posts.ts"
import * as publishing from "../services/reviews/publishing.ts"
import { command, say } from "./form/command.ts"
import { link, optional } from "./form/fields.ts"
import { itemField } from "./form/item.ts"
import { corrections } from "./form/receipt.ts"

/** What was let out has been published, on every account that was still open: one press reports it. */
export const published = command({
  name: "published",
  right: "post.report",
  hidden: true,
  words: (words) => words.review.commands.published,
  fields: { item: itemField(isCleared), link: optional(link()) },
  run: async (scene, { item, link: where }) => {
    if (!isCleared(item)) throw new Refusal(scene.text.review.gone)
    const reported = await posts.report(scene, scene.me, {
      accounts: await publishing.openAccounts(scene, item),
      link: where,
      at: scene.now,
      kind: item.specials.includes("repost") ? "repost" : "original",
      item: item.id,
    })
    const outcome = await publishing.outcomeOf(scene, reported)
    const receipt = await posts.receipt(scene, reported)
    const lines = [scene.text.post.reported(receipt)]
    if (outcome?.item) lines.push(scene.text.review.matched(outcome.item))
    return say(lines.join("\n"), {
      buttons: corrections(scene, reported[0]?.batchId ?? "", receipt),
    })
  },
})
