import * as unapproved from "../services/opening/approval.ts"
import { accountField } from "./form/account.ts"
import { command, say } from "./form/command.ts"
import { pastDayField } from "./form/day.ts"
import { text } from "./form/fields.ts"

/** Records the approval of an account that was found without one. */
export const approval = command({
  name: "approval",
  right: "procedure.record",
  words: (words) => words.opening.commands.approval,
  fields: {
    account: accountField("procedure.record", { fits: ({ state }) => state === "unapproved" }),
    paper: text(60),
    on: pastDayField(),
  },
  run: async (scene, { account, paper, on }) => {
    await unapproved.record(scene, scene.me, account, { paper, on })
    return say(scene.text.opening.approvalRecorded(account, paper))
  },
})
