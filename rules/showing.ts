import { z } from "zod"
import { minutes } from "./time.ts"

/** How long a secret waits to be seen. */
export const SHOWN_WITHIN = minutes(15)

/** A link under which a secret is shown once. Its id is the SHA-256 of what the link ends with. */
export const Showing = z
  .object({
    id: z.string(),
    /** The token whose secret it is; null when it is that of a hook. */
    token: z.string().nullable(),
    hook: z.string().nullable().optional(),
    dueAt: z.number(),
  })
  .readonly()
export type Showing = z.output<typeof Showing>
