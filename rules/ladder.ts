import { z } from "zod"
import { Step } from "./kinds/common.ts"
import type { Instant } from "./time.ts"

/** Whom an incident calls and after how long, as the rules had it when it was opened. Lengths in milliseconds. */
export const Ladder = z
  .object({
    steps: z
      .array(z.object({ after: z.number(), calls: z.array(Step).min(1).readonly() }).readonly())
      .min(1)
      .readonly(),
    /** How long after the last step a new round begins. */
    again: z.number().positive(),
    /** How long whoever took it may say nothing. */
    silence: z.number().positive(),
    /** How long taking it, or closing it, can be taken back. */
    undo: z.number(),
    /** How many have to acknowledge. */
    takers: z.number(),
  })
  .readonly()
export type Ladder = z.output<typeof Ladder>

/** How far up a ladder has been climbed. */
export const Climb = z
  .object({
    round: z.number(),
    /** The step to be called next; behind the last one the round is over. */
    next: z.number(),
    nextAt: z.number(),
    /** Whether anybody was called in this round. */
    reached: z.boolean(),
  })
  .readonly()
export type Climb = z.output<typeof Climb>

export const startedAt = (now: Instant): Climb => ({ round: 1, next: 0, nextAt: now, reached: false })

/** Begins anew at once: whoever had it has gone silent. */
export const begunAnew = ({ round }: Climb, now: Instant): Climb => ({
  ...startedAt(now),
  round: round + 1,
})

/** The next step is called at once: nobody of this one can answer any more, or more hands are wanted. */
export const hurried = (climb: Climb, now: Instant): Climb => ({
  ...climb,
  nextAt: Math.min(climb.nextAt, now),
})

/** Why somebody who should be called is not. */
export const hindrances = ["unreachable", "on-leave", "has-stand-in", "company"] as const
export type Hindrance = (typeof hindrances)[number]

/** Somebody on a step at this moment. */
export interface Candidate {
  readonly personId: string
  readonly standsFor: string | null
  readonly hindered: Hindrance | null
}

/** What follows from the passing of time. */
export interface Climbed {
  readonly climb: Climb
  readonly calls: readonly (Candidate & { readonly step: Step })[]
  readonly skipped: readonly (Candidate & { readonly step: Step })[]
  /** Steps on which there was nobody at all. */
  readonly empty: readonly Step[]
  /** Everybody has been called, or nobody can be: somebody above has to hear of it. */
  readonly nobodyLeft: boolean
}

/**
 * Goes up as far as the time has come. A step that reaches nobody is passed at once; whoever was called in this round is
 * not called in it again; and nobody's time to answer is over before they were called, however late that was.
 */
export const climbed = (
  { steps, again }: Ladder,
  before: Climb,
  calledInRound: readonly string[],
  on: (step: Step) => readonly Candidate[],
  now: Instant,
): Climbed => {
  let { round, next, nextAt, reached } = before
  const calls: (Candidate & { step: Step })[] = []
  const skipped: (Candidate & { step: Step })[] = []
  const empty: Step[] = []
  const called = new Set(calledInRound)
  let nobodyLeft = false
  let mostTime = 0
  while (nextAt <= now) {
    const step = steps[next]
    if (step === undefined) {
      if (calls.length > 0) break
      nobodyLeft = true
      round += 1
      next = 0
      nextAt = reached ? now : now + again
      if (!reached) break
      reached = false
      called.clear()
      continue
    }
    const fresh = calls.length
    for (const one of step.calls) {
      const candidates = on(one)
      if (candidates.length === 0) empty.push(one)
      for (const each of candidates) {
        if (each.hindered !== null) skipped.push({ ...each, step: one })
        else if (!called.has(each.personId)) {
          called.add(each.personId)
          calls.push({ ...each, step: one })
        }
      }
    }
    const gap = (steps[next + 1]?.after ?? step.after + again) - step.after
    next += 1
    if (calls.length === fresh) continue
    reached = true
    nextAt += gap
    mostTime = gap
  }
  if (calls.length > 0) nextAt = Math.max(nextAt, now + mostTime)
  return { climb: { round, next, nextAt, reached }, calls, skipped, empty, nobodyLeft }
}
