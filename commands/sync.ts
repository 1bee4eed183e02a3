import * as duties from "../services/duties.ts"
import { begin, origins } from "../services/sync.ts"
import { accountField } from "./form/account.ts"
import { command, press, say } from "./form/command.ts"
import { link, many, oneOf, optional, text } from "./form/fields.ts"
import { momentField } from "./form/moment.ts"

const LONGEST_TITLE = 60

/** For how many of the tasks a button is offered. */
const BUTTONS = 3

/** Says that something came out elsewhere that is to come out on one's own accounts too. */
export const sync = command({
  name: "sync",
  right: "post.report",
  words: (words) => words.sync.commands.sync,
  fields: {
    origin: oneOf(origins, (words) => words.sync.origins),
    account: many(accountField("post.report")),
    title: text(LONGEST_TITLE),
    at: momentField(),
    link: optional(link()),
  },
  run: async (scene, { origin, account, title, at, link: where }) => {
    const rows = await begin(scene, scene.me, account, { origin, title, link: where, at })
    const shown = []
    for (const row of rows) shown.push(await duties.shown(scene, row))
    const words = scene.text.obligation
    return say(scene.text.sync.begun(origin, shown), {
      buttons: shown
        .slice(0, BUTTONS)
        .map((each) => [{ label: words.finish(each), press: press("done", { obligation: each.id }) }]),
    })
  },
})
