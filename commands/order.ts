import * as ordering from "../services/findings/ordering.ts"
import * as showing from "../services/findings/showing.ts"
import { accountField } from "./form/account.ts"
import { command, press, say } from "./form/command.ts"
import { dueField } from "./form/finding.ts"

/** Orders a slow account to be put right by a day. */
export const order = command({
  name: "order",
  right: "finding.open",
  where: "private",
  unlisted: true,
  words: (words) => words.finding.commands.order,
  fields: { account: accountField("finding.open"), by: dueField("finding.open", "account") },
  run: async (scene, { account, by }) => {
    const found = await ordering.order(scene, scene.me, account, by)
    const { finding: words } = scene.text
    return say(words.opened(await showing.shown(scene, found), found.told.length), {
      buttons: [
        [{ label: words.buttons.withdraw, press: press("verify", { finding: found.id, say: "withdraw" }) }],
      ],
    })
  },
})
