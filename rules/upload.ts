import { z } from "zod"

/** A ledger that somebody sent: shown as a dry run, applied on a press, undone as one step. */
export const Upload = z
  .object({
    id: z.string(),
    unitId: z.string(),
    by: z.string(),
    name: z.string(),
    state: z.enum(["previewed", "applied", "undone"]),
    /** The rows as read, checked again when applied. */
    rows: z.array(z.record(z.string(), z.string())).readonly(),
    /** The account rows as they stood before, by id; null for those that did not exist. */
    before: z.record(z.string(), z.unknown()),
    dueAt: z.number(),
  })
  .readonly()
export type Upload = z.output<typeof Upload>
