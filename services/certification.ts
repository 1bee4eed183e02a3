import type { Account } from "../rules/account.ts"
import { isOpen, type Obligation } from "../rules/obligation.ts"
import { type Day, dayOf } from "../rules/time.ts"
import type { Act } from "./app.ts"
import * as obligations from "./obligations.ts"
import * as occasions from "./occasions.ts"
import * as people from "./people.ts"
import * as settling from "./settling.ts"

/**
 * Notes until when a platform's certification holds. A later day than before means that it was renewed; an earlier one
 * puts a slip of the pen right. Gives back what is asked for now.
 */
export const note = async (
  act: Act,
  me: people.Member,
  account: Account,
  until: Day,
): Promise<readonly Obligation[]> => {
  await people.demand(act, me, "account.edit", account.unitId)
  const today = dayOf(act.now)
  for (const row of await open(act, account)) {
    if (row.due !== null && until > row.due.day)
      await settling.settle(act, row, { on: today, proof: null, note: null })
    else if (row.occasionId !== null) await occasions.unhappen(act, row.occasionId)
  }
  const { id: accountId, unitId } = account
  await reopen(act, account, until)
  return occasions.happen(act, {
    kind: "account.certified",
    on: today,
    dueOn: until,
    unitId,
    accountId,
    nth: until,
  })
}

/** What was taken for renewed by a slip of the pen runs out on that day after all. */
const reopen = async (act: Act, account: Account, until: Day): Promise<void> => {
  for (const row of await obligations.ofAccount(act, account.id))
    if (row.act === "certification.renew" && row.due?.day === until && row.settled !== null)
      await obligations.keep(act, { ...row, settled: null, phase: "open" })
}

const open = async (act: Act, account: Account): Promise<readonly Obligation[]> =>
  (await obligations.ofAccount(act, account.id)).filter(
    (row) => row.act === "certification.renew" && isOpen(row),
  )
