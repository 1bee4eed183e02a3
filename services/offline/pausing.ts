import type { Account } from "../../rules/account.ts"
import { doingOf } from "../../rules/acts.ts"
import type { Planned } from "../../rules/obligation.ts"
import type { OfflineWindow } from "../../rules/offline.ts"
import { type Day, dayOf, instantOf } from "../../rules/time.ts"
import type { Act } from "../app.ts"
import * as windows from "./windows.ts"

/**
 * What an account cannot do while it is rightly offline is not asked for meanwhile, and counted from its return; what had
 * run out by then stays as it was. `from` lays the same occasion on another day.
 */
export const paused = async (
  act: Act,
  account: Account | null,
  planned: readonly Planned[],
  from: (day: Day) => readonly Planned[],
): Promise<readonly Planned[]> => {
  if (account === null || !planned.some(({ act: what }) => doingOf(what).pauses)) return planned
  const times = (await windows.of(act, account.id)).filter(
    ({ state, unreported }) => !unreported && (state === "offline" || state === "back"),
  )
  return planned.flatMap((each) => {
    const time = doingOf(each.act).pauses ? times.findLast((one) => isHeldUp(each, one)) : undefined
    if (time === undefined) return [each]
    return time.end === null ? [] : from(time.end).filter(({ key }) => key === each.key)
  })
}

/** Whether it began before the account was back, and would have run out only once it was gone. */
const isHeldUp = ({ since, due }: Planned, { start, end }: OfflineWindow): boolean => {
  const began = typeof since === "number" ? dayOf(since) : since
  return (end === null || began < end) && (due === null || due.at > instantOf(start))
}
