import { isEnded } from "../rules/life.ts"
import * as announcements from "../services/opening/announcements.ts"
import { accountField } from "./form/account.ts"
import { command, say } from "./form/command.ts"
import { pastDayField } from "./form/day.ts"

/** Records that an announcement was taken down. */
export const removed = command({
  name: "removed",
  right: "duty.finish",
  words: (text) => text.opening.commands.removed,
  fields: { account: accountField("duty.finish", { fits: (each) => !isEnded(each) }), on: pastDayField() },
  run: async (scene, { account, on }) => {
    const { tooEarly } = await announcements.removed(scene, scene.me, account, on)
    return say(scene.text.opening.removed(account, tooEarly))
  },
})
