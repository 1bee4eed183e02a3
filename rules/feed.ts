import { z } from "zod"

/** A private link under which a calendar program finds shifts. Its id is the SHA-256 of what the link ends with. */
export const Feed = z
  .object({
    id: z.string(),
    /** Whose shifts; null for those of the whole unit. */
    personId: z.string().nullable(),
    unitId: z.string(),
    by: z.string(),
    at: z.number(),
    revokedAt: z.number().nullable(),
  })
  .readonly()
export type Feed = z.output<typeof Feed>
