import { isWatched } from "../rules/life.ts"
import * as asking from "../services/procedures/asking.ts"
import * as sending from "../services/procedures/sending.ts"
import { accountField } from "./form/account.ts"
import { command, say } from "./form/command.ts"
import { attachmentsOf, papersField } from "./form/procedure.ts"

const accounts = accountField("procedure.ask", { fits: isWatched })

/** Asks that an account leaves supervision: its sponsor is no administrative body any more. */
export const exit = command({
  name: "exit",
  right: "procedure.ask",
  words: (text) => text.closing.commands.exit,
  fields: { account: accounts, papers: papersField({ kind: "account.exit", accounts }) },
  run: async (scene, { account, papers }) => {
    const asks = await asking.askedOf(scene, account, "account.exit")
    const { text } = await sending.send(scene, scene.me, account, {
      kind: "account.exit",
      reason: null,
      ticks: [],
      attachments: attachmentsOf(asks, papers),
      details: {},
    })
    return say(text)
  },
})
