import type { Calendar } from "./calendar.ts"
import type { Frequency } from "./frequency.ts"
import type { BindingQuota } from "./binding.ts"
import { firstPeriod, periodAfter, periodOf } from "./period.ts"
import type { Post } from "./post.ts"
import type { Clock, Miss } from "./quota.ts"
import { lastDayAfter, type Stretch } from "./stretch.ts"
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
      ? window(rule.atLeast, anchorOf(known.start, counted), today)
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

interface Window {
  readonly from: Day
  readonly until: Day
}

/** How many windows are looked back upon at the most. */
const LONGEST_MEMORY = 26

/** As near before today as whole windows of days lead, but for those that are remembered: the years before need no walk. */
const nearby = (stretch: Stretch, anchor: Day, today: Day): Day => {
  if (!("days" in stretch)) return anchor
  const passed = Math.floor(daysBetween(anchor, today) / stretch.days) - LONGEST_MEMORY - 1
  return addDays(anchor, Math.max(0, passed) * stretch.days)
}

/** Windows follow each other from the anchor on, each from where the one before ended, up to the one that holds today. */
const windows = (stretch: Stretch, anchor: Day, today: Day): readonly Window[] => {
  const found: Window[] = []
  let before = nearby(stretch, anchor, today)
  do {
    const until = lastDayAfter(before, stretch)
    found.push({ from: addDays(before, 1), until })
    before = until
  } while (before < today)
  return found
}

const window = (stretch: Stretch, anchor: Day, today: Day): Window => {
  const found = windows(stretch, anchor, today).at(-1)
  if (found === undefined) throw new Error("there is always a window")
  return found
}

/** The windows of a rolling quota that have passed since the last sign of life, the latest ones. */
export const elapsed = (rule: QuotaRule, known: Omit<Known, "accountId">, today: Day): readonly Window[] => {
  if (rule.atLeast.kind !== "every") return []
  const anchor = anchorOf(
    known.start,
    counting(rule, known.posts).filter((day) => day <= today),
  )
  return windows(rule.atLeast, anchor, today).slice(0, -1).slice(-LONGEST_MEMORY)
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

/** Whether the period hangs on a year whose holiday notice is not loaded. */
export const isProvisional = (calendar: Calendar, rule: QuotaRule, { until }: Clock): boolean =>
  rule.atLeast.kind === "per" && rule.atLeast.span === "working day" && !calendar.covers(until)

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
