import { z } from "zod"
import { Step } from "./kinds/common.ts"

/**
 * Somebody shows, by one tap in working hours, that a message reaches them: before a first shift, or in a monthly test.
 * `unreached`: that no message reaches them was told, until one does again.
 */
export const Handshake = z
  .object({
    id: z.string(),
    kind: z.enum(["first-shift", "test", "unreached"]),
    unitId: z.string(),
    personId: z.string(),
    /** When the first shift starts, or the test was sent. */
    of: z.number(),
    askedAt: z.number(),
    answeredAt: z.number().nullable(),
    /** Who hears when it is not answered by then. */
    tell: Step.nullable(),
    dueAt: z.number().nullable(),
  })
  .readonly()
export type Handshake = z.output<typeof Handshake>
