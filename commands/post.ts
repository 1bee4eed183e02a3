import { postKinds } from "../rules/post.ts"
import * as posts from "../services/posts.ts"
import * as publishing from "../services/reviews/publishing.ts"
import { accountField } from "./form/account.ts"
import { command, say } from "./form/command.ts"
import { link, many, oneOf, optional, silent } from "./form/fields.ts"
import { momentField } from "./form/moment.ts"
import { corrections, matching } from "./form/receipt.ts"

/** The quickest way in: an account and a link; the time is now and the post original unless somebody says otherwise. */
export const post = command({
  name: "post",
  right: "post.report",
  words: (text) => text.post.commands.post,
  fields: {
    account: many(accountField("post.report")),
    link: optional(link()),
    at: silent(momentField()),
    kind: silent(oneOf(postKinds, (text) => text.post.kinds)),
  },
  run: async (scene, { account, link: where, at, kind }) => {
    const reported = await posts.report(scene, scene.me, {
      accounts: account,
      link: where,
      at: at ?? scene.now,
      kind: kind ?? "original",
    })
    const batch = reported[0]?.batchId ?? ""
    const matched = matching(scene, await publishing.outcomeOf(scene, reported))
    const receipt = await posts.receipt(scene, reported)
    const said = [scene.text.post.reported(receipt), ...matched.lines]
    return say(said.join("\n"), {
      buttons: [...matched.buttons, ...corrections(scene, batch, receipt)],
    })
  },
})
