import type { Account } from "../../rules/account.ts"
import type { Case } from "../../rules/case.ts"
import { type Asked } from "../../rules/chain.ts"
import { inForce } from "../../rules/force.ts"
import { rulesOf } from "../../rules/chain.ts"
import type { Act } from "../app.ts"
import { askedOf as askedOfAccount } from "../procedures/asking.ts"
import { Refusal } from "../refusal.ts"
import { stackOf } from "../rulebooks.ts"
import * as units from "../units.ts"

export const accountOf = async (act: Act, it: Pick<Case, "accountId">): Promise<Account> => {
  const account = await act.tables.accounts.get(it.accountId)
  if (account === null) throw new Refusal(act.text.account.gone)
  return account
}

/** What the rulebooks of its account ask before a reply goes out, or its day is put off once more. */
export const askedOf = async (
  act: Act,
  it: Pick<Case, "accountId">,
  subject: "reply.send" | "reply.postpone",
): Promise<Asked> => askedOfAccount(act, await accountOf(act, it), subject)

const scopeOf = async (act: Act, it: Pick<Case, "accountId">) => {
  const { unitId, platform } = await accountOf(act, it)
  const unit = await units.unit(act, unitId)
  return { stack: await stackOf(act, unit), scope: { unitKind: unit.kind, platform } }
}

/** The rules that want the office named which answers a hot issue; empty where none does. */
export const wantingDepartment = async (
  act: Act,
  it: Pick<Case, "accountId">,
): Promise<readonly string[]> => {
  const { stack, scope } = await scopeOf(act, it)
  return rulesOf(inForce(stack, "record", scope), ({ record }) => record === "case.department")
}

/** How often a message may be opened again before those above look after it, and the rules that say that they do. */
export const supervisionOf = async (
  act: Act,
  it: Pick<Case, "accountId">,
): Promise<{ readonly atMost: number | null; readonly rules: readonly string[] }> => {
  const { stack, scope } = await scopeOf(act, it)
  const limits = inForce(stack, "limit", scope).filter(({ rule }) => rule.limit === "case-reopenings")
  const figures = limits.flatMap(({ rule: { atMost } }) => (typeof atMost === "number" ? [atMost] : []))
  const answers = rulesOf(inForce(stack, "response", scope), ({ do: what }) => what === "incident.supervise")
  return {
    atMost: figures.length === 0 ? null : Math.min(...figures),
    rules: answers.length > 0 ? answers : limits.map(({ key }) => key),
  }
}
