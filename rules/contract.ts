import { z } from "zod"

/** With whom an account's running was agreed, and until when; no paper is kept, only that there is one. */
export const Contract = z
  .object({
    id: z.string(),
    accountId: z.string(),
    operator: z.string(),
    signedOn: z.string(),
    endsOn: z.string(),
    /** The lines of the contract that somebody says are in it. */
    ticks: z.array(z.string()).readonly(),
    by: z.string(),
    at: z.number(),
  })
  .readonly()
export type Contract = z.output<typeof Contract>
