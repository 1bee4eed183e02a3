import { z } from "zod"

/** When the coming turns of a unit's roster are looked up again. Under the id of the unit. */
export const Muster = z
  .object({
    id: z.string(),
    /** How far the roster has been looked at. */
    seenUntil: z.number(),
    dueAt: z.number(),
  })
  .readonly()
export type Muster = z.output<typeof Muster>
