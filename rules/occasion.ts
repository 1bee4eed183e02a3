import { z } from "zod"
import { Part } from "./change.ts"
import { events } from "./vocabulary.ts"

/** Something that happened on a day, or at a minute, and starts what the rules tie to it. */
export const Occasion = z
  .object({
    /** Names it, so that noting it twice changes nothing: `account.opened/ACCOUNT`. */
    id: z.string(),
    kind: z.enum(events),
    /** A day, or the very minute where a rule may count hours. */
    on: z.union([z.string(), z.number()]),
    unitId: z.string(),
    accountId: z.string().nullable(),
    /** Whom it is about: who leaves. */
    personId: z.string().nullable(),
    /** Only the rules of this rulebook: what its coming into force starts. */
    book: z.string().nullable(),
    /** The day that was set for this case, where a rule leaves it to be set. */
    dueOn: z.string().nullable(),
    /** How many followers the account had, where a rule tells accounts apart by that. */
    followers: z.number().optional(),
    /** What has changed, where a change is what happened. */
    parts: z.array(Part).readonly().optional(),
    /**
     * Who does what it asks for, where that is another unit, by act; null where another occasion asks for it now.
     */
    given: z.record(z.string(), z.string().nullable()).readonly().optional(),
    /** What people said about it. */
    note: z.string().nullable(),
    by: z.string(),
    at: z.number(),
    /** The days that were said before, with who put them right, and why. */
    corrected: z
      .array(
        z
          .object({ from: z.string(), to: z.string(), by: z.string(), at: z.number(), reason: z.string() })
          .readonly(),
      )
      .readonly()
      .optional(),
  })
  .readonly()
export type Occasion = z.output<typeof Occasion>
