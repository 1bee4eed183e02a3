import { z } from "zod"

/** A unit of which everything that is owed has still to be counted anew; its id is the unit's. */
export const Recount = z.object({ id: z.string(), dueAt: z.number() }).readonly()
export type Recount = z.output<typeof Recount>
