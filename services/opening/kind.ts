import { approvedOn } from "../../rules/procedure.ts"
import { dayOf } from "../../rules/time.ts"
import * as accounts from "../accounts.ts"
import * as occasions from "../occasions.ts"
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
    const { unitId, id: accountId } = account
    await occasions.happen(act, { kind: "account.approved", on, unitId, accountId })
    return {
      text: act.text.opening.approved(account, on),
      buttons: [[{ label: act.text.opening.buttons.goLive, press: `golive account=${account.id}` }]],
    }
  },
  stopped: async (act, _procedure, account) => {
    // What was approved and is given up again has nothing to be done by a date.
    const approval = { kind: "account.approved" as const, unitId: account.unitId, accountId: account.id }
    await occasions.unhappen(act, occasions.idOf(approval))
    await accounts.change(act, account, { state: "planned" })
  },
}
