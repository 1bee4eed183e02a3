import { z } from "zod"

/** The lanes of the outbox, the first overtaking the others. */
export const lanes = ["emergency", "answer", "notice", "digest"] as const
export const Lane = z.enum(lanes)
export type Lane = z.output<typeof Lane>

/** A button: either a command that nobody has to type (`press`, at most 64 bytes), or a link. */
export const Button = z
  .union([
    z.object({ label: z.string(), press: z.string() }),
    z.object({ label: z.string(), url: z.string() }),
  ])
  .readonly()
export type Button = z.output<typeof Button>

/** What a person reads. Text is plain: names show as they were typed. */
export const Body = z
  .object({
    text: z.string(),
    buttons: z.array(z.array(Button).readonly()).readonly().optional(),
    /** People named in the text, by position in UTF-16 units. */
    mentions: z
      .array(z.object({ offset: z.number(), length: z.number(), user: z.string() }).readonly())
      .readonly()
      .optional(),
    /** Asks for an answer: in a group the person's messenger opens a reply. */
    ask: z.boolean().optional(),
    file: z.object({ name: z.string(), base64: z.string() }).readonly().optional(),
  })
  .readonly()
export type Body = z.output<typeof Body>

/** Who is to read it: an enrolled person in private, or a chat by the messenger's own id. */
export const Recipient = z
  .object({
    kind: z.enum(["person", "chat"]),
    id: z.string(),
    topic: z.string().nullable().optional(),
  })
  .readonly()
export type Recipient = z.output<typeof Recipient>

/** One message on its way out. */
export const Outgoing = z
  .object({
    id: z.string(),
    /** Posting the same key twice is harmless. */
    key: z.string(),
    to: Recipient,
    lane: Lane,
    body: Body,
    /** The message this one answers, by the messenger's id. */
    replyTo: z.string().nullable(),
    /** Key of an earlier message that this one replaces in place. */
    edits: z.string().nullable(),
    /** When it may leave; once sent, when its row is forgotten; null when nothing more happens to it. */
    dueAt: z.number().nullable(),
    createdAt: z.number(),
    attempts: z.number(),
    state: z.enum(["waiting", "sending", "sent", "failed"]),
    /** True when a call may have succeeded without an answer: the repeat says so. */
    doubtful: z.boolean(),
    chat: z.string().nullable(),
    messageId: z.string().nullable(),
    sentAt: z.number().nullable(),
    fault: z.string().nullable(),
  })
  .readonly()
export type Outgoing = z.output<typeof Outgoing>
