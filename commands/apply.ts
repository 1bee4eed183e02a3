import * as asking from "../services/procedures/asking.ts"
import * as sending from "../services/procedures/sending.ts"
import { accountField } from "./form/account.ts"
import { command, say } from "./form/command.ts"
import { attachmentsOf, papersField, ticksField, ticksOf } from "./form/procedure.ts"

const accounts = accountField("procedure.ask", { fits: ({ state }) => state === "planned" })

/** Sends the application for a planned account in, for the first time or changed. */
export const apply = command({
  name: "apply",
  right: "procedure.ask",
  words: (text) => text.opening.commands.apply,
  fields: {
    account: accounts,
    ticks: ticksField({ kind: "account.open", accounts }),
    papers: papersField({ kind: "account.open", accounts }),
  },
  run: async (scene, { account, ticks, papers }) => {
    const asks = await asking.askedOf(scene, account, "account.open")
    const { text, following } = await sending.send(scene, scene.me, account, {
      kind: "account.open",
      reason: null,
      ticks: ticksOf(asks, ticks),
      attachments: attachmentsOf(asks, papers),
      details: {},
    })
    return following === null ? say(text) : say(`${text}\n${following.text}`, { buttons: following.buttons })
  },
})
