import { z } from "zod"
import { Step } from "./kinds/common.ts"
import { Climb, Ladder } from "./ladder.ts"
import type { Instant } from "./time.ts"
import { IncidentKind, Severity } from "./gravity.ts"
import { OwnSaid } from "./ownkind.ts"
import { answers } from "./vocabulary.ts"

/** One time that runs, and how it ended. */
export const Clock = z
  .object({
    do: z.enum(answers),
    /** The rules that ask for it, as rulebook and rule. */
    rules: z.array(z.string()).readonly(),
    /** Null where no figure says when. */
    dueAt: z.number().nullable(),
    warnAt: z.array(z.number()).readonly(),
    /** Who is told at which moment while it is not done. */
    tell: z.array(z.object({ at: z.number(), step: Step }).readonly()).readonly(),
    done: z.object({ by: z.string(), at: z.number(), link: z.string().nullable() }).readonly().nullable(),
  })
  .readonly()
export type Clock = z.output<typeof Clock>

/** A line that has to be there before it can be closed. */
export const Need = z
  .object({
    id: z.string(),
    says: z.string(),
    saysEn: z.string().optional(),
    rules: z.array(z.string()).readonly(),
    /** What was put there; for what is passed on, to whom and when. */
    note: z.string().nullable(),
    /** The day on which it was done, where that is asked for. */
    on: z.string().nullable(),
    /** Whether it says when. */
    dated: z.boolean(),
    by: z.string().nullable(),
    at: z.number().nullable(),
  })
  .readonly()
export type Need = z.output<typeof Need>

/** More photos of one incident than these are nobody's to look through. */
export const MOST_PHOTOS = 6

/** Who was called, on which step of which round. */
export const Call = z
  .object({
    personId: z.string(),
    step: Step,
    round: z.number(),
    at: z.number(),
    /** Whose place they take, by a written stand-in. */
    standsFor: z.string().nullable(),
    /** They said that it is not for them. */
    passedAt: z.number().nullable(),
  })
  .readonly()
export type Call = z.output<typeof Call>

/** Something went wrong, and who has it. */
export const Incident = z
  .object({
    id: z.string(),
    /** As people say it: `2026-3`. */
    number: z.string(),
    unitId: z.string(),
    accountId: z.string().nullable(),
    kind: IncidentKind,
    severity: Severity,
    /** A rehearsal: marked in every line, and never outside the unit. */
    drill: z.boolean(),
    /** The clocks of the regulations run from here. */
    foundAt: z.number(),
    raisedBy: z.string(),
    raisedAt: z.number(),
    what: z.string().nullable(),
    link: z.string().nullable(),
    /** The line of the unit's own table that it falls under. */
    own: OwnSaid.optional(),
    /** Photos of it, by the messenger's own names for them, the oldest first. */
    photos: z.array(z.string()).max(MOST_PHOTOS).readonly().optional(),
    ladder: Ladder,
    climb: Climb,
    called: z.array(Call).readonly(),
    /** `open`: nobody has it yet. */
    state: z.enum(["open", "taken", "closed"]),
    /** Who has it, and since when; `heardAt` is when they last said anything. */
    holder: z
      .object({ personId: z.string(), at: z.number(), heardAt: z.number(), acting: z.boolean() })
      .readonly()
      .nullable(),
    /** All who have acknowledged, the holder first. */
    acknowledged: z.array(z.object({ personId: z.string(), at: z.number() }).readonly()).readonly(),
    clocks: z.array(Clock).readonly(),
    needs: z.array(Need).readonly(),
    /** When news is asked for next. */
    askAt: z.number().nullable(),
    /** How long after each news. */
    askEvery: z.number().nullable(),
    /** What fell due up to here has been said. */
    spokenUntil: z.number(),
    /** The latest card of each reader, by the reader's id. */
    cards: z.record(z.string(), z.string()).readonly(),
    /** How it stood, so that closing it can be taken back for a moment. */
    closed: z.object({ by: z.string(), at: z.number(), note: z.string().nullable() }).readonly().nullable(),
    dueAt: z.number().nullable(),
  })
  .readonly()
export type Incident = z.output<typeof Incident>

/** What can be said to have happened to it. */
export const noted = [
  "raised",
  "called",
  "skipped",
  "nobody-on-step",
  "nobody-left",
  "taken",
  "joined",
  "undone",
  "passed",
  "more-help",
  "silent",
  "left",
  "progress",
  "photo",
  "detail",
  "severity",
  "kind",
  "answered",
  "need",
  "warned",
  "told",
  "asked",
  "handed-on",
  "draft-sent",
  "draft-cleared",
  "draft-returned",
  "draft-withdrawn",
  "draft-out",
  "draft-not-out",
  "closed",
  "reopened",
] as const

/** One line of its story; written once, and never changed. */
export const IncidentNote = z
  .object({
    id: z.string(),
    incidentId: z.string(),
    /** Its place in the story. */
    n: z.number(),
    at: z.number(),
    by: z.string(),
    what: z.enum(noted),
    /** Whom it is about. */
    personId: z.string().nullable(),
    step: Step.nullable(),
    round: z.number().nullable(),
    note: z.string().nullable(),
  })
  .readonly()
export type IncidentNote = z.output<typeof IncidentNote>

export const isOver = ({ state }: Pick<Incident, "state">): boolean => state === "closed"

/** A public answer ends every clock of the kind, be it a press conference or a published text. */
export const publicAnswers: readonly Clock["do"][] = ["incident.answer", "incident.press-conference"]
/** What ends only with a link. */
export const provedByLink: readonly Clock["do"][] = [...publicAnswers, "incident.correct"]

/** Whether as many have acknowledged as have to, so that nobody else is called. */
export const isAnswered = ({ acknowledged, ladder }: Pick<Incident, "acknowledged" | "ladder">): boolean =>
  acknowledged.length >= ladder.takers

/** When whoever has it has been silent too long; null while nobody has it, or work on it goes on. */
export const silentAt = ({ holder, ladder, state }: Omit<Incident, "dueAt">): Instant | null =>
  state !== "taken" || holder === null || holder.acting ? null : holder.heardAt + ladder.silence

/** When the clock has to come to it next; null once it is over. */
export const wakeAt = (it: Omit<Incident, "dueAt">): Instant | null => {
  if (it.state === "closed") return null
  const running = it.clocks.filter(({ done }) => done === null)
  const spoken = running.flatMap(({ warnAt, dueAt, tell }) => [
    ...warnAt,
    ...(dueAt === null ? [] : [dueAt]),
    ...tell.map(({ at }) => at),
  ])
  const times = [
    ...(isAnswered(it) ? [] : [it.climb.nextAt]),
    silentAt(it),
    it.askAt,
    ...spoken.filter((at) => at > it.spokenUntil),
  ].filter((at) => at !== null)
  return times.length === 0 ? null : Math.min(...times)
}

/** The row with the time at which it is looked at again. */
export const waiting = (it: Omit<Incident, "dueAt">): Incident => ({ ...it, dueAt: wakeAt(it) })
