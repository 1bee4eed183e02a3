import { z } from "zod"

const Id = z.number().int()
const Name = z.string().min(1).max(64)

const PersonSettings = z.strictObject({
  id: Id.positive(),
  name: Name,
  username: z
    .string()
    .regex(/^[A-Za-z]\w{3,31}$/)
    .optional(),
  /** What they are, as the page shows it. */
  label: z.string().max(64).default(""),
  /** Which of the three phones is theirs. */
  phone: z.enum(["operator", "leader", "supervisor"]).optional(),
  language: z
    .string()
    .regex(/^[a-z]{2}(-[A-Za-z]+)?$/)
    .default("zh-hans"),
  /** Whether they have written to the bot before, so that it may write to them. */
  started: z.boolean().default(false),
  /** Another bot, whose messages ours never hears. */
  isBot: z.boolean().default(false),
})

const GroupSettings = z.strictObject({
  id: Id.negative(),
  title: z.string().min(1).max(128),
  kind: z.enum(["group", "supergroup"]).default("group"),
  members: z.array(Id).max(200_000).default([]),
  admins: z.array(Id).max(1_000).default([]),
  /** What the bot is in it. */
  bot: z.enum(["member", "administrator", "left"]).default("member"),
  /** Names of the topics of a forum; their ids count up from 2. */
  topics: z.array(z.string().min(1).max(128)).max(100).optional(),
})

const LimitNumbers = z.strictObject({
  perSecond: z.number().positive(),
  chatPerSecond: z.number().positive(),
  chatBurst: z.number().positive(),
  groupPerMinute: z.number().positive(),
})

/** With what a playground starts. */
export const Settings = z.strictObject({
  people: z.array(PersonSettings).max(200_000).default([]),
  groups: z.array(GroupSettings).max(20_000).default([]),
  /** 0 takes any free port. */
  port: z.number().int().min(0).max(65_535).default(0),
  token: z
    .string()
    .regex(/^\d{3,16}:[\w-]{8,64}$/)
    .default("7000000001:playground-token-no-secret"),
  bot: z
    .strictObject({
      name: Name.default("值守"),
      username: z
        .string()
        .regex(/^[A-Za-z]\w{3,31}$/)
        .default("zhishou_bot"),
    })
    .prefault({}),
  /** On: in groups the bot hears commands and replies only. */
  privacy: z.boolean().default(true),
  /** Where the clock stands, and whether it runs. Left out: real time, running. */
  clock: z.strictObject({ at: z.number().int().optional(), running: z.boolean().optional() }).default({}),
  /** Telegram's own, none at all, or some of them changed. */
  limits: z.union([z.literal("none"), LimitNumbers.partial()]).default({}),
  /** How long a button press can be answered, in milliseconds. */
  queryLifetime: z.number().positive().default(60_000),
  /** Left out: one that no earlier playground on this machine has used. */
  firstUpdateId: z.number().int().positive().optional(),
})

export type PlaygroundSettings = z.input<typeof Settings>
export type StartSettings = z.output<typeof Settings>
