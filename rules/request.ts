import { z } from "zod"
import { Draft } from "./account.ts"
import { Purpose } from "./profile.ts"

const wanted = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("register"), draft: Draft, lastPostAt: z.number().nullable() }),
  z.object({ kind: z.literal("edit"), accountId: z.string(), patch: Draft.unwrap().partial().readonly() }),
  z.object({ kind: z.literal("open"), draft: Draft, purpose: Purpose }),
  z.object({ kind: z.literal("redate"), obligationId: z.string(), on: z.string(), reason: z.string() }),
  z.object({
    kind: z.literal("done"),
    obligationId: z.string(),
    on: z.string(),
    proof: z.string().nullable(),
  }),
  z.object({ kind: z.literal("import"), uploadId: z.string() }),
])

/** Something that a rule refuses in principle (原则上), or that needs a second person, kept until somebody has decided. */
export const Request = z
  .object({
    id: z.string(),
    unitId: z.string(),
    wanted: wanted.readonly(),
    /** The rules that say no, as rulebook and rule: what the leader is asked to pass, and nothing else. */
    rules: z.array(z.string()).readonly(),
    by: z.string(),
    at: z.number(),
    /** The people who got a card. */
    asked: z.array(z.string()).readonly(),
    state: z.enum(["waiting", "approved", "refused"]),
    /** When it is forgotten. */
    dueAt: z.number(),
  })
  .readonly()
export type Request = z.output<typeof Request>
export type Wanted = Request["wanted"]
