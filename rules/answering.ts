import type { Calendar } from "./calendar.ts"
import { dueOf } from "./due.ts"
import { isOpen } from "./figure.ts"
import { type Filled, inForce, type Scope } from "./force.ts"
import { countsAs, type IncidentKind, isTalkedAbout, type Severity } from "./gravity.ts"
import { type Clock, type Need } from "./incident.ts"
import type { Step } from "./kinds/common.ts"
import type { Response } from "./kinds/response.ts"
import type { Ladder } from "./ladder.ts"
import { mandatesIn, type OwnKind, ownKey, withOwn } from "./ownkind.ts"
import type { Quantity } from "./quantity.ts"
import type { Stack } from "./stack.ts"
import { days, hours, type Instant, minutes } from "./time.ts"

/** All that the rules ask about an incident, as they stand when it is opened. */
export interface Answering {
  readonly ladder: Ladder
  readonly clocks: readonly Clock[]
  readonly needs: readonly Need[]
  /** How long after each news the next is asked for; null where nobody asks. */
  readonly askEvery: number | null
}

interface Asked {
  readonly kind: IncidentKind
  readonly severity: Severity
  readonly foundAt: Instant
  /** The line of the unit's own table that it falls under. */
  readonly own?: { readonly tableId: string; readonly line: OwnKind } | null
}

type Called = Filled<Response>

/** Where a rulebook says nothing at all, the first to be called is asked again after this. */
const WITHOUT_RULES: Ladder = {
  steps: [{ after: 0, calls: ["duty"] }],
  again: minutes(10),
  silence: minutes(60),
  undo: minutes(1),
  takers: 1,
}

/** Hours and minutes run; a day ends at midnight. */
const lastMoment = (calendar: Calendar, from: Instant, length: Quantity): Instant =>
  dueOf(calendar, from, length).at

const MILLISECONDS: Readonly<Record<Quantity["unit"], number>> = {
  minute: minutes(1),
  hour: hours(1),
  "working day": days(1),
  day: days(1),
  week: days(7),
  month: days(30),
  year: days(365),
}

/** A length from any moment to another: emergencies run by the clock. */
const lasting = ({ amount, unit }: Quantity): number => amount * MILLISECONDS[unit]

/** The rules that speak of it, the stricter first; what they go before is cited with them. */
const speaking = (stack: Stack, scope: Scope, { kind, severity }: Asked): readonly Called[] => {
  const words = countsAs(kind, severity)
  return inForce(stack, "response", scope)
    .filter(({ rule }) => words.includes(rule.on))
    .flatMap((each) => [each, ...each.over.map(({ cited }) => cited)])
}

const ladderFrom = (rules: readonly Called[]): Ladder => {
  const asking = rules.filter(({ rule }) => rule.do === "incident.acknowledge")
  const first = [...new Set<Step>(["duty", ...rules.flatMap(({ rule }) => rule.call ?? [])])]
  const own = asking.find(({ rule }) => rule.ladder !== undefined)?.rule
  const length = (of: Quantity | undefined, otherwise: number): number =>
    of === undefined ? otherwise : lasting(of)
  return {
    steps: [
      { after: 0, calls: first },
      ...(own?.ladder ?? [])
        .map(({ after, call }) => ({ after: lasting(after), calls: [call] }))
        .sort((a, b) => a.after - b.after),
    ],
    again: length(own?.again, WITHOUT_RULES.again),
    silence: length(own?.silence, WITHOUT_RULES.silence),
    undo: length(own?.undo, WITHOUT_RULES.undo),
    takers: Math.max(1, ...asking.map(({ rule }) => rule.takers ?? 1)),
  }
}

