import { z } from "zod"
import { days } from "./time.ts"

/** How long a request is known, so that the same again is answered the same. */
export const KNOWN_FOR = days(1)

/** What was answered to a request that came with a key of its own. Its id is made of token and key. */
export const Repeat = z
  .object({
    id: z.string(),
    /** SHA-256 of what was asked. */
    asked: z.string(),
    status: z.number(),
    answer: z.string(),
    dueAt: z.number(),
  })
  .readonly()
export type Repeat = z.output<typeof Repeat>
