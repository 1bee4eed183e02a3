import { z } from "zod"
import { Layer } from "./roster.ts"

const Part = z.object({ layer: Layer, personId: z.string(), from: z.number(), to: z.number() }).readonly()

/** Two people change shifts, or one takes another's; needs both, or somebody who arranges the roster. */
export const Swap = z
  .object({
    id: z.string(),
    unitId: z.string(),
    give: Part,
    /** Who takes it. */
    withId: z.string(),
    /** What they give for it; null when it is taken over for nothing. */
    take: Part.nullable(),
    /** Who still has to agree; null once it is settled. */
    askedId: z.string().nullable(),
    state: z.enum(["asked", "done", "refused", "withdrawn", "lapsed", "undone"]),
    /** The changes that it made. */
    batch: z.string().nullable(),
    by: z.string(),
    at: z.number(),
    /** When the first of the shifts starts, while somebody is asked. */
    dueAt: z.number().nullable(),
  })
  .readonly()
export type Swap = z.output<typeof Swap>

/** When the first of its shifts starts: until then it can be agreed to, and undone. */
export const startOf = ({ give, take }: Pick<Swap, "give" | "take">): number =>
  Math.min(give.from, take?.from ?? give.from)
