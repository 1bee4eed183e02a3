import * as reasons from "../services/reasons.ts"
import { accountField } from "./form/account.ts"
import { command, say } from "./form/command.ts"

export const why = command({
  name: "why",
  right: "see",
  words: (text) => text.quota.commands.why,
  fields: { account: accountField("see") },
  run: async (scene, { account }) => say(scene.text.quota.why(await reasons.of(scene, scene.me, account))),
})
