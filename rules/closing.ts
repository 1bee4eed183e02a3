import type { Account } from "./account.ts"
import type { Duties } from "./binding.ts"
import { inForce, type InForce, type Scope } from "./force.ts"
import type { Require } from "./kinds/require.ts"
import type { Source } from "./owed.ts"
import { type Announcement, announced, type Procedure } from "./procedure.ts"
import type { Stack } from "./stack.ts"
import type { Day } from "./time.ts"

/** What lies between consent and the end of an account, in the order in which it is offered. */
export const closingSteps = ["announced", "migrated", "destination", "submitted"] as const
export type ClosingStep = (typeof closingSteps)[number]

/** What the rulebooks ask for before an account is cancelled, and whether its platform lets it go only after a while. */
export interface ClosingAsks {
  readonly announcement: InForce<Require> | null
  readonly destination: InForce<Require> | null
  readonly freeze: boolean
}

export const closingAsks = (stack: Stack, scope: Scope, duties: Duties): ClosingAsks => {
  const required = inForce(stack, "require", scope).filter(({ rule }) => rule.at === "account.cancel")
  const asking = (fact: Require["require"]) => required.find(({ rule }) => rule.require === fact) ?? null
  return {
    announcement: asking("account.closing-announcement"),
    destination: asking("account.destination-announcement"),
    freeze: (duties.started["account.cancelling"] ?? []).length > 0,
  }
}

/** The announcement of the closing, unless it came down too early: then it has to be made again. */
export const closingAnnouncement = (procedure: Procedure): Announcement | null => {
  const last = announced(procedure, "closing")
  return last?.removed?.early === true ? null : last
}

/** The steps that an account has to take. */
export const stepsOf = ({ announcement, destination, freeze }: ClosingAsks): readonly ClosingStep[] => [
  ...(announcement === null ? [] : (["announced"] as const)),
  ...(destination === null ? [] : (["migrated", "destination"] as const)),
  ...(freeze ? (["submitted"] as const) : []),
]

/** The day on which a step was taken; null while it has not been. */
export const takenOn = (procedure: Procedure, step: ClosingStep): Day | null => {
  switch (step) {
    case "announced":
      return closingAnnouncement(procedure)?.on ?? null
    case "destination":
      return announced(procedure, "destination")?.on ?? null
    case "migrated":
    case "submitted":
      return procedure.details[step] ?? null
  }
}

/** What has to come before: the content may move while the announcement stands, everything else goes in order. */
const earlier: Readonly<Record<ClosingStep | "cancelled", readonly ClosingStep[]>> = {
  announced: [],
  migrated: [],
  destination: ["announced", "migrated"],
  submitted: ["announced", "migrated", "destination"],
  cancelled: closingSteps,
}

/** The first step that is still missing before another; null when nothing is. */
export const missingBefore = (
  asks: ClosingAsks,
  procedure: Procedure,
  step: ClosingStep | "cancelled",
): ClosingStep | null =>
  stepsOf(asks).find((each) => earlier[step].includes(each) && takenOn(procedure, each) === null) ?? null

/** The steps that can be taken now, and `cancelled` once nothing is left before it. */
export const openSteps = (asks: ClosingAsks, procedure: Procedure): readonly (ClosingStep | "cancelled")[] =>
  [...stepsOf(asks), "cancelled" as const].filter(
    (step) =>
      (step === "cancelled" || takenOn(procedure, step) === null) &&
      missingBefore(asks, procedure, step) === null,
  )

/** A closing as people are shown it. */
export interface ShownClosing {
  readonly account: Pick<Account, "platform" | "name">
  readonly unit: string
  readonly approvedOn: Day
  readonly steps: readonly {
    readonly step: ClosingStep | "cancelled"
    /** `held` waits for a day alone. */
    readonly state: "done" | "now" | "held" | "later"
    readonly on: Day | null
  }[]
  /** The first day on which the announcement has stood long enough. */
  readonly freeOn: Day | null
  /** The day on which the platform lets it go. */
  readonly goneOn: Day | null
  readonly sources: readonly Source[]
}

interface Known {
  readonly asks: ClosingAsks
  readonly procedure: Procedure
  readonly freeOn: Day | null
  readonly goneOn: Day | null
}

/** Before which day a step may not be taken. */
export const heldUntil = (
  { asks, freeOn, goneOn }: Omit<Known, "procedure">,
  step: ClosingStep | "cancelled",
): Day | null => (step === "submitted" ? freeOn : step !== "cancelled" ? null : asks.freeze ? goneOn : freeOn)

/** Where each step stands on a day. */
export const stepStates = (known: Known, today: Day): ShownClosing["steps"] => {
  const { asks, procedure } = known
  const open = openSteps(asks, procedure)
  return [...stepsOf(asks), "cancelled" as const].map((step) => {
    const on = step === "cancelled" ? null : takenOn(procedure, step)
    const held = heldUntil(known, step)
    if (on !== null) return { step, state: "done", on }
    if (!open.includes(step)) return { step, state: "later", on }
    return { step, state: held !== null && today < held ? "held" : "now", on }
  })
}
