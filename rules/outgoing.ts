import { z } from "zod"

/** The lanes of the outbox, the first overtaking the others. Removals say nothing, and spend nothing of what may be said. */
export const lanes = ["removal", "emergency", "answer", "notice", "digest"] as const
export const Lane = z.enum(lanes)
export type Lane = z.output<typeof Lane>

/**
 * A button: a command that nobody has to type (`press`, at most 64 bytes), a link, or a page of our own that the messenger
 * opens within itself and tells who is looking (`page`, its address); the last in private chats alone.
 */
export const Button = z
  .union([
    z.object({ label: z.string(), press: z.string() }),
    z.object({ label: z.string(), url: z.string() }),
    z.object({ label: z.string(), page: z.string() }),
  ])
  .readonly()
export type Button = z.output<typeof Button>

/** A person named in a text, by position in UTF-16 units; `user` is the messenger's own id, `telegram:1234`. */
export const Mention = z.object({ offset: z.number(), length: z.number(), user: z.string() }).readonly()
export type Mention = z.output<typeof Mention>

/** A picture that goes with a text: drawn as SVG, made into pixels when it leaves. */
export const Picture = z
  .object({
    svg: z.string(),
    /** What it shows, in a few words, for whoever cannot see it. */
    alt: z.string(),
  })
  .readonly()
export type Picture = z.output<typeof Picture>

/** What a person reads. Text is plain: names show as they were typed. */
export const Body = z
  .object({
    text: z.string(),
    buttons: z.array(z.array(Button).readonly()).readonly().optional(),
    mentions: z.array(Mention).readonly().optional(),
    /** Asks for an answer: in a group the person's messenger opens a reply. */
    ask: z.boolean().optional(),
    file: z.object({ name: z.string(), base64: z.string() }).readonly().optional(),
    /** A photo that somebody sent before, by the messenger's own name for it: nobody keeps its bytes. */
    photo: z.string().optional(),
    /** Never without what it illustrates: where no picture can go, the text goes alone. */
    picture: Picture.optional(),
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

/** Somebody's message that has to go, and whom to tell of it. */
export const Removal = z
  .object({
    messageId: z.string(),
    /** The messenger's own id of whoever wrote it, `telegram:1234`; null when nobody can know. */
    sender: z.string().nullable(),
    place: z.enum(["private", "group"]),
    /** It tells who wrote to the office; without this it looks like a password. */
    about: z.literal("people").optional(),
  })
  .readonly()
export type Removal = z.output<typeof Removal>

/** One message on its way out. */
export const Outgoing = z
  .object({
    /** The key it was posted under: posting the same key twice is harmless. */
    id: z.string(),
    to: Recipient,
    lane: Lane,
    body: Body,
    /** The message this one answers, by the messenger's id. */
    replyTo: z.string().nullable(),
    /** Id of the earlier row whose message this one replaces in place. */
    edits: z.string().nullable(),
    /** What it takes away, instead of saying anything. */
    removes: Removal.optional(),
    /** It asks the messenger a harmless question instead of saying anything: whether messages get through. */
    probe: z.boolean().optional(),
    /** When it may leave. */
    leaveAt: z.number(),
    createdAt: z.number(),
    /** Its place among the messages that the same transaction posted. */
    turn: z.number(),
    /** `replaced`: a later one, or the message it was to edit, carries what there is to say. */
    state: z.enum(["waiting", "sending", "sent", "failed", "replaced"]),
    attempts: z.number(),
    /** How many parts of a long text have left. */
    part: z.number(),
    /** True when a call may have succeeded without an answer: the repeat says so. */
    doubtful: z.boolean(),
    /** The chat in which it stands, once sent. */
    chat: z.string().nullable(),
    /** What the messenger calls it; null when it shares its message with others, and cannot be edited. */
    messageId: z.string().nullable(),
    sentAt: z.number().nullable(),
    /** It is known at least so long, to be edited. */
    keptUntil: z.number().optional(),
    /** When its row is forgotten, once nothing more happens to it; null while it waits. */
    dueAt: z.number().nullable(),
    fault: z.string().nullable(),
  })
  .readonly()
export type Outgoing = z.output<typeof Outgoing>

/** Negative when the first lane overtakes the second. */
export const compareLanes = (one: Lane, other: Lane): number => lanes.indexOf(one) - lanes.indexOf(other)
