import { startOf } from "../condition.ts"
import type { Frequency } from "../frequency.ts"
import { isUp } from "../life.ts"
import { firstPeriod, periodBefore, periodOf } from "../period.ts"
import { type Day, dayOf, daysBetween } from "../time.ts"
import type { Looked } from "./facts.ts"
import type { Ground } from "./ground.ts"

/** Too little was posted in the last whole week, month …, or is about to be in the running one. */
export interface Short extends Ground {
  readonly kind: "quota"
  readonly frequency: Frequency
  readonly counts: "posts" | "originals"
  readonly from: Day
  readonly until: Day
  readonly needed: number
  readonly count: number
  /** The period hangs on a year whose holiday notice is not loaded. */
  readonly provisional: boolean
}

/**
 * Quotas of the form “so many a week”. What was missed in the last whole period stands until the running one is met: then
 * the account keeps its rhythm again, and the miss is on record.
 */
export const quota = ({ account, calendar, quotas, posts, at, today }: Looked): readonly Short[] => {
  if (!isUp(account)) return []
  const all = posts
    .filter((post) => post.at <= at)
    .map(({ at: out, original }) => ({ day: dayOf(out), original }))
  return quotas.flatMap(({ key, atLeast, counts, warn }): readonly Short[] => {
    if (atLeast.kind !== "per") return []
    const short = (level: "red" | "soon", period: { from: Day; until: Day; provisional: boolean }) => {
      const { from, until, provisional } = period
      const count = all.filter(
        ({ day, original }) => (original || counts === "posts") && day >= from && day <= until,
      ).length
      const left = daysBetween(today, until)
      return {
        kind: "quota",
        level,
        rules: [key],
        until,
        left,
        frequency: atLeast,
        counts,
        from,
        needed: atLeast.count,
        count,
        provisional,
      } as const
    }
    const first = firstPeriod(calendar, atLeast, startOf(account))
    const running = short("soon", today <= first.until ? first : periodOf(calendar, atLeast, today))
    if (running.count >= running.needed) return []
    const before = periodBefore(calendar, atLeast, running)
    const missed = short("red", before)
    if (before.from >= first.from && missed.count < missed.needed) return [missed]
    return today >= running.from && running.left <= Math.max(0, ...warn) ? [running] : []
  })
}
