import { type Carried, type Doing, doingOf } from "./acts.ts"
import type { AgainRule } from "./binding.ts"
import type { Calendar } from "./calendar.ts"
import { dueOf } from "./due.ts"
import { isOpen } from "./figure.ts"
import type { Frequency } from "./frequency.ts"
import type { Planned } from "./obligation.ts"
import { type Period, periodAfter, periodOf } from "./period.ts"
import { type Moment, obligation, restsOn } from "./planning.ts"
import type { Stack } from "./stack.ts"
import { addDays, type Day, dayOf, daysBetween, endOf, type Instant, instantOf } from "./time.ts"

/** Of whom something is asked again and again. */
export interface Asked {
  readonly unitId: string
  readonly accountId: string | null
  /** Everybody for themselves, where it is asked of those who keep passwords. */
  readonly personId: string | null
}

export interface Recurring {
  readonly act: Carried
  readonly rule: AgainRule
  readonly atLeast: Frequency
}

/** How much of a period has to be left for what it asks to be asked at all: the figure nearest to the unit, in percent. */
export const percentLeft = ({ figures }: Pick<Stack, "figures">): number =>
  figures.findLast(({ figure }) => figure.for === "first-period" && figure.percentLeft !== undefined)?.figure
    .percentLeft ?? 0

/** When something is asked for the first time, and of how much of a period it has to be. */
interface Beginning {
  readonly first: Day
  readonly percentLeft: number
}

/** The period with which it begins: the running one, unless too little is left of it. */
const firstOf = (calendar: Calendar, frequency: Frequency, { first: from, percentLeft }: Beginning) => {
  const period = periodOf(calendar, frequency, from)
  const rest = daysBetween(from, period.until) / (daysBetween(period.from, period.until) + 1)
  return rest * 100 >= percentLeft ? period : periodAfter(calendar, frequency, period)
}

/** Tells apart what is asked of whom: what belongs to it begins like that. */
export const nameOf = ({ act, rule }: Recurring, { unitId, accountId, personId }: Asked): string =>
  `${act}/${rule.rule.to ?? ""}/${personId ?? accountId ?? unitId}`

/** Whether a row came round in this very rhythm: the same thing may be asked for by the week and by the year. */
export const isOf = (recurring: Recurring, asked: Asked, { key }: Pick<Planned, "key">): boolean =>
  key.startsWith(`${nameOf(recurring, asked)}/${rhythmOf(recurring)}/`)

const rhythmOf = ({ atLeast }: Recurring): string => (atLeast.kind === "per" ? atLeast.span : "since")

/**
 * What is asked for in each period of the calendar up to the one that holds today: beginning with the one of the latest
 * row, or with the first that is asked at all.
 */
export const inPeriods = (
  calendar: Calendar,
  recurring: Recurring,
  asked: Asked,
  begin: { readonly latest: Day } | Beginning,
  at: Moment,
): readonly Planned[] => {
  const { atLeast } = recurring
  if (atLeast.kind === "every") return []
  const today = dayOf(at.now)
  const planned: Planned[] = []
  let period =
    "latest" in begin ? periodOf(calendar, atLeast, begin.latest) : firstOf(calendar, atLeast, begin)
  do {
    planned.push(...inPeriod(calendar, recurring, asked, period, at))
    period = periodAfter(calendar, atLeast, period)
  } while (period.from <= today)
  return planned
}

const opensLate = (act: Carried): boolean => {
  const { opens }: Doing = doingOf(act)
  return opens === true
}

const inPeriod = (
  calendar: Calendar,
  recurring: Recurring,
  asked: Asked,
  { from, until, provisional }: Period,
  at: Moment,
): readonly Planned[] => {
  const { atLeast, act, rule } = recurring
  if (atLeast.kind === "every") return []
  const opens = instantOf(opensLate(act) ? calendar.workingDayOnOrAfter(from) : from)
  const over = writtenUp(calendar, rule, until)
  return Array.from({ length: atLeast.count }, (_, index) =>
    obligation(calendar, at, {
      ...asked,
      key: `${nameOf(recurring, asked)}/${atLeast.span}/${from}${index === 0 ? "" : `/${index + 1}`}`,
      act,
      rule,
      rules: restsOn(rule),
      occasionId: null,
      since: from,
      freeAt: over?.freeAt ?? (opens > at.now ? opens : null),
      due: over?.due ?? { day: until, at: endOf(until), provisional },
      again: index === 0,
    }),
  )
}

/** What is written up about a period is written once it is over; null for what is done within it. */
const writtenUp = (
  calendar: Calendar,
  { rule }: AgainRule,
  until: Day,
): { readonly freeAt: Instant; readonly due: NonNullable<Planned["due"]> } | null => {
  if (rule.kind !== "report") return null
  const { then } = rule
  const next = addDays(until, 1)
  const { day, at, provisional } =
    then === undefined || isOpen(then)
      ? { day: next, at: endOf(next), provisional: false }
      : dueOf(calendar, until, then)
  return { freeAt: endOf(until), due: { day, at, provisional } }
}

/** What is asked for so many days after it was done last; `times` is how often it was done before. */
export const afterDays = (
  calendar: Calendar,
  recurring: Recurring,
  asked: Asked,
  last: Day,
  times: number,
  at: Moment,
): Planned | null => {
  const { atLeast, act, rule } = recurring
  if (atLeast.kind === "per") return null
  const day = periodOf(calendar, atLeast, last).until
  return obligation(calendar, at, {
    ...asked,
    key: `${nameOf(recurring, asked)}/since/${last}/${times}`,
    act,
    rule,
    rules: restsOn(rule),
    occasionId: null,
    since: last,
    freeAt: null,
    due: { day, at: endOf(day), provisional: false },
    again: false,
  })
}

/** What one rhythm asks for, and whether it is the house's own. */
export interface Wanted {
  readonly planned: Planned
  readonly house: boolean
}

/**
 * Rhythms that cannot be compared, as 90 days and 3 months, ask for one thing: the earlier day counts, and both are
 * cited; but where the day is that of a text, the house is not.
 */
export const together = (wanted: readonly Wanted[]): readonly Planned[] => {
  const found = new Map<string, Wanted>()
  for (const each of wanted) {
    const other = found.get(each.planned.key)
    found.set(each.planned.key, other === undefined ? each : joined(...sooner(other, each)))
  }
  return [...found.values()].map(({ planned }) => planned)
}

const dueAt = ({ planned: { due } }: Wanted): number => due?.at ?? Infinity
/** An aim never stands in the place of what has to be done, however early it is. */
const isBefore = (a: Wanted, b: Wanted): boolean =>
  a.planned.aim === b.planned.aim ? dueAt(a) < dueAt(b) : b.planned.aim
const sooner = (a: Wanted, b: Wanted): readonly [Wanted, Wanted] => (isBefore(b, a) ? [b, a] : [a, b])

const joined = (first: Wanted, then: Wanted): Wanted =>
  then.house && !first.house
    ? first
    : {
        ...first,
        planned: { ...first.planned, rules: [...new Set([...first.planned.rules, ...then.planned.rules])] },
      }
