import { type Asking, rulesOf, speaksOf, together } from "./chain.ts"
import { inForce, type InForce } from "./force.ts"
import type { Gate, ItemLevel, Pace, Special } from "./item.ts"
import type { Approval } from "./kinds/approval.ts"
import type { Checklist } from "./kinds/checklist.ts"
import type { Rule } from "./kinds/index.ts"
import type { Role } from "./person.ts"
import type { StepName } from "./procedure.ts"
import type { Stack } from "./stack.ts"
import { lasting } from "./turns.ts"

/** The rulebooks of a unit, and the accounts on which something is to be published. */
export interface Publishing {
  readonly stack: Stack
  readonly accounts: readonly Asking[]
}

/** The rules of a kind that speak of any of the accounts, each once. */
export const speaking = <K extends "approval" | "checklist" | "require" | "record">(
  { stack, accounts }: Publishing,
  kind: K,
): readonly InForce<Extract<Rule, { kind: K }>>[] => {
  const found = accounts.flatMap((account) =>
    inForce(stack, kind, account).filter(({ rule }) => speaksOf(rule, account)),
  )
  return [...new Map(found.map((each) => [each.key, each])).values()]
}

export const approvalsFor = (where: Publishing, subject: Approval["for"]): readonly InForce<Approval>[] =>
  speaking(where, "approval").filter(({ rule }) => rule.for === subject)

/** What is reviewed: an item, or a comment that is to be shown. */
export const subjectOf = (specials: readonly Special[]): "item.publish" | "comment.publish" =>
  specials.includes("comment") ? "comment.publish" : "item.publish"

type Subject = ReturnType<typeof subjectOf>

/** A stack never changes, so this is worked out once; every post asks for it. */
const spoken = new WeakMap<Stack, ReadonlySet<Approval["for"]>>()

/** Whether any rule asks that something is reviewed before it comes out. */
export const asksFor = (stack: Stack, subject: Subject): boolean => {
  const known =
    spoken.get(stack) ??
    new Set(stack.rules.flatMap(({ rule }) => (rule.kind === "approval" ? [rule.for] : [])))
  spoken.set(stack, known)
  return known.has(subject)
}

const howMany = ({ levels, steps = [] }: Approval): number =>
  Math.max(typeof levels === "number" ? levels : 0, steps.length)

/** So many places for these roles: fewer leave out of the middle, more repeat the first. */
export const spread = (count: number, roles: readonly Role[]): readonly Role[] => {
  const [first, last] = [roles[0], roles.at(-1)]
  if (first === undefined || last === undefined) return []
  if (count === 1) return [last]
  if (count < roles.length) return [...roles.slice(0, count - 1), last]
  return [...Array.from({ length: count - roles.length }, () => first), ...roles]
}

const paceOf = (rules: readonly InForce<Approval>[]): Pace => {
  const [nearest] = rules.filter(({ rule }) => rule.answer !== undefined)
  const rest = rules.flatMap(({ rule }) => (rule.then === undefined ? [] : [lasting(rule.then)]))
  return {
    answer: nearest?.rule.answer === undefined ? null : lasting(nearest.rule.answer),
    late: (nearest?.rule.late ?? []).flatMap(({ after, tell }) =>
      after === undefined ? [] : [{ after: lasting(after), tell }],
    ),
    rest: rest.length === 0 ? null : Math.min(...rest),
  }
}

/** All that the rulebooks ask of an item before it comes out. */
export interface Review {
  /** Empty where no rulebook asks for a review. */
  readonly chain: readonly ItemLevel[]
  readonly gates: readonly Gate[]
  /** Who takes a place that nobody holds, in this order. */
  readonly reviewers: readonly Role[]
  readonly pace: Pace
  /** The rules that ask for a review. */
  readonly rules: readonly string[]
}

const gatesOf = (lists: readonly InForce<Checklist>[]): readonly Gate[] => {
  const ticks = new Map(lists.flatMap(({ rule }) => rule.ticks.map((tick) => [tick.id, tick])))
  const asks = (rule: Rule, id: string): boolean =>
    rule.kind === "checklist" && rule.ticks.some((tick) => tick.id === id)
  return [...ticks.values()].map((tick) => ({
    ...tick,
    rules: rulesOf(lists, (rule) => asks(rule, tick.id)),
    needed: lists.some(({ rule }) => asks(rule, tick.id) && rule.strength !== "note"),
  }))
}

/** The strictest of several rulebooks: the most levels, every step that one of them names, every gate. */
export const reviewOf = (
  where: Publishing,
  about: readonly Special[],
  doubted: readonly string[],
): Review => {
  const subject = subjectOf(about)
  const base = approvalsFor(where, subject)
  const gates = gatesOf(speaking(where, "checklist").filter(({ rule }) => rule.for === subject))
  const rules = rulesOf(base, () => true)
  const reviewers = base.find(({ rule }) => rule.reviewers !== undefined)?.rule.reviewers ?? ["reviewer"]
  if (base.length === 0) return { chain: [], gates, reviewers, pace: paceOf([]), rules }
  const more = about.includes("public-safety") ? approvalsFor(where, "item.public-safety") : []
  const column = about.includes("policy-column") ? approvalsFor(where, "item.policy-column") : []
  const urgent = about.includes("emergency") ? approvalsFor(where, "item.emergency") : []
  const extra = more.reduce((sum, { rule }) => sum + howMany(rule), 0)
  const named = together(base.map(({ rule }) => rule.steps ?? []))
  const count = Math.max(...base.map(({ rule }) => howMany(rule))) + extra
  const cited = [...rules, ...more.map(({ key }) => key)]
  const places = spread(count - named.length, reviewers)
  const inside = [...(count > named.length ? places : []), ...named]
  const level = (step: StepName, asking: readonly string[] = cited): ItemLevel => ({
    step,
    rules: asking,
    before: true,
    reason: false,
  })
  const after = together(column.map(({ rule }) => rule.steps ?? [])).map((step) =>
    level(
      step,
      rulesOf(column, (rule) => rule.steps?.includes(step) === true),
    ),
  )
  const chain = passing([...inside.map((step) => level(step)), ...after], doubted, level)
  const first = together(urgent.map(({ rule }) => rule.steps ?? []))
  const hurry = rulesOf(urgent, () => true)
  return {
    chain: first.length === 0 ? chain : hurried(chain, first, hurry),
    gates,
    reviewers,
    pace: paceOf([...urgent, ...base]),
    rules,
  }
}

/** What is not so in principle is passed by the leader, who writes down why. */
const passing = (
  chain: readonly ItemLevel[],
  doubted: readonly string[],
  level: (step: StepName, rules: readonly string[]) => ItemLevel,
): readonly ItemLevel[] => {
  if (doubted.length === 0) return chain
  const at = chain.findLastIndex(({ step }) => step === "leader")
  if (at < 0) return [...chain, { ...level("leader", doubted), reason: true }]
  return chain.map((each, place) => (place === at ? { ...each, reason: true } : each))
}

/** These agree first, and it may come out; all others follow. Each of the first stands for one of the levels. */
const hurried = (
  chain: readonly ItemLevel[],
  first: readonly StepName[],
  rules: readonly string[],
): readonly ItemLevel[] => {
  const rest = [...chain]
  const ahead = first.map((step) => {
    const own = rest.findLastIndex((each) => each.step === step)
    const [stood] = rest.splice(own < 0 ? rest.length - 1 : own, 1)
    return { step, rules: [...rules, ...(stood?.rules ?? [])], before: true, reason: stood?.reason ?? false }
  })
  return [...ahead, ...rest.map((each) => ({ ...each, before: false }))]
}
