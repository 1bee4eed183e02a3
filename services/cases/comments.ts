import type { Account } from "../../rules/account.ts"
import { rulesOf } from "../../rules/chain.ts"
import { inForce } from "../../rules/force.ts"
import type { Finding } from "../../rules/finding.ts"
import { holdsPersonalData } from "../../rules/personal.ts"
import { dayOf } from "../../rules/time.ts"
import type { Act } from "../app.ts"
import * as opening from "../findings/opening.ts"
import * as people from "../people.ts"
import { profileOf } from "../procedures/asking.ts"
import { Refusal } from "../refusal.ts"
import { stackOf } from "../rulebooks.ts"
import * as units from "../units.ts"

/** The rules that want people to be able to write to an account. */
const wanting = async (act: Act, account: Account): Promise<readonly string[]> => {
  const unit = await units.unit(act, account.unitId)
  const scope = { unitKind: unit.kind, platform: account.platform }
  return rulesOf(
    inForce(await stackOf(act, unit), "require", scope),
    ({ require }) => require === "account.comments-open",
  )
}

/**
 * Says whether people can write to an account. Where a rule wants it, an account that is shut without the leader in charge
 * is a finding, to be put right or explained like any other.
 */
export const setComments = async (
  act: Act,
  me: people.Member,
  account: Account,
  open: boolean,
  reason: string | null,
): Promise<{
  readonly allowed: boolean
  readonly rules: readonly string[]
  readonly finding: Finding | null
}> => {
  await people.demand(act, me, "case.handle", account.unitId)
  if (reason !== null && holdsPersonalData(reason)) throw new Refusal(act.text.cases.personal)
  const profile = await profileOf(act, account.id)
  if ((profile.comments?.open ?? true) === open) throw new Refusal(act.text.comments.already(account, open))
  const rules = open ? [] : await wanting(act, account)
  const allowed = rules.length === 0 || (await people.may(act, me, "account.except", account.unitId))
  const on = dayOf(act.now)
  await act.tables.profiles.put({
    ...profile,
    comments: { open, on, reason, by: act.by, at: act.now, allowed },
  })
  if (allowed) return { allowed, rules, finding: null }
  const finding = await opening.put(act, {
    kind: "finding",
    unitId: account.unitId,
    account,
    what: act.text.comments.found(reason),
    rules,
    line: "comments",
    evidence: null,
    dueOn: await opening.proposedDay(act, account.unitId),
  })
  await opening.tellUnit(act, [finding])
  return { allowed, rules, finding }
}
