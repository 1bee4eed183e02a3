import { z } from "zod"
import { inForce } from "./force.ts"
import type { Said } from "./owed.ts"
import type { Quantity } from "./quantity.ts"
import type { Stack } from "./stack.ts"
import type { UnitKind } from "./unit.ts"

/** What whoever goes off duty leaves to whoever comes on. */
export const Handnote = z
  .object({
    at: z.number(),
    by: z.string(),
    /** What it had to speak of, as the rulebooks had it then. */
    lines: z
      .array(z.object({ id: z.string(), says: z.string(), saysEn: z.string().optional() }).readonly())
      .readonly(),
    /** Of which of these there is something to say, by the ids of the lines; empty when all is well. */
    about: z.array(z.string()).readonly(),
    said: z.string().nullable(),
  })
  .readonly()
export type Handnote = z.output<typeof Handnote>

/** One line of it, in the rulebooks' words. */
export interface Line extends Said {
  readonly id: string
}

/** What a hand-over has to speak of; a line that two rulebooks share stands once. Empty where no rulebook asks for one. */
export const linesFor = (stack: Stack, unitKind: UnitKind): readonly Line[] => {
  const lines = new Map<string, Line>()
  for (const { rule } of inForce(stack, "checklist", { unitKind, platform: null }))
    if (rule.for === "duty.hand-over")
      for (const { id, says, saysEn } of rule.ticks)
        if (!lines.has(id)) lines.set(id, { id, says, ...(saysEn === undefined ? {} : { saysEn }) })
  return [...lines.values()]
}

/** How long after a turn its note may still be written, or put right, as whoever stands nearest to the unit says. */
export const openFor = ({ figures }: Pick<Stack, "figures">): Quantity | null =>
  figures.findLast(({ figure }) => figure.for === "duty.hand-over" && figure.within !== undefined)?.figure
    .within ?? null
