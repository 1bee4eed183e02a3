import type { Calendar } from "./calendar.ts"
import type { Frequency } from "./frequency.ts"
import type { BindingQuota } from "./binding.ts"
import { firstPeriod, periodAfter, periodOf } from "./period.ts"
import type { Post } from "./post.ts"
import type { Clock, Miss } from "./quota.ts"
import { addDays, type Day, dayOf, daysBetween, endOf, type Instant } from "./time.ts"

/** As much of a quota as its clock needs. */
export type QuotaRule = Pick<BindingQuota, "key" | "atLeast" | "counts" | "warn">

type Counted = Pick<Post, "at" | "original">

const counting = (rule: QuotaRule, posts: readonly Counted[]): readonly Day[] =>
  posts.filter(({ original }) => original || rule.counts === "posts").map(({ at }) => dayOf(at))

interface Known {
  readonly accountId: string
  /** The day from which the quota runs: going live, or being registered. */
  readonly start: Day
  /** Every post that can matter: those since the start, or since the running period began. */
  readonly posts: readonly Counted[]
}

/** The running period of a quota on a day, with what was posted in it. */
export const running = (calendar: Calendar, rule: QuotaRule, known: Known, today: Day): Clock => {
  const counted = counting(rule, known.posts).filter((day) => day <= today)
  const { from, until } =
    rule.atLeast.kind === "every"
      ? window(rule.atLeast.days, anchorOf(known.start, counted), today)
      : period(calendar, rule.atLeast, known.start, today)
  return {
    id: `${known.accountId}/${rule.key}`,
    accountId: known.accountId,
    rule: rule.key,
    from,
    until,
    needed: rule.atLeast.kind === "every" ? 1 : rule.atLeast.count,
    count: counted.filter((day) => day >= from && day <= until).length,
    dueAt: endOf(until),
  }
}

/** The last post, or the start as long as there is none. */
const anchorOf = (start: Day, counted: readonly Day[]): Day =>
  counted.reduce((latest, day) => (day > latest ? day : latest), start)

/** Windows of `days` days follow each other from the anchor on; the one that holds today. */
const window = (days: number, anchor: Day, today: Day): { from: Day; until: Day } => {
  const passed = Math.max(0, Math.ceil(daysBetween(anchor, today) / days) - 1)
  const from = addDays(anchor, passed * days + 1)
  return { from, until: addDays(from, days - 1) }
}

/** How many windows are looked back upon at the most. */
const LONGEST_MEMORY = 26

/** The windows of a rolling quota that have passed since the last sign of life, the latest ones. */
export const elapsed = (
  rule: QuotaRule,
  known: Omit<Known, "accountId">,
  today: Day,
): readonly { readonly from: Day; readonly until: Day }[] => {
  if (rule.atLeast.kind !== "every") return []
  const { days } = rule.atLeast
  const anchor = anchorOf(
    known.start,
    counting(rule, known.posts).filter((day) => day <= today),
  )
  const current = window(days, anchor, today)
  const passed = Math.min(LONGEST_MEMORY, Math.floor(daysBetween(anchor, current.from) / days))
  return Array.from({ length: passed }, (_, back) => {
    const from = addDays(current.from, -days * (passed - back))
    return { from, until: addDays(from, days - 1) }
  })
}

const period = (
  calendar: Calendar,
  frequency: Frequency,
  start: Day,
  today: Day,
): { from: Day; until: Day } => {
  const first = firstPeriod(calendar, frequency, start)
  return today <= first.until ? first : periodOf(calendar, frequency, today)
}

/** What the end of a period leads to: a miss when the quota was not met, and the next period. */
export const lapse = (
  calendar: Calendar,
  rule: QuotaRule,
  clock: Clock,
  now: Instant,
): { readonly miss: Omit<Miss, "id"> | null; readonly next: Clock } => {
  const { from, until } = periodAfter(calendar, rule.atLeast, clock)
  const { accountId, needed, count } = clock
  const missed = count < needed
  return {
    miss: missed
      ? { accountId, rule: clock.rule, from: clock.from, until: clock.until, needed, count, at: now }
      : null,
    next: { ...clock, from, until, count: 0, dueAt: endOf(until) },
  }
}

const isOpen = (clock: Clock): boolean => clock.count < clock.needed

/**
 * Whether what is still missing is brought up on a working day: a warning, or the last day, falls on it or on the rest
 * days after it. After a downtime also those since the first day that no digest has spoken of.
 */
export const isWarned = (
  calendar: Calendar,
  rule: QuotaRule,
  clock: Clock,
  today: Day,
  since: Day = today,
): boolean => {
  if (!isOpen(clock) || clock.until < today) return false
  const next = calendar.nextWorkingDay(today)
  const warnings = rule.warn.map((days) => addDays(clock.until, -days)).filter((day) => day >= clock.from)
  return [clock.until, ...warnings].some((day) => day >= since && day < next)
}

/** Whether this is the last working day on which what is missing can be made good. */
export const isLastCall = (calendar: Calendar, clock: Clock, today: Day): boolean =>
  isOpen(clock) && clock.from <= today && clock.until >= today && clock.until < calendar.nextWorkingDay(today)

/** Whether the first warning of the period has come. */
export const isNear = (rule: QuotaRule, clock: Clock, today: Day): boolean =>
  isOpen(clock) && today >= clock.from && daysBetween(today, clock.until) <= Math.max(0, ...rule.warn)

/**
 * The period after the running one, when it is over before the next working day: nobody will be reminded in it, so it
 * is brought up now.
 */
export const ahead = (calendar: Calendar, rule: QuotaRule, clock: Clock, today: Day): Clock | null => {
  if (rule.atLeast.kind === "every" || clock.until < today) return null
  const { from, until } = periodAfter(calendar, rule.atLeast, clock)
  return until < calendar.nextWorkingDay(today)
    ? { ...clock, from, until, count: 0, dueAt: endOf(until) }
    : null
}
