import { z } from "zod"
import type { Calendar } from "./calendar.ts"
import type { Quantity } from "./quantity.ts"
import {
  addDays,
  type Day,
  dayOf,
  endOf,
  hours,
  type Instant,
  instantOf,
  minutes,
  type TimeOfDay,
} from "./time.ts"

/** What the information officer of a unit sends in: something worth publishing. */
export const Lead = z
  .object({
    id: z.string(),
    unitId: z.string(),
    day: z.string(),
    title: z.string(),
    what: z.string().nullable(),
    /** What was answered for, by the ids of the ticks. */
    stated: z.array(z.string()).readonly(),
    by: z.string(),
    at: z.number(),
  })
  .readonly()
export type Lead = z.output<typeof Lead>

/**
 * One day on which a unit owes its leads. `late` is past its time and not over yet; `off`: the bot was not there, so
 * nobody could send anything, and nobody missed anything.
 */
export const LeadDay = z
  .object({
    /** Unit and day. */
    id: z.string(),
    unitId: z.string(),
    day: z.string(),
    /** The time the unit set, on that day. */
    by: z.number(),
    state: z.enum(["waiting", "reminded", "late", "in", "in-late", "missed", "off"]),
    /** When something came in, and whether that was word that there is nothing. */
    cameAt: z.number().nullable(),
    none: z.boolean(),
    dueAt: z.number().nullable(),
  })
  .readonly()
export type LeadDay = z.output<typeof LeadDay>

/** On which days a unit sends its leads. */
export const leadDays = ["every-day", "working-days"] as const
export const LeadDays = z.enum(leadDays)
export type LeadDays = z.output<typeof LeadDays>

export interface LeadTimes {
  readonly at: TimeOfDay
  readonly on: LeadDays
  /** How long before its time the unit is reminded. */
  readonly warn: readonly Quantity[]
}

const early = ({ amount, unit }: Quantity): number =>
  unit === "minute" ? minutes(amount) : unit === "hour" ? hours(amount) : 0

const remindedAt = (by: Instant, warn: readonly Quantity[]): Instant => by - Math.max(0, ...warn.map(early))

/** Whether nothing has come in yet, and still may. */
export const isAwaited = ({ state }: Pick<LeadDay, "state">): boolean =>
  state === "waiting" || state === "reminded" || state === "late"

/** Whether it is still to be seen how the day ends. */
export const isRunning = ({ dueAt }: Pick<LeadDay, "dueAt">): boolean => dueAt !== null

/** A day as it begins. */
const opened = (unitId: string, day: Day, { at, warn }: LeadTimes): LeadDay => {
  const by = instantOf(day, at)
  const dueAt = remindedAt(by, warn)
  return { id: `${unitId}/${day}`, unitId, day, by, state: "waiting", cameAt: null, none: false, dueAt }
}

/** The first day, from one on, on which a unit sends its leads. */
export const nextDay = (calendar: Calendar, unitId: string, times: LeadTimes, from: Day): LeadDay => {
  const isOne = times.on === "every-day" || calendar.isWorkingDay(from)
  return opened(unitId, isOne ? from : calendar.nextWorkingDay(from), times)
}

/** The first day that can still be met: today, until its time has passed. */
export const firstDay = ({ at }: Pick<LeadTimes, "at">, now: Instant): Day => {
  const today = dayOf(now)
  return instantOf(today, at) > now ? today : addDays(today, 1)
}

/** What the clock makes of a day: `remind` when its people are to be told; `over` when the next day begins. */
export const lapse = (
  row: LeadDay,
  now: Instant,
): { readonly row: LeadDay; readonly follows: "remind" | "over" | null } => {
  const end = endOf(row.day)
  if (now >= end) {
    const closed = row.state === "late" ? "missed" : isAwaited(row) ? "off" : row.state
    return { row: { ...row, state: closed, dueAt: null }, follows: "over" }
  }
  if (!isAwaited(row)) return { row: { ...row, dueAt: end }, follows: null }
  if (now >= row.by) return { row: { ...row, state: "late", dueAt: end }, follows: null }
  return { row: { ...row, state: "reminded", dueAt: row.by }, follows: "remind" }
}

/** Something came in, or word that there is nothing today. */
export const cameIn = (row: LeadDay, now: Instant, none: boolean): LeadDay =>
  isAwaited(row)
    ? { ...row, state: now >= row.by ? "in-late" : "in", cameAt: now, none, dueAt: endOf(row.day) }
    : { ...row, none: row.none && none }
