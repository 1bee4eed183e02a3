import type { Account } from "../../rules/account.ts"
import type { Procedure } from "../../rules/procedure.ts"
import type { Day } from "../../rules/time.ts"
import * as accounts from "../accounts.ts"
import type { Act } from "../app.ts"
import * as people from "../people.ts"
import { askedOf } from "../procedures/asking.ts"
import { Refusal } from "../refusal.ts"

/** Records the paper by which an account was approved that the register did not know as approved; it is live from here on. */
export const record = async (
  act: Act,
  me: people.Member,
  account: Account,
  { paper, on }: { readonly paper: string; readonly on: Day },
): Promise<void> => {
  await people.demand(act, me, "procedure.record", account.unitId)
  if (account.state !== "unapproved") throw new Refusal(act.text.opening.isApproved(account))
  const { chain } = await askedOf(act, account, "account.open")
  const last = chain.at(-1)
  if (last === undefined) throw new Refusal(act.text.opening.isApproved(account))
  const { by, now: at } = act
  const procedure: Procedure = {
    id: act.newId(),
    kind: "account.open",
    unitId: account.unitId,
    accountId: account.id,
    reason: null,
    ticks: [],
    attachments: [],
    details: {},
    announcements: [],
    chain: [last],
    differentPeople: false,
    inPerson: [],
    round: 1,
    decisions: [
      { round: 1, step: last.step, verdict: "approved", by, at, on, paper, note: null, standIn: null },
    ],
    state: "done",
    by,
    at,
    turn: 0,
    asked: [],
    since: at,
  }
  await act.tables.procedures.put(procedure)
  await accounts.change(act, account, { state: "live" })
}
