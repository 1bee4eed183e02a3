import { z } from "zod"
import { Step } from "./kinds/common.ts"
import { type Carried, doings } from "./acts.ts"
import { days, endOf } from "./time.ts"

/**
 * Where a dated duty stands. `scheduled` may not be done yet, `free` may be done and nobody is waiting, `missed` is an
 * aim (力争) that was not reached; `void` has lost its cause.
 */
export const phases = [
  "scheduled",
  "open",
  "warned",
  "today",
  "overdue",
  "escalated",
  "done",
  "late",
  "waived",
  "missed",
  "free",
  "void",
] as const
export const Phase = z.enum(phases)
export type Phase = z.output<typeof Phase>

/** How somebody said it was done, or why it need not be. */
export const Settlement = z
  .object({
    /** The day on which it was done, as somebody says; for a waiver the day of the waiver. */
    on: z.string(),
    by: z.string(),
    at: z.number(),
    /** The receipt number, link or paper number that shows it. */
    proof: z.string().nullable(),
    note: z.string().nullable(),
    /** Who said so too, where one person was not enough. */
    second: z.string().optional(),
    /** One person alone said so when it was too late: it counts as of that moment, whatever day was named. */
    alone: z.literal(true).optional(),
  })
  .readonly()
export type Settlement = z.output<typeof Settlement>

/** One dated duty, whichever rule it comes from. */
export const Obligation = z
  .object({
    id: z.string(),
    /** Names it, so that opening it twice changes nothing. */
    key: z.string(),
    act: z.enum(Object.keys(doings) as [Carried, ...Carried[]]),
    /** The rules it rests on, as rulebook and rule; the first is the one that is counted by. */
    rules: z.array(z.string()).readonly(),
    unitId: z.string(),
    accountId: z.string().nullable(),
    personId: z.string().nullable(),
    /** What started it; null for what comes round again by the calendar. */
    occasionId: z.string().nullable(),
    /** Who receives it. */
    to: z.string().nullable(),
    /** The role whose task it is, where a rule says so. */
    who: z.string().nullable(),
    /** What the counting began with: a day, or a minute. */
    since: z.union([z.string(), z.number()]),
    /** Before this it may not be done. */
    freeAt: z.number().nullable(),
    /** The last permitted day and the moment it is over; null where no figure says when. */
    due: z.object({ day: z.string(), at: z.number(), provisional: z.boolean() }).readonly().nullable(),
    /** The working days on which its owner is reminded. */
    warnOn: z.array(z.string()).readonly(),
    /** The last working day on which it can be done. */
    lastOn: z.string().nullable(),
    /** The dates it had before; those that an entry was put right over too. */
    moved: z
      .array(z.object({ from: z.string(), at: z.number(), by: z.string() }).readonly())
      .readonly()
      .optional(),
    /** Who else is told, and from when on, while it is still not done. */
    late: z.array(z.object({ at: z.number(), tell: Step, told: z.boolean() }).readonly()).readonly(),
    /** An aim is missed, never violated. */
    aim: z.boolean(),
    /** What comes round again begins anew after it. */
    again: z.boolean(),
    phase: Phase,
    settled: Settlement.nullable(),
    /** How it came to stand where it stands. */
    path: z.array(z.object({ phase: Phase, at: z.number(), by: z.string() }).readonly()).readonly(),
    /** It was overdue already when it was noted. */
    bornLate: z.boolean(),
    notedAt: z.number(),
    /** When the clock has to look at it again. */
    dueAt: z.number().nullable(),
  })
  .readonly()
export type Obligation = z.output<typeof Obligation>

/** The same before it has a place in the store. */
export type Planned = Omit<Obligation, "id" | "path" | "moved">

const final: readonly Phase[] = ["done", "late", "waived", "missed", "free", "void"]
const pressing: readonly Phase[] = ["warned", "today", "overdue", "escalated"]

/** Whether it is due at a minute of its last day rather than at the end of it. */
export const isByTheMinute = ({ day, at }: Pick<NonNullable<Obligation["due"]>, "day" | "at">): boolean =>
  at < endOf(day)

/** Whether it has to be done at once, by day or night: its whole time is less than a day, and counted by the minute. */
export const isUrgent = ({ since, due, aim }: Pick<Obligation, "since" | "due" | "aim">): boolean =>
  !aim && due !== null && typeof since === "number" && isByTheMinute(due) && due.at - since < days(1)

/** Whether somebody still has to do something about it. */
export const isOpen = ({ phase }: Pick<Obligation, "phase">): boolean => !final.includes(phase)

/** Whether it is near enough to be brought up. */
export const isPressing = ({ phase }: Pick<Obligation, "phase">): boolean => pressing.includes(phase)
