import type { Account, Draft, Exception } from "../../rules/account.ts"
import { noProfile, type Purpose } from "../../rules/profile.ts"
import * as accounts from "../accounts.ts"
import type { Act } from "../app.ts"
import * as objections from "../objections.ts"
import * as people from "../people.ts"
import * as units from "../units.ts"
import { putBefore, type Outcome } from "../registration.ts"

/** Takes a planned account into the register, unless a rule stands against it; nothing is asked of it before it opens. */
export const plan = async (
  act: Act,
  me: people.Member,
  wanted: Draft,
  purpose: Purpose,
): Promise<Outcome> => {
  await people.demand(act, me, "procedure.ask", wanted.unitId)
  await units.refuseDissolved(act, wanted.unitId)
  const draft = await accounts.settled(act, wanted)
  await accounts.refuseDouble(act, draft, null)
  const raised = await objections.against(act, draft, null, purpose.special)
  const { soft, notes } = objections.refuseHard(act, raised)
  if (soft.length > 0) return putBefore(act, me, { kind: "open", draft, purpose }, draft, soft)
  const account = await create(act, draft, purpose, [])
  return { kind: "done", account, before: null, notes: notes.filter(({ missing }) => !missing) }
}

export const create = async (
  act: Act,
  draft: Draft,
  purpose: Purpose,
  exceptions: readonly Exception[],
): Promise<Account> => {
  const planned = { ...draft, openedOn: null }
  const account = await accounts.create(act, planned, { exceptions, lastPostAt: null, state: "planned" })
  await act.tables.profiles.put({ ...noProfile(account.id), ...purpose })
  return account
}
