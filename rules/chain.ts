import type { Platform } from "./account.ts"
import { inForce, type InForce } from "./force.ts"
import type { Approval } from "./kinds/approval.ts"
import type { Checklist } from "./kinds/checklist.ts"
import type { Rule } from "./kinds/index.ts"
import type { Level, Procedure, StepName } from "./procedure.ts"
import type { Stack } from "./stack.ts"
import type { UnitKind } from "./unit.ts"

/** One line to tick, with the rules that ask for it. */
export interface AskedTick {
  readonly id: string
  readonly says: string
  readonly saysEn?: string | undefined
  readonly rules: readonly string[]
}

/** All that the rulebooks in force ask before something may be done. */
export interface Asked {
  readonly chain: readonly Level[]
  readonly differentPeople: boolean
  readonly inPerson: readonly StepName[]
  readonly attach: readonly { readonly what: string; readonly rules: readonly string[] }[]
  readonly ticks: readonly AskedTick[]
  /** The only reasons that count, in the rulebooks' own words; null where any will do. */
  readonly reasons: readonly string[] | null
  /** The rules that name the reasons. */
  readonly reasonRules: readonly string[]
}

/** The account and the kind of its unit: what a rule may tell apart. */
export interface Asking {
  readonly unitKind: UnitKind
  readonly platform: Platform
  readonly main: boolean
  readonly operator: string | null
  /** Whether it does a news service, or shows films. */
  readonly news: boolean
}

/** Whether a rule speaks of such an account. */
export const speaksOf = ({ applies }: Pick<Rule, "applies">, account: Omit<Asking, "unitKind">): boolean => {
  switch (applies.accounts) {
    case undefined:
    case "government":
      return true
    case "main":
      return account.main
    case "outsourced":
      return account.operator !== null
    case "news":
      return account.news
  }
}

/** Puts several chains into one: every level of each, and each in its own order. */
export const together = (chains: readonly (readonly StepName[])[]): readonly StepName[] => {
  const merged: StepName[] = []
  for (const chain of chains) {
    let place = 0
    for (const step of chain) {
      const known = merged.indexOf(step)
      if (known < 0) merged.splice(place, 0, step)
      place = (known < 0 ? place : known) + 1
    }
  }
  return merged
}

/** A rule with those it goes before: all of them are cited, a regulation before the house. */
export const rulesOf = <R extends Rule>(
  cited: readonly InForce<R>[],
  asks: (rule: R) => boolean,
): readonly string[] => {
  const all = cited
    .flatMap((each) => [each, ...each.over.map((over) => over.cited)])
    .filter(({ rule }) => asks(rule))
  const texts = all.filter(({ rule }) => rule.origin !== "house")
  return [...new Set((texts.length > 0 ? texts : all).map(({ key }) => key))]
}

/** What the rulebooks ask before `subject`, the strictest of each: chains are put together, reasons have to suit all. */
export const asked = (stack: Stack, subject: Approval["for"], account: Asking): Asked => {
  const scope = { unitKind: account.unitKind, platform: account.platform }
  const speaks = ({ rule }: { readonly rule: Approval | Checklist }) =>
    rule.for === subject && speaksOf(rule, account)
  const approvals = inForce(stack, "approval", scope).filter(speaks)
  const checklists = inForce(stack, "checklist", scope).filter(speaks)
  const steps = together(approvals.map(({ rule }) => rule.steps ?? []))
  const attach = [...new Set(approvals.flatMap(({ rule }) => rule.attach ?? []))]
  const ticks = new Map(checklists.flatMap(({ rule }) => rule.ticks.map((tick) => [tick.id, tick])))
  const reasons = approvals.flatMap(({ rule }) => (rule.reasons === undefined ? [] : [rule.reasons]))
  return {
    chain: steps.map((step) => ({
      step,
      rules: rulesOf(approvals, (rule) => rule.steps?.includes(step) === true),
    })),
    differentPeople: approvals.some(({ rule }) => rule.differentPeople),
    inPerson: [...new Set(approvals.flatMap(({ rule }) => rule.inPerson ?? []))],
    attach: attach.map((what) => ({
      what,
      rules: rulesOf(approvals, (rule) => rule.attach?.includes(what) === true),
    })),
    ticks: [...ticks.values()].map((tick) => ({
      ...tick,
      rules: rulesOf(checklists, (rule) => rule.ticks.some(({ id }) => id === tick.id)),
    })),
    reasons:
      reasons.length === 0 ? null : reasons.reduce((all, each) => all.filter((one) => each.includes(one))),
    reasonRules: rulesOf(approvals, (rule) => rule.reasons !== undefined),
  }
}

/** What is still missing before it may be sent in. */
export interface Lacking {
  readonly ticks: readonly AskedTick[]
  readonly attachments: Asked["attach"]
  /** Whether a reason was given that no rulebook knows, or none. */
  readonly reason: boolean
}

export const lacking = (
  asks: Asked,
  given: Pick<Procedure, "ticks" | "attachments" | "reason">,
): Lacking => ({
  ticks: asks.ticks.filter(({ id }) => !given.ticks.includes(id)),
  attachments: asks.attach.filter(({ what }) => !given.attachments.some((each) => each.what === what)),
  reason: asks.reasons !== null && !asks.reasons.includes(given.reason ?? ""),
})
