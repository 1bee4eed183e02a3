import { z } from "zod"
import { Handnote } from "./handnote.ts"
import { Layer } from "./roster.ts"
import { type Instant, minutes } from "./time.ts"

/** Somebody's time on duty, from taking over to being relieved: in it they show once that they are there. */
export const Checkin = z
  .object({
    id: z.string(),
    unitId: z.string(),
    personId: z.string(),
    layer: Layer.default("duty"),
    from: z.number(),
    to: z.number(),
    /** `void`: the shift went to somebody else before they checked in, or passed while nothing ran. */
    state: z.enum(["due", "asked", "in", "late", "absent", "void"]),
    askAt: z.number(),
    /** Until when a check-in is in time; null until they are asked. */
    until: z.number().nullable(),
    inAt: z.number().nullable(),
    /** The turn has begun with them there, and what was open of the one before was passed on. */
    begun: z.boolean(),
    gap: z
      .object({
        /** Who was asked to step in, and who of them will not. */
        asked: z.array(z.object({ personId: z.string(), no: z.boolean() }).readonly()).readonly(),
        /** When the leader is told; null once that was done. */
        raiseAt: z.number().nullable(),
        told: z.array(z.string()).readonly(),
      })
      .readonly()
      .nullable(),
    coveredBy: z.string().nullable(),
    coveredAt: z.number().nullable(),
    note: Handnote.nullable(),
    noteAskedAt: z.number().nullable(),
    /** It has ended, and everything that follows from that was done. */
    over: z.boolean(),
    dueAt: z.number().nullable(),
  })
  .readonly()
export type Checkin = z.output<typeof Checkin>

/** What the figures of a unit's rulebooks come to, in milliseconds. */
export interface Times {
  /** How long before a shift its person is asked, and how long after its start they may answer. */
  readonly before: number
  readonly after: number
  /** How long whoever is asked to step in has before the leader is told. */
  readonly each: number
  /** Who is asked. */
  readonly layers: readonly Layer[]
}

/** What the clock does next with a check-in. */
export type Step = "ask" | "miss" | "raise" | "begin" | "end"

/** When the clock comes to it next; null when nothing more will come. */
const wakeAt = ({ state, askAt, until, gap, begun, from, to, over, coveredBy }: Checkin): Instant | null => {
  if (over || state === "void") return null
  switch (state) {
    case "due":
      return Math.min(askAt, to)
    case "asked":
      return Math.min(until ?? to, to)
    case "in":
    case "late":
      return begun ? to : Math.min(from, to)
    case "absent":
      return coveredBy === null ? Math.min(gap?.raiseAt ?? to, to) : to
  }
}

/** The same with the moment at which the clock comes to it. */
export const waiting = (row: Checkin): Checkin => ({ ...row, dueAt: wakeAt(row) })

/** What is to be done with it now; null while there is nothing. */
export const stepOf = (row: Checkin, now: Instant): Step | null => {
  const at = wakeAt(row)
  if (at === null || at > now) return null
  if (row.to <= now) return "end"
  switch (row.state) {
    case "due":
      return "ask"
    case "asked":
      return "miss"
    case "absent":
      return "raise"
    default:
      return "begin"
  }
}

/** A new check-in, as the roster has it. */
export const begun = (
  turn: Pick<Checkin, "id" | "unitId" | "personId" | "layer" | "from" | "to" | "askAt">,
): Checkin =>
  waiting({
    ...turn,
    state: "due",
    until: null,
    inAt: null,
    begun: false,
    gap: null,
    coveredBy: null,
    coveredAt: null,
    note: null,
    noteAskedAt: null,
    over: false,
    dueAt: null,
  })

/** They are asked now: nobody is late who was not asked in time. */
export const asked = (row: Checkin, { after }: Pick<Times, "after">, now: Instant): Checkin =>
  waiting({ ...row, state: "asked", until: Math.max(row.from, now) + after })

/** What was pressed while the bot was away arrives first. */
const GRACE = minutes(2)

/** Whether the clock comes to it so late that somebody may have answered meanwhile. */
export const isOverslept = ({ until }: Checkin, now: Instant): boolean =>
  until !== null && now - until >= GRACE

/** Another moment for what may be on its way. */
export const spared = (row: Checkin, now: Instant): Checkin => waiting({ ...row, until: now + GRACE })

/** They did not check in: who is asked to step in, and until when. */
export const missed = (
  row: Checkin,
  persons: readonly string[],
  { each }: Pick<Times, "each">,
  now: Instant,
): Checkin =>
  waiting({
    ...row,
    state: "absent",
    gap: {
      asked: persons.map((personId) => ({ personId, no: false })),
      raiseAt: persons.length === 0 ? now : now + each,
      told: [],
    },
  })

/** A deputy or leader who did not check in leaves no gap: it is kept, and read in the next digest. */
export const notThere = (row: Checkin): Checkin => waiting({ ...row, state: "absent" })

/** Somebody who was asked to step in will not; when nobody is left to answer the leader is told at once. */
export const declined = (row: Checkin, personId: string, now: Instant): Checkin => {
  const { gap } = row
  if (gap === null) return row
  const answers = gap.asked.map((each) => (each.personId === personId ? { ...each, no: true } : each))
  const raiseAt =
    gap.raiseAt !== null && answers.every(({ no }) => no) ? Math.min(gap.raiseAt, now) : gap.raiseAt
  return waiting({ ...row, gap: { ...gap, asked: answers, raiseAt } })
}

/** Why a tap comes to nothing. */
export type Untimely = "early" | "twice" | "covered" | "over" | "moved"

export const untimely = (row: Checkin, now: Instant): Untimely | null => {
  if (row.state === "void") return "moved"
  if (row.state === "in" || row.state === "late") return "twice"
  if (row.coveredBy !== null) return "covered"
  if (row.over || row.to <= now) return "over"
  return row.state === "due" && now < row.askAt ? "early" : null
}

/** They are there. */
export const here = (row: Checkin, now: Instant): Checkin =>
  waiting({
    ...row,
    state: row.state === "absent" || (row.until !== null && now >= row.until) ? "late" : "in",
    inAt: now,
  })
