import { isUp } from "../rules/life.ts"
import { underWay } from "../services/procedures/underway.ts"
import * as sending from "../services/procedures/sending.ts"
import { shown as procedureShown } from "../services/procedures/showing.ts"
import * as closings from "../services/closing/closings.ts"
import * as people from "../services/people.ts"
import { accountField } from "./form/account.ts"
import { Ambiguous, command, type Field, press, say } from "./form/command.ts"
import { reasonField, UNNEEDED } from "./form/procedure.ts"

const accounts = accountField("procedure.ask", { fits: isUp })
const reasons = reasonField({ kind: "account.close", accounts })

/** Not asked once a closing is under way: then the command shows how far it is. */
const reason: Field<string> = {
  ...reasons,
  find: (scene, typed) => reasons.find(scene, typed),
  schema: reasons.schema,
  choices: async (scene, answers) => {
    const account = await accounts.find(scene, answers["account"] ?? "")
    const known = account instanceof Ambiguous ? null : await underWay(scene, account.id, "account.close")
    return known === null || known.state === "returned"
      ? ((await reasons.choices?.(scene, answers)) ?? [])
      : [{ value: UNNEEDED, label: scene.text.opening.unneeded }]
  },
}

/** Asks for consent to close an account, and shows how far that is and what comes next. */
export const close = command({
  name: "close",
  right: "procedure.ask",
  words: (text) => text.closing.commands.close,
  fields: { account: accounts, reason },
  run: async (scene, { account, reason: why }) => {
    await people.demand(scene, scene.me, "procedure.ask", account.unitId)
    const known = await underWay(scene, account.id, "account.close")
    if (known?.state === "approved") {
      const { text, buttons } = await closings.shown(scene, await closings.known(scene, account, known))
      return say(text, { buttons })
    }
    if (known?.state === "waiting")
      return say(scene.text.procedure.show(await procedureShown(scene, known)), {
        buttons: [
          [
            {
              label: scene.text.procedure.buttons.withdraw,
              press: press("withdraw", { application: known.id }),
            },
          ],
        ],
      })
    const { text, following } = await sending.send(scene, scene.me, account, {
      kind: "account.close",
      reason: why,
      ticks: [],
      attachments: [],
      details: { from: account.state },
    })
    return following === null ? say(text) : say(`${text}\n${following.text}`, { buttons: following.buttons })
  },
})
