import * as reasons from "../services/reasons.ts"
import { accountField } from "./form/account.ts"
import { command, say } from "./form/command.ts"
import { onlyWhen, silent } from "./form/fields.ts"
import { obligationField } from "./form/obligation.ts"

export const why = command({
  name: "why",
  right: "see",
  words: (text) => text.quota.commands.why,
  fields: {
    obligation: { ...silent(obligationField()), free: false, takes: () => false },
    account: onlyWhen((answers) => (answers["obligation"] ?? "") === "", accountField("see")),
  },
  run: async (scene, { obligation, account }) => {
    if (obligation) return say(scene.text.obligation.reason(await reasons.ofObligation(scene, obligation)))
    return account === null
      ? say(scene.text.obligation.gone)
      : say(scene.text.quota.why(await reasons.of(scene, scene.me, account)))
  },
})
