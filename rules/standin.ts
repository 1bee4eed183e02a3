import { z } from "zod"
import { Role } from "./person.ts"
import type { Day } from "./time.ts"

/** Who takes whose place in a role, in writing and for a time (代理). */
export const StandIn = z
  .object({
    id: z.string(),
    unitId: z.string(),
    role: Role,
    /** The person who is away. */
    forId: z.string(),
    personId: z.string(),
    /** The first and the last day. */
    from: z.string(),
    to: z.string(),
    paper: z.string().nullable(),
    by: z.string(),
    at: z.number(),
    endedAt: z.number().nullable(),
  })
  .readonly()
export type StandIn = z.output<typeof StandIn>

/** Whether it holds on a day. */
export const standsOn = ({ from, to, endedAt }: StandIn, day: Day): boolean =>
  endedAt === null && from <= day && day <= to
