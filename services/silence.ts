import type { Account } from "../rules/account.ts"
import { aliveOn, conditionOf } from "../rules/condition.ts"
import { isUp } from "../rules/life.ts"
import { dayOf, daysBetween } from "../rules/time.ts"
import type { Unit } from "../rules/unit.ts"
import type { Act } from "./app.ts"
import * as bindings from "./bindings.ts"
import * as proposing from "./closing/proposing.ts"

/** How far gone an account is today, where that has a name. */
const silenceOf = async (
  act: Act,
  account: Account,
  bound?: bindings.Bound,
): Promise<"dormant" | "zombie" | null> => {
  const condition = conditionOf(account, [], await bindings.silences(act, account, bound), dayOf(act.now))
  return condition === "dormant" || condition === "zombie" ? condition : null
}

/** Brings up the accounts of a unit that have fallen silent, once as dormant and once as zombies, for each silence. */
export const look = async (act: Act, unit: Unit): Promise<void> => {
  for (const account of await act.tables.accounts.where("unit", unit.id)) {
    if (!isUp(account) || account.state === "closing") continue
    const silence = await silenceOf(act, account)
    const alive = aliveOn(account)
    const nth = `${alive}/${silence ?? ""}`
    if (silence === null || account.proposedFor === nth) continue
    await act.tables.accounts.put({ ...account, proposedFor: nth })
    const { cited } = await bindings.silences(act, account)
    const days = daysBetween(alive, dayOf(act.now))
    await proposing.propose(act, account, {
      cause: `account.${silence}`,
      nth: alive,
      says: act.text.proposal.silent(days, silence),
      sources: cited[silence].map(bindings.sourceOf),
    })
  }
}

/** The account shows life again: what its silence had brought up has lost its cause. */
export const ended = async (
  act: Act,
  before: Account,
  after: Account,
  bound?: bindings.Bound,
): Promise<void> => {
  if ((await silenceOf(act, before, bound)) === null || (await silenceOf(act, after)) !== null) return
  await proposing.drop(act, after.id)
}
