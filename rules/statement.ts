import { z } from "zod"
import type { Account } from "./account.ts"
import { inForce } from "./force.ts"
import type { Said } from "./owed.ts"
import type { Stack } from "./stack.ts"
import type { UnitKind } from "./unit.ts"

/** What somebody who keeps passwords states for a month: that logins were safe, and what else the rulebooks list. */
export const Statement = z
  .object({
    /** The obligation that it settles. */
    id: z.string(),
    personId: z.string(),
    unitId: z.string(),
    /** `2026-03` */
    month: z.string(),
    /** What was not kept, by the ids of the ticks; empty when everything was. */
    broken: z.array(z.string()).readonly(),
    /** What they said about it. */
    note: z.string().nullable(),
    by: z.string(),
    at: z.number(),
  })
  .readonly()
export type Statement = z.output<typeof Statement>

/** One line of a statement, in the rulebooks' words. */
export interface Line extends Said {
  readonly id: string
}

/** Every line that the checklists of a statement have for an account; one that two rulebooks share stands once. */
export const linesFor = (
  stack: Stack,
  unitKind: UnitKind,
  { platform }: Pick<Account, "platform">,
): readonly Line[] => {
  const lines = new Map<string, Line>()
  for (const { rule } of inForce(stack, "checklist", { unitKind, platform }))
    if (rule.for === "safe-login" || rule.for === "statement.monthly")
      for (const tick of rule.ticks) if (!lines.has(tick.id)) lines.set(tick.id, tick)
  return [...lines.values()]
}
