import { z } from "zod"

/** The running period of one quota rule on one account; due when the period is over. */
export const Clock = z
  .object({
    id: z.string(),
    accountId: z.string(),
    /** Rulebook and rule, `national:N-14`. */
    rule: z.string(),
    /** The first and the last day of the period, both included. */
    from: z.string(),
    until: z.string(),
    needed: z.number(),
    count: z.number(),
    dueAt: z.number(),
  })
  .readonly()
export type Clock = z.output<typeof Clock>

/** A quota that was missed, kept for good. */
export const Miss = z
  .object({
    id: z.string(),
    accountId: z.string(),
    rule: z.string(),
    from: z.string(),
    until: z.string(),
    needed: z.number(),
    count: z.number(),
    at: z.number(),
    /** How many more were reported afterwards; the miss stays. */
    later: z.number().optional(),
  })
  .readonly()
export type Miss = z.output<typeof Miss>
