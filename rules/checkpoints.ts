import type { Account } from "./account.ts"
import type { Calendar } from "./calendar.ts"
import { dueOf } from "./due.ts"
import { inForce } from "./force.ts"
import { speaksOf } from "./planning.ts"
import type { Stack } from "./stack.ts"
import type { Day } from "./time.ts"
import type { UnitKind } from "./unit.ts"

/** One thing that a check looks at, and what asks for it. */
export interface Checkpoint {
  readonly id: string
  readonly says: string
  readonly saysEn?: string | undefined
  readonly rules: readonly string[]
}

/** What a check of this account looks at: each thing once, a regulation cited before the house. */
export const checkpointsOf = (
  stack: Stack,
  unitKind: UnitKind,
  account: Pick<Account, "platform" | "main" | "operator"> | null,
): readonly Checkpoint[] => {
  const points = new Map<string, Checkpoint>()
  const lists = inForce(stack, "checklist", { unitKind, platform: account?.platform ?? null })
    .filter(({ rule }) => rule.for === "check.monthly")
    .flatMap((first) => [first, ...first.over.map(({ cited }) => cited)])
    .filter((cited) => speaksOf(cited, account))
    .sort((a, b) => Number(a.rule.origin === "house") - Number(b.rule.origin === "house"))
  for (const { key, rule } of lists)
    for (const { id, says, saysEn } of rule.ticks) {
      const known = points.get(id)
      // What a regulation asks for needs no agreement of the house beside it.
      const rules =
        known === undefined ? [key] : rule.origin === "house" ? known.rules : [...known.rules, key]
      points.set(id, { ...(known ?? { id, says, saysEn }), rules: [...new Set(rules)] })
    }
  return [...points.values()]
}

/** The last day of a length that the house gives; today where it gives none. */
export const due = (
  calendar: Calendar,
  figures: Stack["figures"],
  what: "finding.due" | "finding.close",
  from: Day,
): Day => {
  const within = figures.findLast(({ figure }) => figure.for === what)?.figure.within
  return within === undefined ? from : dueOf(calendar, from, within).day
}
