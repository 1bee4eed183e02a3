import { Refusal } from "../services/refusal.ts"
import * as posts from "../services/posts.ts"
import * as reporting from "../services/reposts/reporting.ts"
import * as settling from "../services/settling.ts"
import { command, say } from "./form/command.ts"
import { id } from "./form/fields.ts"

/** A press on the card of an item from above: this account has passed it on just now. */
export const reposted = command({
  name: "reposted",
  right: "post.report",
  hidden: true,
  words: (text) => text.repost.commands.reposted,
  fields: { obligation: id() },
  run: async (scene, { obligation }) => {
    const row = await settling.obligation(scene, scene.me, obligation)
    const found = await reporting.pressed(scene, row)
    if (!found) throw new Refusal(scene.text.command.stale)
    const { task, account } = found
    await posts.report(scene, scene.me, {
      accounts: [account],
      link: task.link,
      at: scene.now,
      kind: "repost",
    })
    // The card says so by itself.
    return { ...say(""), body: null, toast: scene.text.repost.noted(account) }
  },
})
