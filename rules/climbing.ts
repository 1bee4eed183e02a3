import { type Call, type Incident, isAnswered } from "./incident.ts"
import type { Step } from "./kinds/common.ts"
import { type Candidate, type Climbed, climbed, hurried } from "./ladder.ts"
import type { Instant } from "./time.ts"

/** Who stands on each step at this moment. */
export type Standing = ReadonlyMap<Step, readonly Candidate[]>

/** Those who were called together, the last time that anybody was in this round. */
const calledLast = ({ called, climb }: Incident): readonly Call[] => {
  const inRound = called.filter(({ round }) => round === climb.round)
  const last = inRound.at(-1)
  return inRound.filter(({ at }) => at === last?.at)
}

/** Whether all who were called last cannot answer any more, or said that it is not for them. */
const isDeadEnd = (it: Incident, standing: Standing): boolean => {
  const last = calledLast(it)
  const isHindered = ({ personId, step }: Call): boolean =>
    standing.get(step)?.find((each) => each.personId === personId)?.hindered !== null
  return last.length > 0 && last.every((call) => call.passedAt !== null || isHindered(call))
}

/** Whoever has said so need not be called again. */
const hasIt = ({ acknowledged }: Incident, personId: string): boolean =>
  acknowledged.some((each) => each.personId === personId)

/** What came of going up: the row as it is now, and who was called. */
export interface Gone extends Climbed {
  readonly after: Incident
  readonly fresh: readonly Call[]
}

/** Goes up as far as the time has come: at once where nobody of those called last can answer, or more hands are wanted. */
export const goneUp = (before: Incident, standing: Standing, now: Instant, moreHelp = false): Gone => {
  const atOnce = moreHelp || isDeadEnd(before, standing)
  // Where enough have it nobody was called for a while: that time is not made up for.
  const climb = isAnswered(before) ? { ...before.climb, nextAt: now } : before.climb
  const step = climbed(
    before.ladder,
    atOnce ? hurried(climb, now) : climb,
    before.called.filter(({ round }) => round === climb.round).map(({ personId }) => personId),
    (each) => (standing.get(each) ?? []).filter(({ personId }) => !hasIt(before, personId)),
    now,
  )
  const empty = step.empty.filter((each) => (standing.get(each) ?? []).length === 0)
  const fresh = step.calls.map(({ personId, standsFor, step: on }) => ({
    personId,
    standsFor,
    step: on,
    round: step.climb.round,
    at: now,
    passedAt: null,
  }))
  const kept = before.called.filter(({ round }) => round >= step.climb.round - 1)
  return { ...step, empty, fresh, after: { ...before, climb: step.climb, called: [...kept, ...fresh] } }
}
