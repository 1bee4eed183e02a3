import type { Account } from "./account.ts"
import { type Carried, type Doing, doingOf, isCarried } from "./acts.ts"
import { type DatedRule, type Duties } from "./binding.ts"
import type { Calendar } from "./calendar.ts"
import { type Due, dueOf, freeFrom, type Trigger } from "./due.ts"
import { isOpen as isLeftOpen } from "./figure.ts"
import type { Filled, InForce } from "./force.ts"
import type { Deadline } from "./kinds/deadline.ts"
import type { Rule } from "./kinds/index.ts"
import { before, phaseOf, wakeAt } from "./lifecycle.ts"
import { isByTheMinute, type Planned } from "./obligation.ts"
import type { Occasion } from "./occasion.ts"
import type { Quantity } from "./quantity.ts"
import { speaksOfParts } from "./reportable.ts"
import { addDays, type Day, dayOf, endOf, type Instant, instantOf } from "./time.ts"

/** What a rule may tell apart when it says of which accounts it speaks. */
export type Spoken = Pick<Account, "main" | "operator">

/** Whether a rule speaks of this account; of a unit as such it always does. */
export const speaksOf = (
  { rule: { applies } }: { readonly rule: Pick<Rule, "applies"> },
  account: Spoken | null,
): boolean => {
  if (account === null || applies.accounts === undefined) return true
  if (applies.accounts === "main") return account.main
  if (applies.accounts === "outsourced") return account.operator !== null
  return applies.accounts === "government"
}

/** Whether a fixed day has passed: it is shown as history, and nobody is asked for it any longer. */
export const isHistory = ({ starts, by }: Pick<Deadline, "starts" | "by">, today: Day): boolean =>
  starts === "fixed-date" && by !== undefined && by < today

/** Whether a rule speaks of an account with so many followers; where nobody has counted them it does. */
const speaksOfMany = ({ rule }: Filled<Deadline>, many: number | undefined): boolean =>
  many === undefined || (many > (rule.followers?.over ?? -1) && many <= (rule.followers?.upTo ?? Infinity))

/** When it is counted, and since when each obligation has been known: nobody is reminded of what lies before that. */
export interface Moment {
  readonly now: Instant
  readonly noted: (key: string) => Instant
  /** Since when a rulebook without a date of its own has held for the account, where that is known. */
  readonly heldSince?: (book: string) => Day | undefined
}

interface Timed {
  readonly cited: InForce<Deadline>
  readonly due: Pick<Due, "day" | "at" | "provisional"> | null
  readonly freeAt: Instant | null
  /** By when it is done once it may be. */
  readonly then: Quantity | null
}

const timed = (calendar: Calendar, cited: InForce<Deadline>, occasion: Occasion): Timed => {
  const { within, wait, then = null, by } = cited.rule
  const on = (day: Day) => ({ day, at: endOf(day), provisional: false })
  if (wait !== undefined) return { cited, due: null, freeAt: freeFrom(calendar, occasion.on, wait).at, then }
  if (by !== undefined) return { cited, due: on(by), freeAt: null, then }
  if (within === undefined || isLeftOpen(within))
    return { cited, due: occasion.dueOn === null ? null : on(occasion.dueOn), freeAt: null, then }
  const { day, at, provisional } = dueOf(calendar, occasion.on, within)
  return { cited, due: { day, at, provisional }, freeAt: null, then }
}

/** What may not be done before a day is due some days after it, where it would be due earlier or nothing says when. */
const dueOnceFree = (
  calendar: Calendar,
  due: Timed["due"],
  hold: Timed | null,
): { readonly due: Timed["due"]; readonly moved: boolean } => {
  if (hold === null || hold.freeAt === null || (due !== null && due.at > hold.freeAt))
    return { due, moved: false }
  const free = dayOf(hold.freeAt)
  if (hold.then === null) return { due: due && { ...due, day: free, at: endOf(free) }, moved: false }
  const { day, at, provisional } = dueOf(calendar, free, hold.then)
  return { due: { day, at, provisional }, moved: true }
}

