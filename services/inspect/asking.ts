import type { Account } from "../../rules/account.ts"
import { addDays, type Day, dayOf, days, endOf, type Instant } from "../../rules/time.ts"
import { judge } from "../../rules/verdict/index.ts"
import type { Act } from "../app.ts"
import { Refusal } from "../refusal.ts"
import * as facts from "./facts.ts"
import type { Inspected } from "./inspecting.ts"
import { type Grounded, shown } from "./shown.ts"

/** Further ahead nobody knows the rulebooks, nor the days off. */
const FARTHEST_DAYS = 366
/** How far somebody is told when one account would begin to fail. */
const AHEAD_DAYS = 62

/** Refuses an instant before anything was recorded, and one too far ahead to be played forward to. */
export const refuseBeyond = (act: Act, accounts: readonly Account[], at: Instant): void => {
  if (at > act.now + days(FARTHEST_DAYS)) throw new Refusal(act.text.inspect.tooFar(FARTHEST_DAYS))
  const first = Math.min(...accounts.map(({ registeredAt }) => registeredAt))
  if (at < first) throw new Refusal(act.text.inspect.tooEarly(dayOf(first)))
}

/** From which day on an account that does not fail now will, when nothing more happens, and by what; null where not soon. */
export const firstFailing = async (
  act: Act,
  account: Account,
): Promise<{ readonly day: Day; readonly reason: Grounded } | null> => {
  const known = await facts.of(act, facts.rulesOf(act), account, act.now, act.now)
  for (let count = 1; count <= AHEAD_DAYS; count += 1) {
    const day = addDays(dayOf(act.now), count)
    const at = endOf(day) - 1
    const verdict = judge(known, at)
    if (verdict.level !== "red") continue
    const ahead: Inspected = { account, verdict }
    const [reason] = (await shown(act, [ahead], at))[0]?.reasons ?? []
    return reason === undefined ? null : { day, reason }
  }
  return null
}
