import { z } from "zod"
import { faultKinds } from "../api/faults.ts"
import { phones } from "../world/world.ts"

/** What the control interface takes. Whom: an id, or the name of the phone they hold. */
const Who = z.union([z.number().int(), z.enum(phones)])
/** A group by its id, a private chat by whose it is. */
const Chat = Who
const MessageId = z.number().int().positive()
const Text = z.string().max(40_000)

const Said = z.strictObject({
  who: Who,
  chat: Chat.optional(),
  text: Text.optional(),
  replyTo: MessageId.optional(),
  topic: MessageId.optional(),
  anonymous: z.boolean().optional(),
  file: z
    .strictObject({
      name: z.string().min(1).max(255),
      base64: z.base64().optional(),
      size: z.number().int().min(0).max(60_000_000).optional(),
    })
    .refine(({ base64, size }) => (base64 === undefined) !== (size === undefined), "either base64 or size")
    .optional(),
})

export const schemas = {
  say: Said,
  edit: z.strictObject({ who: Who, chat: Chat.optional(), message: MessageId, text: Text.min(1) }),
  forward: z.strictObject({ who: Who, from: Chat.optional(), message: MessageId, to: Chat.optional() }),
  press: z.strictObject({
    who: Who,
    chat: Chat.optional(),
    message: MessageId.optional(),
    button: z.string().min(1).max(256),
  }),
  openLink: z.strictObject({ who: Who, link: z.string().max(256) }),
  erase: z.strictObject({ who: Who, chat: Chat.optional(), message: z.number().int() }),
  openPage: z.strictObject({ who: Who, page: z.string().max(2_048).optional() }),
  channelPost: z.strictObject({ chat: Chat, text: Text.min(1) }),
  join: z.strictObject({ who: Who, chat: Chat, by: Who.optional() }),
  leave: z.strictObject({ who: Who, chat: Chat, by: Who.optional() }),
  addBot: z.strictObject({ who: Who, chat: Chat }),
  kickBot: z.strictObject({ who: Who, chat: Chat }),
  promote: z.strictObject({ by: Who, chat: Chat, who: Who.optional(), admin: z.boolean() }),
  block: z.strictObject({ who: Who }),
  unblock: z.strictObject({ who: Who }),
  deactivate: z.strictObject({ who: Who, deactivated: z.boolean().optional() }),
  migrate: z.strictObject({ who: Who, chat: Chat }),
  openTopic: z.strictObject({ who: Who, chat: Chat, name: z.string().min(1).max(128) }),
  privacy: z.strictObject({ on: z.boolean() }),
  fault: z.strictObject({
    kind: z.enum(faultKinds),
    times: z.number().int().min(1).max(100_000),
    methods: z.array(z.string().max(64)).max(50).optional(),
    retryAfter: z.number().int().min(1).max(86_400).optional(),
    delay: z.number().int().min(0).max(60_000).optional(),
  }),
  unreachable: z.strictObject({
    duration: z
      .number()
      .int()
      .min(0)
      .max(31 * 86_400_000),
  }),
  repeatUpdates: z.strictObject({ count: z.number().int().min(0).max(100_000) }),
  jumpUpdateId: z.strictObject({ by: z.number().int().min(-1_000_000_000).max(1_000_000_000) }),
  clearFaults: z.strictObject({}),
  turn: z.union([
    z.strictObject({ to: z.number().int() }),
    z.strictObject({
      by: z
        .number()
        .int()
        .min(0)
        .max(400 * 86_400_000),
    }),
    z.strictObject({ next: z.literal(true) }),
  ]),
  clock: z.strictObject({ running: z.boolean() }),
  settled: z.strictObject({ patience: z.number().int().min(1).max(600_000).optional() }),
} as const

export type Asked<K extends keyof typeof schemas> = z.output<(typeof schemas)[K]>

const whole = z.coerce.number().int()
/** The same in a query, where everything is text. */
const Whom = z.union([z.enum(phones), whole])

export const questions = {
  state: z.strictObject({}),
  transcript: z.strictObject({
    chat: Whom,
    as: Whom.optional(),
    ids: z
      .string()
      .regex(/^\d{1,15}(,\d{1,15}){0,199}$/)
      .transform((list) => list.split(",").map(Number))
      .optional(),
    last: whole.positive().optional(),
  }),
  menu: z.strictObject({ who: Whom, chat: Whom.optional() }),
  doings: z.strictObject({ after: whole.min(0).optional() }),
  file: z.strictObject({ id: z.string().max(128) }),
  events: z.strictObject({}),
} as const

/** The query of a file upload: the bytes are the body. */
export const UploadQuery = z.strictObject({
  who: Whom,
  chat: Whom.optional(),
  topic: whole.positive().optional(),
  replyTo: whole.positive().optional(),
  name: z.string().min(1).max(255),
  text: z.string().max(1_024).optional(),
})
