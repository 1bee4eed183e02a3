import { approvedOn } from "../../rules/procedure.ts"
import { dayOf } from "../../rules/time.ts"
import * as accounts from "../accounts.ts"
import type { Kind } from "../procedures/kind.ts"
import { Refusal } from "../refusal.ts"

/** Opening an account: planned, applying, approved; going live is a step of its own. */
export const opening: Kind = {
  sent: async (act, _procedure, account) => {
    if (account.state !== "planned") throw new Refusal(act.text.opening.notPlanned(account))
    await accounts.change(act, account, { state: "applying" })
  },
  approved: async (act, procedure, account) => {
    await accounts.change(act, account, { state: "approved" })
    const on = approvedOn(procedure) ?? dayOf(act.now)
    return {
      text: act.text.opening.approved(account, on),
      buttons: [[{ label: act.text.opening.buttons.goLive, press: `golive account=${account.id}` }]],
    }
  },
  stopped: async (act, _procedure, account) => {
    await accounts.change(act, account, { state: "planned" })
  },
}
