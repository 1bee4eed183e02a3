import type { Account } from "../rules/account.ts"
import type { BindingQuota } from "../rules/binding.ts"
import { isUp } from "../rules/life.ts"
import type { Clock } from "../rules/quota.ts"
import { lapse } from "../rules/running.ts"
import type { Act } from "./app.ts"
import * as bindings from "./bindings.ts"
import { calendar } from "./calendar.ts"
import * as misses from "./misses.ts"

/** A period has ended: a miss is kept, the leader in charge hears of it once, and the next period begins. */
export const end = async (act: Act, clock: Clock): Promise<void> => {
  const account = await act.tables.accounts.get(clock.accountId)
  const rule = account && (await bindings.quotas(act, account)).find(({ key }) => key === clock.rule)
  if (!account || !isUp(account) || !rule) return act.tables.clocks.remove(clock.id)
  await act.tables.clocks.put(await after(act, account, rule, clock))
}

/** Ends every period of a clock that is over by now; what was reported late counts where it belongs. */
export const catchUp = async (
  act: Act,
  account: Account,
  rule: BindingQuota,
  clock: Clock,
): Promise<void> => {
  let running = clock
  while (running.dueAt <= act.now) running = await after(act, account, rule, running)
}

const after = async (act: Act, account: Account, rule: BindingQuota, clock: Clock): Promise<Clock> => {
  const count = await misses.countIn(act, account.id, rule, clock)
  const { miss, next } = lapse(await calendar(act), rule, { ...clock, count }, act.now)
  if (miss) await misses.keep(act, account, rule, miss)
  return next
}
