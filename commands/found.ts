import { isUp } from "../rules/life.ts"
import * as emergency from "../services/offline/emergency.ts"
import { accountField } from "./form/account.ts"
import { command, press, say } from "./form/command.ts"
import { pastDayField } from "./form/day.ts"
import { optional, text } from "./form/fields.ts"

/** Reports an account that is offline although nobody had asked. */
export const found = command({
  name: "found",
  right: "duty.finish",
  words: (words) => words.offline.commands.found,
  fields: {
    account: accountField("duty.finish", { fits: isUp }),
    on: pastDayField(),
    note: optional(text(300)),
  },
  run: async (scene, { account, on, note }) => {
    const words = scene.text.offline
    const { told } = await emergency.found(scene, scene.me, account, { on, note })
    return say(words.found(account, told), {
      buttons: [[{ label: words.buttons.online, press: press("online", { account: account.id }) }]],
    })
  },
})
