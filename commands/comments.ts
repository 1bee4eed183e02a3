import { cited } from "../services/cases/showing.ts"
import { setComments } from "../services/cases/comments.ts"
import { accountField } from "./form/account.ts"
import { command, say } from "./form/command.ts"
import { oneOf, onlyWhen, text } from "./form/fields.ts"

/** Says whether people can write to an account: shut against a rule and without the leader in charge, it is a finding. */
export const comments = command({
  name: "comments",
  right: "case.handle",
  unlisted: true,
  careful: "people",
  words: (words) => words.comments.commands.comments,
  fields: {
    account: accountField("case.handle"),
    state: oneOf(["open", "shut"], (words) => words.comments.states),
    reason: onlyWhen(({ state }) => state === "shut", text(60)),
  },
  run: async (scene, { account, state, reason }) => {
    const words = scene.text.comments
    const it = await setComments(scene, scene.me, account, state === "open", reason)
    if (state === "open") return say(words.opened(account))
    const sources = await cited(scene, it.rules)
    if (it.finding !== null) return say(words.breached(account, it.finding.number, sources))
    return say(sources.length === 0 ? words.shut(account) : words.allowed(account, sources))
  },
})
