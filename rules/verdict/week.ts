import { addDays, type Day, dayOf, endOf, type Instant, weekdayOf } from "../time.ts"
import type { Facts } from "./facts.ts"
import { judge, type Level, type Reason } from "./index.ts"

/** A week from Monday to Sunday, or of the running one as much as has passed. */
export interface Week {
  readonly from: Day
  /** The end of its Sunday, or now. */
  readonly at: Instant
}

/** So many weeks up to an instant, oldest first. */
export const weeksUntil = (at: Instant, count: number): readonly Week[] => {
  const monday = addDays(dayOf(at), 1 - weekdayOf(dayOf(at)))
  return Array.from({ length: count }, (_, index) => {
    const from = addDays(monday, 7 * (index - count + 1))
    return { from, at: Math.min(at, endOf(addDays(from, 6))) }
  })
}

/** The ends of the days of a week that are over. */
const endsOf = ({ from, at }: Week): readonly Instant[] =>
  Array.from({ length: 7 }, (_, index) => endOf(addDays(from, index))).filter((end) => end <= at)

/**
 * How an account stood in a week: red where it would have failed on one of its days, or where a period ended in it without
 * what was needed; else as it stood at the last moment. What a week before was short of was shown there, and makes this one
 * red only if it still stands when it is over.
 */
export const levelIn = (facts: Facts, week: Week): Level => {
  const ends = endsOf(week)
  const fails = (at: Instant, counts: (reason: Reason) => boolean): boolean =>
    judge(facts, at).reasons.some((reason) => reason.level === "red" && counts(reason))
  const isShort = (end: Instant): boolean =>
    fails(end, (reason) => reason.kind === "quota" && reason.until >= week.from)
  const isFailing = (end: Instant): boolean => fails(end - 1, ({ kind }) => kind !== "quota")
  if (ends.some(isShort) || ends.some(isFailing)) return "red"
  return judge(facts, ends.includes(week.at) ? week.at - 1 : week.at).level
}
