import { z } from "zod"

/** A time at which a unit's people are looked after: the morning digest, the last call. */
export const Round = z
  .object({
    id: z.string(),
    unitId: z.string(),
    kind: z.enum(["digest", "last-call"]),
    dueAt: z.number(),
    /** When it last took place; what has happened since is news. */
    lastRunAt: z.number().nullable().optional(),
  })
  .readonly()
export type Round = z.output<typeof Round>