/** Rules that ask for the same run as one clock: the soonest end counts, and everybody whom any of them names is told. */
const clockOf = (calendar: Calendar, rules: readonly Called[], foundAt: Instant): Clock | null => {
  const [first] = rules
  if (first === undefined) return null
  const timed = rules.flatMap(({ rule }) =>
    isOpen(rule.within) ? [] : [{ rule, at: lastMoment(calendar, foundAt, rule.within) }],
  )
  const soonest = timed.sort((a, b) => a.at - b.at)[0]
  const dueAt = soonest?.at ?? null
  const warn = dueAt === null ? [] : (soonest?.rule.warn ?? [])
  const halfway =
    dueAt === null || soonest?.rule.halfway === undefined ? [] : [foundAt + Math.floor((dueAt - foundAt) / 2)]
  const late = dueAt === null ? [] : (soonest?.rule.late ?? [])
  const length = (of: Quantity | undefined): number => (of === undefined ? 0 : lasting(of))
  return {
    do: first.rule.do,
    rules: [...new Set(rules.map(({ key }) => key))],
    dueAt,
    warnAt: [...halfway, ...warn.map((before) => (dueAt ?? 0) - length(before))].filter((at) => at > foundAt),
    tell: [
      ...late.map(({ after, before, tell }) => ({
        at: (dueAt ?? 0) + length(after) - length(before),
        step: tell,
      })),
      ...rules.flatMap(({ rule }) =>
        (rule.ladder ?? []).map(({ after, call }) => ({ at: foundAt + length(after), step: call })),
      ),
    ].filter(({ at }) => at > foundAt),
    done: null,
  }
}

/** What is passed on says when. */
const DATED: readonly Clock["do"][] = ["incident.transfer"]

const needsOf = (
  stack: Stack,
  scope: Scope,
  rules: readonly Called[],
  kind: IncidentKind,
): readonly Need[] => {
  // Guidance online and action offline go together where the public talks.
  const lists = isTalkedAbout(kind)
    ? inForce(stack, "checklist", scope).filter(({ rule }) => rule.for === "incident.close")
    : []
  const lines = [
    ...rules.flatMap(({ rule, key }) =>
      (rule.needs ?? []).map((tick) => ({ tick, key, dated: DATED.includes(rule.do) })),
    ),
    ...lists.flatMap(({ rule, key }) => rule.ticks.map((tick) => ({ tick, key, dated: false }))),
  ]
  const empty = { note: null, on: null, by: null, at: null }
  return [...new Set(lines.map(({ tick }) => tick.id))].flatMap((id) => {
    const same = lines.filter(({ tick }) => tick.id === id)
    const [first] = same
    if (first === undefined) return []
    const { tick, dated } = first
    const rulesOf = [...new Set(same.map(({ key }) => key))]
    return [{ ...tick, rules: rulesOf, dated, ...empty }]
  })
}

/** Snapshots what the rules in force ask about an incident that was found at a minute. */
export const answeringOf = (calendar: Calendar, all: Stack, scope: Scope, asked: Asked): Answering => {
  const { own = null } = asked
  const stack = own === null ? all : withOwn(all, own.tableId, own.line)
  const rules = speaking(stack, scope, asked)
  const cited = own === null ? null : ownKey(own.tableId, own.line.n)
  const acts = [...new Set(rules.map(({ rule }) => rule.do))]
  const followUps = rules.filter(({ rule }) => rule.do === "incident.follow-up")
  const every = followUps.flatMap(({ rule }) => (isOpen(rule.within) ? [] : [lasting(rule.within)]))
  return {
    ladder: ladderFrom(rules),
    clocks: acts
      .filter((each) => each !== "incident.acknowledge" && each !== "incident.follow-up")
      .flatMap(
        (each) =>
          clockOf(
            calendar,
            rules.filter(({ rule }) => rule.do === each),
            asked.foundAt,
          ) ?? [],
      )
      .map((clock) =>
        cited !== null && clock.rules.includes(cited)
          ? { ...clock, rules: [cited, ...clock.rules.filter((key) => key !== cited), ...mandatesIn(all)] }
          : clock,
      ),
    needs: needsOf(stack, scope, rules, asked.kind),
    askEvery: every.length === 0 ? null : Math.min(...every),
  }
}
