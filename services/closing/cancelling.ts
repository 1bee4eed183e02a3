import type { Account } from "../../rules/account.ts"
import { missingBefore, takenOn } from "../../rules/closing.ts"
import type { Duty } from "../../rules/duty.ts"
import { type Day, dayOf } from "../../rules/time.ts"
import * as accounts from "../accounts.ts"
import type { Act } from "../app.ts"
import * as duties from "../duties.ts"
import * as occasions from "../occasions.ts"
import * as people from "../people.ts"
import { finish } from "../procedures/underway.ts"
import { Refusal } from "../refusal.ts"
import * as closings from "./closings.ts"
import * as settling from "../settling.ts"

/** The platform shows the account gone: it is over, and what has to be filed begins to run. Gives back what has to be. */
export const cancelled = async (
  act: Act,
  me: people.Member,
  account: Account,
  on: Day,
): Promise<readonly Duty[]> => {
  await people.demand(act, me, "procedure.ask", account.unitId)
  const closing = await closings.agreed(act, account)
  const { asks, procedure } = closing
  const words = act.text.closing
  if (on > dayOf(act.now)) throw new Refusal(act.text.obligation.future(on))
  const first = missingBefore(asks, procedure, "cancelled")
  if (first !== null) throw new Refusal(words.outOfOrder(account, "cancelled", first))
  closings.refuseHeld(act, closing, "cancelled", on)
  const submitted = takenOn(procedure, "submitted")
  if (submitted !== null && on < submitted) throw new Refusal(words.beforeSubmission(on, submitted))
  for (const what of ["account.start-cancelling", "account.cancel", "account.confirm-cancelled"] as const)
    await settling.settleAll(act, account.id, what, on)
  await finish(act, procedure)
  return end(act, account, { state: "cancelled", on, reason: words.closedFor(procedure.reason) })
}

/** An account is over: nothing that comes round again is asked of it, and its closing has to be filed. */
export const end = async (
  act: Act,
  account: Account,
  how: { readonly state: "cancelled" | "ordered-closed"; readonly on: Day; readonly reason: string },
): Promise<readonly Duty[]> => {
  const { state, on, reason } = how
  const { id: accountId, unitId } = account
  await accounts.change(act, account, {
    state,
    retired: { on, reason, by: act.by, at: act.now, from: account.state },
  })
  const rows = await occasions.happen(act, { kind: "account.cancelled", on, unitId, accountId })
  const filings: Duty[] = []
  for (const row of rows) filings.push(await duties.shown(act, row))
  return filings
}
