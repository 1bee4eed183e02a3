import { daysBetween } from "../rules/time.ts"
import { back } from "../services/offline/returning.ts"
import { accountField } from "./form/account.ts"
import { command, say } from "./form/command.ts"
import { pastDayField } from "./form/day.ts"
import { link, optional } from "./form/fields.ts"

/** Records that an account is back. */
export const online = command({
  name: "online",
  right: "duty.finish",
  words: (words) => words.offline.commands.online,
  fields: {
    account: accountField("duty.finish", {
      fits: ({ state }) => state === "offline" || state === "offline-unapproved",
    }),
    on: pastDayField(),
    link: optional(link()),
  },
  run: async (scene, { account, on, link: proof }) => {
    const returned = await back(scene, scene.me, account, { on, link: proof })
    const days = daysBetween(returned.window.start, on)
    return say(scene.text.offline.back({ account, ...returned, days }))
  },
})
