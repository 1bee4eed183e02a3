import { isUp } from "../rules/life.ts"
import { go } from "../services/offline/going.ts"
import { accountField } from "./form/account.ts"
import { command, press, say } from "./form/command.ts"
import { pastDayField } from "./form/day.ts"
import { link, optional } from "./form/fields.ts"

/** Records that an account has gone offline, as was approved. */
export const down = command({
  name: "down",
  right: "procedure.ask",
  words: (words) => words.offline.commands.down,
  fields: {
    account: accountField("procedure.ask", { fits: isUp }),
    on: pastDayField(),
    link: optional(link()),
  },
  run: async (scene, { account, on, link: announcement }) => {
    const words = scene.text.offline
    const last = await go(scene, scene.me, account, { on, announcement })
    return say(words.down(account, on, last), {
      buttons: [[{ label: words.buttons.online, press: press("online", { account: account.id }) }]],
    })
  },
})
