import { isEnded } from "../rules/life.ts"
import * as accounts from "../services/accounts.ts"
import * as closings from "../services/closing/closings.ts"
import { accountField } from "./form/account.ts"
import { Ambiguous, type Answers, type Choice, command, press, say, type Scene } from "./form/command.ts"
import { oneOf, text } from "./form/fields.ts"

const answers = ["yes", "no"] as const
const LONGEST_REASON = 200

const retiring = accountField("account.retire", { fits: (each) => !isEnded(each) })

/** The button says once more which account it is. */
const choices = async (scene: Scene, known: Answers): Promise<readonly Choice[]> => {
  const words = scene.text.account
  const account = await retiring.find(scene, known["account"] ?? "")
  const yes = account instanceof Ambiguous ? words.confirm.yes : words.confirmRetiring(account)
  return [
    { value: "yes", label: yes },
    { value: "no", label: words.confirm.no },
  ]
}

/** Where a regulation asks for consent before an account is closed, this is not the way to close one. */
const asks = async (scene: Scene, known: Answers): Promise<string> => {
  const words = scene.text.account.commands.retire.fields.confirm.ask
  const account = await retiring.find(scene, known["account"] ?? "")
  const rule = account instanceof Ambiguous ? null : await closings.closingRule(scene, account)
  return account instanceof Ambiguous || rule === null ? words : scene.text.closing.retiring(account, rule)
}

/** Ends the watch over an account; one more press takes it back. */
export const retire = command({
  name: "retire",
  right: "account.retire",
  words: (words) => words.account.commands.retire,
  fields: {
    account: retiring,
    reason: text(LONGEST_REASON),
    confirm: oneOf(answers, (words) => words.account.confirm, { choices, asks }),
  },
  run: async (scene, { account, reason, confirm }) => {
    const words = scene.text.account
    if (confirm === "no") return say(words.kept(account))
    await accounts.retire(scene, scene.me, account, { reason })
    return say(words.retired(account, reason, accounts.RESTORE_HOURS), {
      buttons: [[{ label: words.buttons.restore, press: press("restore", { account: account.id }) }]],
    })
  },
})
