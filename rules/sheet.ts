import { z } from "zod"
import { Layer } from "./roster.ts"

/** A roster that somebody sent: shown as a dry run, applied on a press, undone as one step. */
export const RosterSheet = z
  .object({
    id: z.string(),
    unitId: z.string(),
    name: z.string(),
    state: z.enum(["previewed", "applied", "undone", "dropped"]),
    shifts: z
      .array(z.object({ layer: Layer, personId: z.string(), from: z.number(), to: z.number() }).readonly())
      .readonly(),
    /** The changes that taking it in made. */
    batch: z.string().nullable(),
    by: z.string(),
    dueAt: z.number(),
  })
  .readonly()
export type RosterSheet = z.output<typeof RosterSheet>
