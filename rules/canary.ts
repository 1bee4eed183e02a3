import { z } from "zod"

/**
 * What goes through everything that a message goes through: the store, the clock, the outbox, the messenger and its
 * answer. When it was put in also says when the bot was last there.
 */
export const Canary = z
  .object({
    id: z.string(),
    putAt: z.number(),
    /** When the clock is to take it; null while it is on its way, or was not sent at all. */
    dueAt: z.number().nullable(),
    /** When the latest one came back. */
    backAt: z.number().nullable(),
  })
  .readonly()
export type Canary = z.output<typeof Canary>
