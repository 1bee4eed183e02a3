import type { Outgoing } from "./outgoing.ts"
import { hours, type Instant, minutes } from "./time.ts"

/** How far behind the post is, whatever held it up: our own limits, Telegram's, or the way there. */
export interface Lateness {
  /** What could have left by now, and has not. */
  readonly waiting: number
  /** How long the first of them has waited. */
  readonly longest: number
  /** What left late in the last day, and the worst of it. */
  readonly late: number
  readonly worst: number
}

/** Less than this is nobody's concern. */
export const TOLERATED = minutes(1)

const LOOKED_BACK = hours(24)

export const latenessOf = (
  waiting: readonly Pick<Outgoing, "leaveAt">[],
  sent: readonly Pick<Outgoing, "leaveAt" | "sentAt">[],
  now: Instant,
): Lateness => {
  const held = waiting.map(({ leaveAt }) => now - leaveAt).filter((length) => length >= 0)
  const late = sent
    .filter(({ sentAt }) => sentAt !== null && sentAt > now - LOOKED_BACK)
    .map(({ sentAt, leaveAt }) => (sentAt ?? leaveAt) - leaveAt)
    .filter((length) => length > TOLERATED)
  const most = (lengths: readonly number[]): number =>
    lengths.reduce((worst, length) => Math.max(worst, length), 0)
  return { waiting: held.length, longest: most(held), late: late.length, worst: most(late) }
}
