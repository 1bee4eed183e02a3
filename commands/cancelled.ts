import { isWatched } from "../rules/life.ts"
import * as ending from "../services/ending.ts"
import * as cancelling from "../services/closing/cancelling.ts"
import { accountField } from "./form/account.ts"
import { command, say } from "./form/command.ts"
import { pastDayField } from "./form/day.ts"

/** The platform shows the account gone. */
export const cancelled = command({
  name: "cancelled",
  right: "procedure.ask",
  words: (text) => text.closing.commands.cancelled,
  fields: {
    account: accountField("procedure.ask", { fits: isWatched, first: ({ state }) => state === "closing" }),
    on: pastDayField(),
  },
  run: async (scene, { account, on }) => {
    const due = await cancelling.cancelled(scene, scene.me, account, on)
    return say(scene.text.closing.cancelled(account, on, due), {
      buttons: due.map((duty) => ending.buttonsFor(scene, duty)),
    })
  },
})
