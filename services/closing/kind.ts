import { isUp, State } from "../../rules/life.ts"
import { approvedOn } from "../../rules/procedure.ts"
import { dayOf } from "../../rules/time.ts"
import * as accounts from "../accounts.ts"
import type { Act } from "../app.ts"
import * as occasions from "../occasions.ts"
import type { Kind } from "../procedures/kind.ts"
import { Refusal } from "../refusal.ts"
import * as closings from "./closings.ts"
import * as settling from "../settling.ts"

/** Closing an account: what has to be agreed to first; it is updated until its platform shows it gone. */
export const closing: Kind = {
  sent: async (act, _procedure, account) => {
    if (!isUp(account)) throw new Refusal(act.text.closing.notUp(account))
    await settling.settleAll(act, account.id, "account.propose-closing", dayOf(act.now))
  },
  approved: async (act, procedure, account) => {
    const on = approvedOn(procedure) ?? dayOf(act.now)
    const { id: accountId, unitId } = account
    const changed = await accounts.change(act, account, { state: "closing" })
    await settling.settleAll(act, accountId, "account.close-or-move", on)
    await occasions.happen(act, { kind: "account.close-approved", on, unitId, accountId })
    return closings.shown(act, await closings.known(act, changed, procedure))
  },
  stopped: async (act, procedure, account) => {
    if (account.state !== "closing") return
    await forget(act, account.id)
    const before = State.safeParse(procedure.details["from"])
    await accounts.change(act, account, { state: before.success ? before.data : "live" })
  },
}

/** A closing that was given up again has nothing to be done by a date. */
const forget = async (act: Act, accountId: string): Promise<void> => {
  for (const { id, kind } of await act.tables.occasions.where("account", accountId))
    if (["account.close-approved", "announcement.closing", "account.cancelling"].includes(kind))
      await occasions.unhappen(act, id)
}
