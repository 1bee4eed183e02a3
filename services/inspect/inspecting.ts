import type { Account } from "../../rules/account.ts"
import type { Instant } from "../../rules/time.ts"
import { judge, stricter, type Verdict } from "../../rules/verdict/index.ts"
import type { Act } from "../app.ts"
import * as facts from "./facts.ts"
import { asOf } from "./then.ts"

/** What an inspection would say of an account. */
export interface Inspected {
  /** As the register has it now. */
  readonly account: Account
  readonly verdict: Verdict
}

/** What an inspection of some accounts would say at an instant, the strictest first. */
export const inspect = async (
  act: Act,
  accounts: readonly Account[],
  at: Instant,
): Promise<readonly Inspected[]> => {
  const rules = facts.rulesOf(await asOf(act, at))
  const found: Inspected[] = []
  for (const account of accounts)
    found.push({ account, verdict: judge(await facts.of(act, rules, account, at, at), at) })
  return found.sort((a, b) => stricter(a.verdict, b.verdict))
}

/** Every account of some units. */
export const accountsOf = async (
  act: Act,
  units: readonly { readonly id: string }[],
): Promise<readonly Account[]> => {
  const found: Account[] = []
  for (const { id } of units) found.push(...(await act.tables.accounts.where("unit", id)))
  return found
}
