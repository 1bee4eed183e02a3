import type { Account } from "../../rules/account.ts"
import { isEnded } from "../../rules/life.ts"
import { isUnderWay } from "../../rules/procedure.ts"
import { type Day, dayOf } from "../../rules/time.ts"
import { outsideQuiet } from "../../rules/times.ts"
import type { Act } from "../app.ts"
import * as outbox from "../outbox.ts"
import * as owners from "../owners.ts"
import * as people from "../people.ts"
import * as sending from "../procedures/sending.ts"
import { Refusal } from "../refusal.ts"
import * as units from "../units.ts"
import { end } from "./cancelling.ts"

/** A decision on paper that an account has to close (责令关停). */
export interface Order {
  readonly authority: string
  readonly paper: string
  readonly on: Day
  readonly reason: string
}

/** Records that an account was ordered closed: it is over, its closing has to be filed, and its unit is told. */
export const order = async (act: Act, me: people.Member, account: Account, order: Order): Promise<string> => {
  await people.demand(act, me, "closure.order", account.unitId)
  if (isEnded(account)) throw new Refusal(act.text.account.retiredAlready(account))
  if (order.on > dayOf(act.now)) throw new Refusal(act.text.procedure.paperFromFuture(order.on))
  const reason = act.text.closing.orderedFor(order.authority, order.paper, order.reason)
  // Whatever the unit had asked for itself has lost its cause.
  for (const each of await act.tables.procedures.where("account", account.id))
    if (isUnderWay(each)) await sending.withdraw(act, me, each, reason)
  const now = (await act.tables.accounts.get(account.id)) ?? account
  const due = await end(act, now, { state: "ordered-closed", on: order.on, reason })
  const unit = await units.unit(act, account.unitId)
  const text = act.text.closing.ordered({ account, unit: unit.name, on: order.on, reason, due })
  await tell(act, account, text)
  return text
}

/** Whoever looks after the account hears of it, and whoever answers for its unit. */
const tell = async (act: Act, account: Account, text: string): Promise<void> => {
  const dueAt = outsideQuiet(await units.times(act, account.unitId), act.now)
  const readers = await owners.remindedOf(act, account)
  const leaders = await owners.leaders(act, account.unitId)
  const all = [...readers.map(({ to }) => to), ...leaders.map(({ id }) => ({ kind: "person" as const, id }))]
  for (const to of all)
    if (to.id !== act.by)
      await outbox.post(act, {
        to,
        lane: "notice",
        key: `ordered-closed:${account.id}:${to.id}`,
        dueAt,
        body: { text },
      })
}
