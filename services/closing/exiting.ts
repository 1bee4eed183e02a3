import { isWatched } from "../../rules/life.ts"
import { approvedOn } from "../../rules/procedure.ts"
import { dayOf } from "../../rules/time.ts"
import * as accounts from "../accounts.ts"
import type { Kind } from "../procedures/kind.ts"
import { finish } from "../procedures/underway.ts"
import { Refusal } from "../refusal.ts"

/** Leaving supervision (退出监管): its sponsor has lost the functions that made it a government account. */
export const exit: Kind = {
  sent: (act, procedure, account) => {
    if (procedure.chain.length === 0) throw new Refusal(act.text.closing.noExit(account))
    if (isWatched(account)) return Promise.resolve()
    throw new Refusal(act.text.closing.notWatched(account))
  },
  approved: async (act, procedure, account) => {
    const on = approvedOn(procedure) ?? dayOf(act.now)
    await finish(act, procedure)
    const reason = act.text.closing.exitedFor
    await accounts.change(act, account, {
      state: "exited",
      retired: { on, reason, by: act.by, at: act.now, from: account.state },
    })
    return { text: act.text.closing.exited(account, on), buttons: [] }
  },
  // Nothing changes before the last level has agreed.
  stopped: () => Promise.resolve(),
}
