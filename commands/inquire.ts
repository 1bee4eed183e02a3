import { isWatched } from "../rules/life.ts"
import { inquire as ask } from "../services/closing/proposing.ts"
import { accountField } from "./form/account.ts"
import { command, say } from "./form/command.ts"

/** Asks a unit what is to become of an account that has to be closed; pressed on the card that says so. */
export const inquire = command({
  name: "inquire",
  right: "task.give",
  hidden: true,
  words: (text) => text.proposal.commands.inquire,
  fields: { account: accountField("task.give", { fits: isWatched }) },
  run: async (scene, { account }) =>
    say(scene.text.proposal.inquired(account, await ask(scene, scene.me, account))),
})
