import { z } from "zod"
import type { Incident } from "./incident.ts"
import type { Obligation } from "./obligation.ts"
import { days, hours, type Instant, minutes } from "./time.ts"

/** What an office can have told to a program of its own. */
export const topics = ["obligations", "incidents", "posts", "findings"] as const
export const Topic = z.enum(topics)
export type Topic = z.output<typeof Topic>

export const happenings = {
  "obligation.due": "obligations",
  "obligation.overdue": "obligations",
  "obligation.done": "obligations",
  "incident.raised": "incidents",
  "incident.taken": "incidents",
  "incident.closed": "incidents",
  "post.reported": "posts",
  "finding.opened": "findings",
} as const satisfies Record<string, Topic>
export type Happening = keyof typeof happenings

/** A program of a unit that is told what happens there and below, and how telling it goes. */
export const Hook = z
  .object({
    id: z.string(),
    unitId: z.string(),
    url: z.string(),
    topics: z.array(Topic).readonly(),
    by: z.string(),
    at: z.number(),
    /** `failing`: it was given up after failing for long. */
    state: z.enum(["on", "off", "failing"]),
    /** How often in a row it has failed, and since when. */
    failures: z.number(),
    failingSince: z.number().nullable(),
    /** When its next call leaves; null when none waits. */
    dueAt: z.number().nullable(),
  })
  .readonly()
export type Hook = z.output<typeof Hook>

/** One thing that is still to be told. Its id sorts by time. */
export const HookCall = z
  .object({
    id: z.string(),
    hookId: z.string(),
    /** The same however often it is told. */
    event: z.string(),
    at: z.number(),
    body: z.string(),
  })
  .readonly()
export type HookCall = z.output<typeof HookCall>

const WAITS = [minutes(1), minutes(5), minutes(30), hours(2), hours(6)]
const LONGEST_WAIT = hours(12)
/** After failing for so long it is given up. */
export const PATIENCE = days(3)

/** The hook after one more failure; `failing` when it is given up. */
export const failed = (hook: Hook, now: Instant): Hook => {
  const failingSince = hook.failingSince ?? now
  const given = now - failingSince >= PATIENCE
  return {
    ...hook,
    failures: hook.failures + 1,
    failingSince,
    state: given ? "failing" : hook.state,
    dueAt: given ? null : now + (WAITS[hook.failures] ?? LONGEST_WAIT),
  }
}

/** What happened to a duty between two states of its row; null for nothing that is told. */
export const happenedTo = (before: Obligation | null, after: Obligation): Happening | null => {
  if (before?.phase === after.phase) return null
  switch (after.phase) {
    case "today":
      return "obligation.due"
    case "overdue":
      return "obligation.overdue"
    case "escalated":
      return before?.phase === "overdue" ? null : "obligation.overdue"
    case "done":
    case "late":
      return "obligation.done"
    default:
      return null
  }
}

/** The same of an emergency. */
export const happenedIn = (before: Incident | null, after: Incident): Happening | null => {
  if (before === null) return "incident.raised"
  if (before.state === after.state) return null
  if (after.state === "closed") return "incident.closed"
  return after.state === "taken" ? "incident.taken" : null
}
