import { z } from "zod"
import { minutes } from "./time.ts"

/** How long a secret waits to be seen. */
export const SHOWN_WITHIN = minutes(15)

/** A link under which a secret is shown once. Its id is the SHA-256 of what the link ends with. */
export const Showing = z
  .object({
    id: z.string(),
    /** Whose secret, by id. */
    token: z.string(),
    dueAt: z.number(),
  })
  .readonly()
export type Showing = z.output<typeof Showing>
