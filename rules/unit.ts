import { z } from "zod"
import { LeadDays } from "./lead.ts"

/** The kinds of unit that regulations tell apart. */
export const unitKinds = [
  "provincial-government",
  "provincial-department",
  "direct-body",
  "city-government",
  "city-department",
  "county-government",
  "county-department",
  "township",
  "direct-unit",
  "other",
] as const
export const UnitKind = z.enum(unitKinds)
export type UnitKind = z.output<typeof UnitKind>

const TimeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

/** When a unit's people are reminded; a unit may set its own, a missing one is inherited from above. */
export const UnitTimes = z.object({
  digest: TimeOfDay,
  lastCall: TimeOfDay,
  /** Routine messages wait from `quietFrom` in the evening until `quietUntil` in the morning. */
  quietFrom: TimeOfDay,
  quietUntil: TimeOfDay,
})
export type UnitTimes = z.output<typeof UnitTimes>

export const Unit = z
  .object({
    id: z.string(),
    name: z.string(),
    /** Short names people use; also found when somebody types them. */
    shortNames: z.array(z.string()).readonly(),
    kind: UnitKind,
    parentId: z.string().nullable(),
    /** Ids of the rulebooks this unit adds to those of the units above it. */
    rulebooks: z.array(z.string()).readonly(),
    times: UnitTimes.partial(),
    /** The office within it that answers for its accounts, and the one that keeps its website. */
    office: z.string().nullable().optional(),
    websiteOffice: z.string().nullable().optional(),
    /** The unit one step up, where that is not among those that are kept here. */
    supervisor: z.string().nullable().optional(),
    /** Whose accounts it guides beside those that are kept here: the enterprises of its trade. */
    guides: z.string().nullable().optional(),
    /** Where its base of questions and answers (问答库) stands. */
    answers: z.string().nullable().optional(),
    /** Whether it is told before a festival that activities may be planned; without it as the unit above has it. */
    festivals: z.boolean().optional(),
    /** Set once it was merged into another or abolished: it keeps its past, and gets nothing and nobody new. */
    dissolved: z
      .object({
        how: z.enum(["merged", "abolished"]),
        on: z.string(),
        into: z.string().nullable(),
        reason: z.string().nullable(),
        by: z.string(),
        at: z.number(),
      })
      .readonly()
      .optional(),
    /** Whether a second person witnesses that a password was changed; without it as the unit above has it. */
    witness: z.boolean().optional(),
    /** By when it sends its leads, and on which days; nobody is asked for any as long as no time is set. */
    leadsAt: TimeOfDay.nullable().optional(),
    leadsOn: LeadDays.optional(),
  })
  .readonly()
export type Unit = z.output<typeof Unit>

/** A group chat that is bound to a unit. Its id is the messenger's own chat id. */
export const Chat = z
  .object({
    id: z.string(),
    unitId: z.string(),
    title: z.string(),
    /** The forum topic in which the group was bound, or null for the group itself. */
    topic: z.string().nullable(),
    /** False once the messenger said that writing there is useless. */
    reachable: z.boolean(),
    /** The id it had before it went on under this one: what was said there may come late. */
    was: z.string().optional(),
  })
  .readonly()
export type Chat = z.output<typeof Chat>

/** A one-time link into a unit. Its id is the SHA-256 of the code, so that the store cannot be used to enter. */
export const Invite = z
  .object({
    id: z.string(),
    unitId: z.string().nullable(),
    role: z.string(),
    by: z.string(),
    expiresAt: z.number(),
    usedBy: z.string().nullable(),
  })
  .readonly()
export type Invite = z.output<typeof Invite>