/**
 * Every rule that an obligation rests on: the one it is counted by, then the others that ask for it, last the house's own
 * figure where the text gives none.
 */
export const restsOn = (first: DatedRule, others: readonly DatedRule[] = []): readonly string[] => {
  const less = [first, ...others].flatMap(({ over }) => over.map(({ cited }) => cited))
  const said = less.filter(({ rule }) => rule.origin !== "house").map(({ key }) => key)
  const { within, atLeast } = first.filled
  const figures = [within, atLeast].flatMap((figure) => figure?.key ?? [])
  return [...new Set([first.key, ...others.map(({ key }) => key), ...said, ...figures])]
}

const isOfOccasion = (
  cited: Filled<Deadline>,
  account: Spoken | null,
  occasion: Occasion,
  at: Moment,
): boolean => {
  if (!speaksOf(cited, account) || !speaksOfMany(cited, occasion.followers)) return false
  if (!speaksOfParts(cited, occasion.parts)) return false
  if (occasion.book !== null && cited.book.id !== occasion.book) return false
  const on = dayOfTrigger(occasion.on)
  // No rulebook asks anything of what happened before it was in force.
  const since = cited.book.inForceFrom ?? at.heldSince?.(cited.book.id)
  // What was past when the unit came under the book is history, and asked of nobody.
  return (since === undefined || on >= since) && !isHistory(cited.rule, on)
}

/** Where a rule does not speak of an occasion, those it goes before elsewhere do. */
const speaking = (
  cited: InForce<Deadline>,
  speaks: (cited: Filled<Deadline>) => boolean,
): readonly InForce<Deadline>[] => {
  const over = cited.over.filter((each) => speaks(each.cited))
  return speaks(cited) ? [{ ...cited, over }] : over.map((each) => ({ ...each.cited, over: [] }))
}

/**
 * What an occasion asks for under the rules that bind: what goes to different offices is asked for apart, and of several
 * times for the same thing the earliest counts that has to be met.
 */
export const startedBy = (
  calendar: Calendar,
  duties: Duties,
  account: Spoken | null,
  occasion: Occasion,
  at: Moment,
): readonly Planned[] => {
  const groups = new Map<string, { act: Carried; all: Timed[] }>()
  const speaks = (cited: Filled<Deadline>): boolean => isOfOccasion(cited, account, occasion, at)
  for (const cited of (duties.started[occasion.kind] ?? []).flatMap((each) => speaking(each, speaks))) {
    const act = cited.rule.do
    if (!isCarried(act)) continue
    const fixed = occasion.kind === "fixed-date" ? `/${cited.rule.by ?? ""}` : ""
    const key = `${act}/${cited.rule.to ?? ""}${fixed}`
    const group = groups.get(key) ?? { act, all: [] }
    group.all.push(timed(calendar, cited, occasion))
    groups.set(key, group)
  }
  return [...groups].flatMap(([key, { act, all }]) => {
    const [hold = null] = all
      .filter((each) => each.freeAt !== null)
      .sort((a, b) => (b.freeAt ?? 0) - (a.freeAt ?? 0))
    const asked = all.filter((each) => each.freeAt === null).sort(soonest)
    const [first = asked[0] ?? all[0]] = asked.filter(isBinding)
    if (first === undefined) return []
    const others = all.filter((each) => each !== first).map(({ cited }) => cited)
    const { due, moved } = dueOnceFree(calendar, first.due, hold)
    const figure = moved ? hold?.cited.filled.then?.key : undefined
    return obligation(calendar, at, {
      key: `${key}/${occasion.id}`,
      act,
      rules: [...new Set([...restsOn(first.cited, others), ...(figure === undefined ? [] : [figure])])],
      rule: first.cited,
      unitId: occasion.unitId,
      accountId: occasion.accountId,
      personId: occasion.personId,
      occasionId: occasion.id,
      since: occasion.on,
      freeAt: hold?.freeAt ?? null,
      due,
      again: false,
    })
  })
}

