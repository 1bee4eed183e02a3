import { z } from "zod"
import { State } from "./life.ts"
import type { Day } from "./time.ts"

/** The platforms an account can live on, in the order in which they are offered. */
export const platforms = [
  "weibo",
  "wechat-subscription",
  "wechat-service",
  "wechat-video",
  "douyin",
  "kuaishou",
  "toutiao",
  "xiaohongshu",
  "bilibili",
  "app",
  "other",
] as const
export const Platform = z.enum(platforms)
export type Platform = z.output<typeof Platform>

/** A soft rule (原则上) that the leader in charge passed, with the written reason. */
export const Exception = z
  .object({ rule: z.string(), reason: z.string(), by: z.string(), at: z.number() })
  .readonly()
export type Exception = z.output<typeof Exception>

const said = {
  /** The sponsor (主办单位), which owns every duty of the account. */
  unitId: z.string(),
  platform: Platform,
  name: z.string(),
  link: z.string().nullable(),
  /** The public verification text (认证信息), which has to name the sponsor. */
  verification: z.string().nullable(),
  /** Null when the unit's own staff run it, else the name of the operating company. */
  operator: z.string().nullable(),
  /** The password custodian: by name, and as an enrolled person once there is one. */
  custodian: z.object({ name: z.string(), personId: z.string().nullable() }).readonly().nullable(),
  /** The 1 or 2 people who edit and publish, by name. */
  editors: z.array(z.string()).readonly(),
  openedOn: z.string().nullable(),
  main: z.boolean(),
}

/** What people say of an account when they register it. */
export const Draft = z.object(said).readonly()
export type Draft = z.output<typeof Draft>

/** Before this day none of the platforms let offices in. */
export const EARLIEST_OPENING: Day = "2009-01-01"

/** Whether an account can have been opened on a day: what is registered is open by today. */
export const isPlausibleOpening = (day: Day, today: Day): boolean => day >= EARLIEST_OPENING && day <= today

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/** What differs from one draft to another. */
export const changesBetween = (before: Draft, after: Draft): Partial<Draft> => {
  const known = Draft.parse(before)
  return Object.fromEntries(
    Object.entries(Draft.parse(after)).filter(([field, value]) => !same(known[field as keyof Draft], value)),
  )
}

export const Account = z
  .object({
    id: z.string(),
    ...said,
    state: State,
    /** When and why it ended; set in every state in which it is over. */
    retired: z
      .object({
        on: z.string(),
        reason: z.string(),
        by: z.string(),
        at: z.number(),
        /** Where it stood before, when somebody retired it. */
        from: State.optional(),
      })
      .readonly()
      .nullable(),
    exceptions: z.array(Exception).readonly(),
    registeredAt: z.number(),
    /** Who registered it in the chat and can take that back; what came otherwise is taken back otherwise. */
    registeredBy: z.string().nullable().optional(),
    /** The day on which it came back after an approved time offline: its updates are counted from there. */
    returnedOn: z.string().nullable().optional(),
    /** The last sign of life before the silence after which its closing was proposed, and how far gone it was. */
    proposedFor: z.string().nullable().optional(),
    /** The latest post that counts, or null before the first. */
    lastPostAt: z.number().nullable(),
  })
  .readonly()
export type Account = z.output<typeof Account>
