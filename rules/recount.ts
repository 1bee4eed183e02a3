import { z } from "zod"

/** A unit, or the rest of one, of which everything that is owed has still to be counted anew. */
export const Recount = z
  .object({
    /** The unit's, and from where on, when a part of it is done. */
    id: z.string(),
    unitId: z.string().optional(),
    /** The accounts up to this one, in order of id, are counted already. */
    after: z.string().nullable().optional(),
    /** The holiday notices that began it: those whose dates move are told. */
    years: z.array(z.string()).readonly().optional(),
    dueAt: z.number(),
  })
  .readonly()
export type Recount = z.output<typeof Recount>

export const unitOf = ({ id, unitId = id }: Recount): string => unitId