/** What has to be met: an aim or a note beside it is cited, and never stands in its place, however early it is. */
const isBinding = ({ cited: { rule } }: Timed): boolean => rule.strength !== "aim" && rule.strength !== "note"

const soonest = (a: Timed, b: Timed): number => (a.due?.at ?? Infinity) - (b.due?.at ?? Infinity)

interface Wanted extends Pick<
  Planned,
  "key" | "act" | "rules" | "unitId" | "accountId" | "personId" | "occasionId" | "freeAt" | "due" | "again"
> {
  readonly rule: DatedRule
  readonly since: Trigger
}

/** An obligation as it stands now, with every day on which somebody hears of it. */
export const obligation = (
  calendar: Calendar,
  { now, noted }: Moment,
  { rule: { rule }, ...wanted }: Wanted,
): Planned => {
  const { due, freeAt } = wanted
  const notedAt = noted(wanted.key)
  const notedOn = dayOf(notedAt)
  const lastOn = due === null ? null : calendar.workingDayOnOrBefore(due.day)
  const warnings = due === null ? [] : (rule.warn ?? []).map((early) => before(calendar, due.day, early))
  const freeOn = freeAt === null ? null : dayOf(freeAt)
  // What had to wait is brought up as soon as it may be done; what comes round again has a time of its own for that.
  if (due !== null && freeOn !== null && (wanted.occasionId !== null || rule.kind === "report"))
    warnings.push(calendar.nextWorkingDay(addDays(freeOn, -1)))
  const { opens }: Doing = doingOf(wanted.act)
  // Whoever does it hears on the day on which it may begin, unless they came to it in the middle of the time.
  if (opens && typeof wanted.since === "string") {
    const opensOn = calendar.workingDayOnOrAfter(wanted.since)
    if (instantOf(opensOn) >= notedAt) warnings.push(opensOn)
  }
  const bornLate = due !== null && due.at <= notedAt
  const unsettled = {
    ...wanted,
    to: rule.to ?? null,
    who: rule.who ?? (rule.kind === "report" ? "supervisor" : null),
    warnOn: [...new Set([...warnings, ...(lastOn === null ? [] : [lastOn])])]
      // What is known ahead is brought up ahead, but nothing before it may be done.
      .filter((day) => day >= notedOn && (wanted.freeAt === null || day >= dayOf(wanted.freeAt)))
      .sort(),
    lastOn: lastOn !== null && lastOn >= notedOn ? lastOn : null,
    late:
      due === null || rule.strength === "aim" || rule.strength === "note"
        ? []
        : escalation(calendar, due, rule.late, bornLate ? notedOn : null),
    aim: rule.strength === "aim",
    settled: null,
    bornLate,
    notedAt,
  }
  const phase = phaseOf(unsettled, now)
  return { ...unsettled, phase, dueAt: wakeAt({ ...unsettled, phase }, now) }
}

const dayOfTrigger = (trigger: Trigger): Day => (typeof trigger === "number" ? dayOf(trigger) : trigger)

/** What was late when it was noted is given one working day before anybody else is told. */
const escalation = (
  calendar: Calendar,
  due: { readonly day: Day; readonly at: Instant },
  late: DatedRule["rule"]["late"] = [],
  notedLateOn: Day | null,
): Planned["late"] =>
  late.flatMap(({ after, before: early, tell }) => {
    if (early !== undefined) {
      const at = instantOf(before(calendar, due.day, early))
      return notedLateOn === null ? [{ at, tell, told: false }] : []
    }
    if (after === undefined) return []
    const { basis, day, at } = dueOf(calendar, isByTheMinute(due) ? due.at : due.day, after)
    const usual = basis === "clock" ? at : instantOf(day)
    const grace = notedLateOn === null ? usual : endOf(calendar.nextWorkingDay(notedLateOn))
    return [{ at: Math.max(usual, grace), tell, told: false }]
  })
