import type { Platform } from "./account.ts"
import { isOpen } from "./figure.ts"
import { type Fillable, strengths } from "./kinds/common.ts"
import { type KindName, kinds, type Rule, type RuleOf } from "./kinds/index.ts"
import type { Cited, CitedFigure, Stack } from "./stack.ts"
import type { Verdict } from "./strictness.ts"
import type { UnitKind } from "./unit.ts"

/** A rule with its open figures filled. */
export interface Filled<R extends Rule = Rule> extends Cited<R> {
  /** Which fields a house figure filled. */
  readonly filled: Partial<Readonly<Record<Fillable, CitedFigure>>>
}

/** A rule that applies. */
export interface InForce<R extends Rule = Rule> extends Filled<R> {
  /** The rules of the same measure that it goes before, because it is stricter or asks the same. */
  readonly over: readonly { readonly cited: Filled<R>; readonly asks: "less" | "the same" }[]
}

/** Whose rules are asked for; a null platform means the unit itself, whatever its accounts. */
export interface Scope {
  readonly unitKind: UnitKind
  readonly platform: Platform | null
}

const appliesTo = ({ applies }: Rule, { unitKind, platform }: Scope): boolean =>
  (applies.units?.includes(unitKind) ?? true) &&
  (platform === null || (applies.platforms?.includes(platform) ?? true))

/** A date that somebody sets each time is nobody's figure to give; a list that ends in 等 goes on. */
const isLeftOpen = (value: unknown): boolean =>
  Array.isArray(value)
    ? value.includes("others")
    : typeof value === "object" && value !== null && isOpen(value) && value.open !== "per case"

/** What a list names itself stays in it. */
const joined = (own: unknown, offered: unknown): unknown =>
  Array.isArray(own) && Array.isArray(offered)
    ? [
        ...new Set<unknown>([
          ...(own as unknown[]).filter((each) => each !== "others"),
          ...(offered as unknown[]),
        ]),
      ]
    : offered

/** What a rule need not speak of at all, and a house may. */
const unsaid: readonly Fillable[] = [
  "then",
  "warn",
  "halfway",
  "late",
  "days",
  "checkIn",
  "checksIn",
  "inPerson",
  "of",
  "reviewers",
  "answer",
]

/** Puts house figures where a rule leaves something open; the figure nearest to the unit counts. */
const fill = <K extends KindName>(kind: K, cited: Cited<RuleOf<K>>, figures: Stack["figures"]) => {
  const { asks, usually, fillable } = kinds[kind]
  const saidOf = (word: string | undefined) => figures.filter(({ figure }) => figure.for === word).reverse()
  const offers = [...saidOf(asks(cited.rule)), ...saidOf(usually)]
  const rule: Record<string, unknown> = { ...cited.rule }
  const filled: Partial<Record<Fillable, CitedFigure>> = {}
  for (const field of fillable) {
    const now = rule[field]
    const open = now === undefined ? unsaid.includes(field) : isLeftOpen(now)
    const offer = open ? offers.find(({ figure }) => figure[field] !== undefined) : undefined
    if (offer === undefined) continue
    rule[field] = joined(now, offer.figure[field])
    filled[field] = offer
  }
  return { ...cited, rule: rule as RuleOf<K>, filled }
}

/** Whether one rule speaks of every account that the other speaks of. */
const covers = (a: Rule, b: Rule, { platform }: Scope): boolean => {
  const mine = a.applies.platforms
  const theirs = b.applies.platforms
  const onAll =
    platform !== null || mine === undefined || theirs?.every((each) => mine.includes(each)) === true
  return onAll && (a.applies.accounts === undefined || a.applies.accounts === b.applies.accounts)
}

/** How one rule stands to another that it might make superfluous; null when both have to be kept. */
const verdict = <K extends KindName>(kind: K, a: RuleOf<K>, b: RuleOf<K>, scope: Scope): Verdict => {
  const { measure, compare } = kinds[kind]
  if (measure(a) !== measure(b) || !covers(a, b, scope)) return null
  if (strengths.indexOf(a.strength) < strengths.indexOf(b.strength)) return null
  return compare(a, b)
}

/** A stack never changes, so what is in force under it is worked out once for everybody who asks. */
const known = new WeakMap<Stack, Map<string, readonly InForce[]>>()

/**
 * The rules of one kind that apply: of one measure the strictest, unless a harder rule asks for less. When two ask
 * the same, the one nearest to the unit stands for both, and a regulation before the house.
 */
export const inForce = <K extends KindName>(
  stack: Stack,
  kind: K,
  scope: Scope,
): readonly InForce<RuleOf<K>>[] => {
  const results = known.get(stack) ?? new Map<string, readonly InForce[]>()
  known.set(stack, results)
  const key = `${kind} ${scope.unitKind} ${scope.platform ?? ""}`
  const result =
    (results.get(key) as readonly InForce<RuleOf<K>>[] | undefined) ?? workedOut(stack, kind, scope)
  results.set(key, result)
  return result
}

const workedOut = <K extends KindName>(
  stack: Stack,
  kind: K,
  scope: Scope,
): readonly InForce<RuleOf<K>>[] => {
  const rank = ({ book, rule }: Cited): number =>
    (rule.origin === "house" ? stack.books.length : 0) - stack.books.indexOf(book)
  const all = stack.rules
    .filter((cited): cited is Cited<RuleOf<K>> => cited.rule.kind === kind)
    .filter(({ rule }) => appliesTo(rule, scope))
    .map((cited) => fill(kind, cited, stack.figures))
    .sort((a, b) => rank(a) - rank(b))
  const goesBefore = (a: number, b: number): Verdict => {
    const [first, second] = [all[a], all[b]]
    if (first === undefined || second === undefined || a === b) return null
    const found = verdict(kind, first.rule, second.rule, scope)
    if (found === null || found < 0) return null
    return found === 0 && verdict(kind, second.rule, first.rule, scope) === 0 && a > b ? null : found
  }
  return all.flatMap((cited, index) => {
    if (all.some((_, other) => goesBefore(other, index) !== null)) return []
    const over = all.flatMap((each, other) => {
      const found = goesBefore(index, other)
      return found === null
        ? []
        : [{ cited: each, asks: found > 0 ? ("less" as const) : ("the same" as const) }]
    })
    return [{ ...cited, over }]
  })
}
