import { isWatched } from "../rules/life.ts"
import { explain as answer } from "../services/closing/proposing.ts"
import { accountField } from "./form/account.ts"
import { command, say } from "./form/command.ts"
import { text } from "./form/fields.ts"

const LONGEST = 300

/** The unit answers what is to become of an account; pressed on the card that asks. */
export const explain = command({
  name: "explain",
  right: "duty.finish",
  hidden: true,
  words: (words) => words.proposal.commands.explain,
  fields: { account: accountField("duty.finish", { fits: isWatched }), said: text(LONGEST) },
  run: async (scene, { account, said }) => {
    await answer(scene, scene.me, account, said)
    return say(scene.text.proposal.explanationSent(account))
  },
})
