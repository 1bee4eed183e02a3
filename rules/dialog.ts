import { z } from "zod"

/** A command that is still being filled in by one person in one chat. */
export const Dialog = z
  .object({
    /** Chat and person, so that each has one dialog at a time. */
    id: z.string(),
    /** Tells the buttons of this dialog from those of an older one. */
    nonce: z.string(),
    command: z.string(),
    /** What has been answered so far, as typed or pressed. */
    answers: z.record(z.string(), z.string()),
    /** The field that was asked for last. */
    asking: z.string(),
    /** What has been ticked so far, where several may be. */
    picked: z.array(z.string()).readonly(),
    page: z.number(),
    /** What may be pressed, when it is fewer than the field offers: `value` and `label` pairs. */
    narrowed: z
      .array(z.object({ value: z.string(), label: z.string() }).readonly())
      .readonly()
      .nullable(),
    chat: z.string(),
    topic: z.string().nullable(),
    /** Key of the outgoing message with the question. */
    question: z.string(),
    /** When it is forgotten. */
    dueAt: z.number(),
  })
  .readonly()
export type Dialog = z.output<typeof Dialog>
