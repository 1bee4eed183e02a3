import { z } from "zod"

/** One publication on an account, as an operator reported it. */
export const Post = z
  .object({
    id: z.string(),
    accountId: z.string(),
    at: z.number(),
    link: z.string().nullable(),
    original: z.boolean(),
    by: z.string(),
    recordedAt: z.number(),
    /** Posts reported in one message share a batch, and are undone together. */
    batchId: z.string(),
    /** The reviewed item that it is; null or absent where it is none. */
    itemId: z.string().nullable().optional(),
  })
  .readonly()
export type Post = z.output<typeof Post>
