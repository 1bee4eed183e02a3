import type { Obligation, Phase } from "../obligation.ts"
import type { Day } from "../time.ts"

/** A duty counts on the day on which it was due; one without a date, on the day on which it was done. */
export const dayOfDuty = (duty: Pick<Obligation, "due" | "settled">): Day | null =>
  duty.due?.day ?? duty.settled?.on ?? null

/** The same for duties that stand in one phase. */
export const inPhase =
  (phase: Phase) =>
  (duty: Obligation): Day | null =>
    duty.phase === phase ? dayOfDuty(duty) : null
