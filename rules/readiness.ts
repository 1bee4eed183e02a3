import { z } from "zod"
import type { Source } from "./owed.ts"
import type { Stack } from "./stack.ts"
import { inForce } from "./force.ts"
import type { UnitKind } from "./unit.ts"

/** What a unit has to keep: its papers, its contacts, its channels. */
export const kept = ["unit.documents", "unit.contacts", "unit.channels"] as const
export const Kept = z.enum(kept)
export type Kept = z.output<typeof Kept>

/** One line of a unit's list that is there, with where it is to be found. */
export const Paper = z
  .object({
    /** Unit, list and line: `UNIT/unit.documents/security`. */
    id: z.string(),
    unitId: z.string(),
    of: Kept,
    line: z.string(),
    /** Where it is kept, or who it is; no telephone number is asked for. */
    note: z.string().nullable(),
    by: z.string(),
    at: z.number(),
  })
  .readonly()
export type Paper = z.output<typeof Paper>

/** One line that a rulebook asks for, and whether it is there. */
export interface Line {
  readonly of: Kept
  readonly line: string
  readonly says: string
  readonly saysEn?: string | undefined
  readonly paper: Paper | null
}

/** One of a unit's lists: how far it has come, and what asks for it. */
export interface Readiness {
  readonly of: Kept
  readonly lines: readonly Line[]
  readonly sources: readonly Source[]
}

/** Every list that the rulebooks ask a unit to keep; what several of them ask for stands in it once. */
export const readinessOf = (
  stack: Stack,
  unitKind: UnitKind,
  papers: readonly Paper[],
): readonly Readiness[] => {
  const lists = inForce(stack, "checklist", { unitKind, platform: null })
  return kept.flatMap((of) => {
    const asking = lists.filter(({ rule }) => rule.for === of)
    const ticks = new Map(asking.flatMap(({ rule }) => rule.ticks).map((tick) => [tick.id, tick]))
    const lines = [...ticks.values()].map(({ id, says, saysEn }) => ({
      of,
      line: id,
      says,
      saysEn,
      paper: papers.find((paper) => paper.of === of && paper.line === id) ?? null,
    }))
    const sources = asking.map(({ book, rule }) => ({
      title: book.title,
      titleEn: book.titleEn,
      article: rule.article,
      origin: rule.origin,
    }))
    return lines.length === 0 ? [] : [{ of, lines, sources }]
  })
}
