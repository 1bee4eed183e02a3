import type { Clock } from "../rules/quota.ts"
import { lapse } from "../rules/running.ts"
import type { Act } from "./app.ts"
import { calendar } from "./calendar.ts"
import * as reminders from "./reminders.ts"
import * as bindings from "./bindings.ts"

/** A period has ended: a miss is kept, the leader in charge hears of it once, and the next period begins. */
export const end = async (act: Act, clock: Clock): Promise<void> => {
  const account = await act.tables.accounts.get(clock.accountId)
  const rule = account && (await bindings.quotas(act, account)).find(({ key }) => key === clock.rule)
  if (!account || account.state !== "live" || !rule) return act.tables.clocks.remove(clock.id)
  const { miss, next } = lapse(await calendar(act), rule, clock, act.now)
  await act.tables.clocks.put(next)
  if (!miss) return
  const kept = { ...miss, id: `${clock.id}/${clock.until}` }
  await act.tables.misses.put(kept)
  await reminders.missed(act, account, rule, kept)
}
