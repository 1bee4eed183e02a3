import * as approvals from "../services/approvals.ts"
import * as requests from "../services/requests.ts"
import { command, say } from "./form/command.ts"
import { id, text } from "./form/fields.ts"

const LONGEST_REASON = 500

/** The leader in charge passes what a rule refuses in principle, with a written reason. */
export const approve = command({
  name: "approve",
  right: "account.except",
  hidden: true,
  words: (words) => words.account.commands.approve,
  fields: {
    request: id(),
    reason: text(LONGEST_REASON, {
      // Looked at before anybody is asked to write: a decided request needs no reason any more.
      choices: async (scene, answers) => {
        await requests.waiting(scene, scene.me, answers["request"] ?? "")
        return []
      },
    }),
  },
  run: async (scene, { request, reason }) => {
    const { text: outcome, buttons } = await approvals.approve(scene, scene.me, request, reason)
    return say(outcome, { buttons })
  },
})
