import { isWatched } from "../rules/life.ts"
import * as ordering from "../services/closing/ordering.ts"
import { accountField } from "./form/account.ts"
import { command, say } from "./form/command.ts"
import { pastDayField } from "./form/day.ts"
import { text } from "./form/fields.ts"

/** A supervising officer records the decision that an account has to close. */
export const closeorder = command({
  name: "closeorder",
  right: "closure.order",
  words: (words) => words.closing.commands.closeorder,
  fields: {
    account: accountField("closure.order", { fits: isWatched }),
    authority: text(60),
    paper: text(60),
    on: pastDayField(),
    reason: text(200),
  },
  run: async (scene, { account, ...decision }) =>
    say(await ordering.order(scene, scene.me, account, decision)),
})
