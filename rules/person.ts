import { z } from "zod"
import type { Instant } from "./time.ts"

/** The roles of the regulations, in the order in which they are offered. */
export const roles = [
  "chief",
  "leader",
  "editor-in-chief",
  "reviewer",
  "information-officer",
  "administrator",
  "custodian",
  "duty",
  "publisher",
  "supervisor",
] as const
export const Role = z.enum(roles)
export type Role = z.output<typeof Role>

export const Person = z
  .object({
    id: z.string(),
    name: z.string(),
    unitId: z.string(),
    /** The messenger's own id of this user, `telegram:1234`; null once the person has left. */
    user: z.string().nullable(),
    /** The private chat, once the person has started the bot. */
    chat: z.string().nullable(),
    /** False once the messenger said that writing there is useless. */
    reachable: z.boolean(),
    /** `leaving`: the rights have ended, but something that was kept is not handed over yet. */
    state: z.enum(["active", "leaving", "left"]),
    since: z.number(),
    /** The operating company that pays them; null or absent for the unit's own staff. */
    employer: z.string().nullable().optional(),
    /** When the rights of somebody who is about to leave end: the last minute of their last day. */
    leavesAt: z.number().nullable().optional(),
  })
  .readonly()
export type Person = z.output<typeof Person>

/** Whether somebody can do anything at a moment; to the minute, also when the clock has not come round yet. */
export const isHere = ({ state, leavesAt = null }: Person, now: Instant): boolean =>
  state === "active" && (leavesAt === null || now < leavesAt)

/** Whether somebody is here and nobody has said that they leave. */
export const isStaying = ({ state, leavesAt = null }: Person): boolean =>
  state === "active" && leavesAt === null

export const RoleAssignment = z
  .object({
    id: z.string(),
    personId: z.string(),
    unitId: z.string(),
    role: Role,
    since: z.number(),
    /** Set when the role ended; an ended role gives no right. */
    until: z.number().nullable(),
  })
  .readonly()
export type RoleAssignment = z.output<typeof RoleAssignment>
