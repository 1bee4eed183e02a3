import { inForce, type InForce } from "../force.ts"
import type { Limit } from "../kinds/limit.ts"
import type { Require } from "../kinds/require.ts"
import { isEnded } from "../life.ts"
import type { Titled } from "../owed.ts"
import type { Stack } from "../stack.ts"
import { type Case, limited, required } from "./checks.ts"
import { type Candidate, type Finding, isLacking, type Neighbour, type Sponsor } from "./findings.ts"

/**
 * Something that a rule has against an account. Hard: refused. Soft: refused, unless the leader in charge passes it
 * with a written reason. A note is told, and hinders nothing.
 */
export interface Objection {
  /** Rulebook and rule: what an `Exception` names. */
  readonly rule: string
  readonly article: string
  readonly book: Titled & { readonly id: string }
  readonly origin: "text" | "house" | "national"
  readonly strength: "hard" | "soft" | "note"
  /** True when something has not been said yet, rather than said wrong. */
  readonly missing: boolean
  readonly finding: Finding
}

type Ruling = InForce<Require> | InForce<Limit>

const judge = (the: Case, { rule }: Ruling): Finding | null => {
  if (rule.kind === "require") {
    return rule.at === undefined ? (required[rule.require]?.(the, rule.atLeast ?? 1) ?? null) : null
  }
  return typeof rule.atMost === "number" ? (limited[rule.limit]?.(the, rule.atMost) ?? null) : null
}

/** Whether the rule speaks of an account such as this. */
const speaksOf = ({ account }: Case, { rule }: Ruling): boolean => {
  switch (rule.applies.accounts) {
    case undefined:
      return true
    case "main":
      return account.main
    case "outsourced":
      return account.operator !== null
    default:
      return false
  }
}

const strengthOf = ({ rule }: Ruling, finding: Finding): Objection["strength"] => {
  if (rule.kind === "require" && rule.missing === "note" && isLacking(finding)) return "note"
  return rule.strength === "aim" ? "note" : rule.strength
}

const objectionBy = (the: Case, ruling: Ruling): Objection[] => {
  const finding = speaksOf(the, ruling) ? judge(the, ruling) : null
  if (finding === null) return []
  const { book, rule, key } = ruling
  return [
    {
      rule: key,
      article: rule.article,
      book: { id: book.id, title: book.title, titleEn: book.titleEn },
      origin: rule.origin,
      strength: strengthOf(ruling, finding),
      missing: isLacking(finding),
      finding,
    },
  ]
}

const rulingsOn = (the: Case, stack: Stack): readonly Ruling[] => {
  const scope = { unitKind: the.sponsor.kind, platform: the.account.platform }
  return [...inForce(stack, "require", scope), ...inForce(stack, "limit", scope)]
}

/** The stack without the soft rules that were passed for this account, and without those that ask the very same. */
const withoutPassed = (the: Case, stack: Stack): Stack => {
  const passed = new Set(the.account.exceptions.map(({ rule }) => rule))
  const gone = rulingsOn(the, stack)
    .map(({ key, rule, over }) => ({
      soft: rule.strength === "soft",
      keys: [key, ...over.filter(({ asks }) => asks === "the same").map(({ cited }) => cited.key)],
    }))
    .filter(({ soft, keys }) => soft && keys.some((key) => passed.has(key)))
    .flatMap(({ keys }) => keys)
  if (gone.length === 0) return stack
  return withoutPassed(the, { ...stack, rules: stack.rules.filter(({ key }) => !gone.includes(key)) })
}

const order = ["hard", "soft", "note"] as const

/** One finding is told once, by the hardest rule that makes it. */
const onceEach = (objections: readonly Objection[]): readonly Objection[] => {
  const told = new Set<string>()
  return [...objections]
    .sort((a, b) => order.indexOf(a.strength) - order.indexOf(b.strength))
    .filter(({ finding }) => {
      const what = finding.code === "no-role" ? `${finding.code} ${finding.role}` : finding.code
      return told.has(what) ? false : told.add(what)
    })
}

/**
 * Everything the rulebooks have against this account of this unit, the hardest first. `others` may hold accounts of
 * any unit; those that are over and the account itself do not count. What was passed before is not raised again.
 */
export const objections = (
  stack: Stack,
  sponsor: Sponsor,
  account: Candidate,
  others: readonly Neighbour[],
): readonly Objection[] => {
  const [own, foreign]: [Neighbour[], Neighbour[]] = [[], []]
  for (const each of others)
    if (!isEnded(each) && each.id !== account.id) (each.unitId === sponsor.id ? own : foreign).push(each)
  const the: Case = { sponsor, account, own, foreign }
  return onceEach(rulingsOn(the, withoutPassed(the, stack)).flatMap((ruling) => objectionBy(the, ruling)))
}
