import type { Calendar } from "./calendar.ts"
import { type Period, periodOf } from "./period.ts"
import type { Post } from "./post.ts"
import type { QuotaRule } from "./running.ts"
import { type Day, dayOf } from "./time.ts"

/** The period of a quota that holds a day, worked out once for all accounts. */
export type PeriodAt = (rule: QuotaRule, day: Day) => Period

export const periodsOf = (calendar: Calendar): PeriodAt => {
  const known = new Map<QuotaRule["atLeast"], Map<Day, Period>>()
  return ({ atLeast }, day) => {
    const days = known.get(atLeast) ?? new Map<Day, Period>()
    known.set(atLeast, days)
    const period = days.get(day) ?? periodOf(calendar, atLeast, day)
    days.set(day, period)
    return period
  }
}

/**
 * The periods of a quota that are over and in which enough was published, by their last day. A rolling quota has none: it
 * is only ever missed.
 */
export const keptIn = (
  periodAt: PeriodAt,
  rule: QuotaRule,
  posts: readonly Pick<Post, "at" | "original">[],
  today: Day,
): readonly Day[] => {
  const { atLeast, counts } = rule
  if (atLeast.kind === "every") return []
  const published = new Map<Day, number>()
  for (const { at, original } of posts) {
    if (!original && counts !== "posts") continue
    const day = dayOf(at)
    const { from, until } = periodAt(rule, day)
    if (from <= day && until < today) published.set(until, (published.get(until) ?? 0) + 1)
  }
  return [...published].filter(([, count]) => count >= atLeast.count).map(([until]) => until)
}
