import type { Account } from "../rules/account.ts"
import type { Contract } from "../rules/contract.ts"
import { inForce } from "../rules/force.ts"
import type { Checklist } from "../rules/kinds/checklist.ts"
import { isOpen, type Obligation } from "../rules/obligation.ts"
import type { Cited } from "../rules/stack.ts"
import * as accounts from "./accounts.ts"
import type { Act } from "./app.ts"
import * as bindings from "./bindings.ts"
import * as obligations from "./obligations.ts"
import * as occasions from "./occasions.ts"
import * as people from "./people.ts"
import { Refusal } from "./refusal.ts"
import { stackOf } from "./rulebooks.ts"
import * as settling from "./settling.ts"
import * as units from "./units.ts"

type Wanted = Pick<Contract, "operator" | "signedOn" | "endsOn" | "ticks">

/** The lines that a contract has to have, as the rulebooks ask. */
export const lines = async (
  act: Act,
  account: Pick<Account, "unitId" | "platform">,
): Promise<Checklist["ticks"]> => (await asking(act, account)).flatMap(({ rule }) => rule.ticks)

const asking = async (
  act: Act,
  { unitId, platform }: Pick<Account, "unitId" | "platform">,
): Promise<readonly Cited<Checklist>[]> => {
  const unit = await units.unit(act, unitId)
  const lists = inForce(await stackOf(act, unit), "checklist", { unitKind: unit.kind, platform })
  return lists.filter(({ rule }) => rule.for === "outsourcing.contract")
}

/** Notes that somebody else runs an account, by which contract; what has to be filed for it begins. */
export const sign = async (
  act: Act,
  me: people.Member,
  account: Account,
  wanted: Wanted,
): Promise<readonly Obligation[]> => {
  await people.demand(act, me, "account.edit", account.unitId)
  const words = act.text.contract
  if (wanted.endsOn <= wanted.signedOn) throw new Refusal(words.backwards(wanted.signedOn, wanted.endsOn))
  for (const { book, rule } of await asking(act, account)) {
    const missing = rule.ticks.filter((tick) => !isSaid(tick, wanted.ticks))
    if (missing.length > 0) throw new Refusal(words.incomplete(missing, bindings.sourceOf({ book, rule })))
  }
  const { id: accountId, unitId } = account
  const occasion = { kind: "contract.signed", unitId, accountId, nth: wanted.signedOn } as const
  const signed = { ...occasion, on: wanted.signedOn, dueOn: wanted.endsOn, note: wanted.operator }
  await occasions.refuseMending(act, signed)
  for (const row of await open(act, accountId))
    // The same contract with another end is a slip of the pen put right, and nothing was renewed.
    if (row.occasionId !== occasions.idOf(occasion))
      await settling.settle(act, row, { on: wanted.signedOn, proof: null, note: null })
  await act.tables.contracts.put({
    ...wanted,
    id: `${accountId}/${wanted.signedOn}`,
    accountId,
    by: act.by,
    at: act.now,
  })
  if (account.operator !== wanted.operator) await accounts.change(act, account, { operator: wanted.operator })
  return occasions.happen(act, signed)
}

const isSaid = ({ id, says, saysEn }: Checklist["ticks"][number], said: readonly string[]): boolean =>
  said.some((each) => each === id || each === says || each === saysEn)

/** What waits for the end of an earlier contract. */
const open = async (act: Act, accountId: string): Promise<readonly Obligation[]> =>
  (await obligations.ofAccount(act, accountId)).filter((row) => row.act === "contract.renew" && isOpen(row))
