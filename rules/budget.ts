import type { Lane } from "./outgoing.ts"
import { type Instant, minutes, seconds } from "./time.ts"

/** How many messages may leave in a span of time, overall or to one group; part of it for emergencies alone. */
export interface Allowance {
  /** At most this many in any `span`; `Infinity` for as many as there are. */
  readonly limit: number
  readonly span: number
  /** How many of them are kept for emergencies. */
  readonly reserved: number
  /** How soon an emergency has to find them free; the routine may borrow them for as long as that. */
  readonly promptness: number
}

/** What has been used of an allowance: when each answer came, soonest first, and how many are still awaited. */
export interface Used {
  readonly answered: readonly Instant[]
  /** Those that came after them, few at a time: where many may leave, the long list is not written anew for each. */
  readonly latest: readonly Instant[]
  readonly awaited: number
}

export const UNUSED: Used = { answered: [], latest: [], awaited: 0 }
const FEW = 32

/** Kept for emergencies, as a part of what may leave: overall, and in one group. */
const OVERALL_RESERVE = 0.1
const GROUP_RESERVE = 0.2
/** Overall, places come free all the time: an emergency may wait this long for one. */
const OVERALL_PROMPTNESS = 200

const reserve = (limit: number, share: number): number =>
  limit < 2 || limit === Infinity ? 0 : Math.min(limit - 1, Math.max(1, Math.floor(limit * share)))

export const overallAllowance = (perSecond: number): Allowance => ({
  limit: perSecond,
  span: seconds(1),
  reserved: reserve(perSecond, OVERALL_RESERVE),
  promptness: OVERALL_PROMPTNESS,
})

export const groupAllowance = (perMinute: number): Allowance => ({
  limit: perMinute,
  span: minutes(1),
  reserved: reserve(perMinute, GROUP_RESERVE),
  promptness: 0,
})

/** When the last answer came; 0 when there was none of late. */
export const lastAnswer = ({ answered: times, latest }: Used): Instant => latest.at(-1) ?? times.at(-1) ?? 0

/** What still counts; an instant that lies ahead belongs to a clock that has been turned back since. */
const recentOf = ({ span }: Allowance, used: Used, now: Instant): readonly Instant[] => {
  const times = used.latest.length > 0 ? [...used.answered, ...used.latest] : used.answered
  if ((times.at(-1) ?? 0) > now) return times.filter((at) => at <= now)
  let passed = 0
  while (passed < times.length && (times[passed] ?? now) + span <= now) passed += 1
  return passed > 0 ? times.slice(passed) : times
}

/**
 * When the next message of this lane may leave; null when an answer has to come first. A message is counted from the
 * moment it leaves until `span` after its answer: wherever between the two the messenger counted it, no window of its own
 * ever holds more than the limit.
 */
export const freeAt = (allowance: Allowance, used: Used, lane: Lane, now: Instant): Instant | null => {
  const any = roomAt(allowance, used, allowance.limit, now)
  if (any === null || lane === "emergency") return any
  const spare = roomAt(allowance, used, allowance.limit - allowance.reserved, now)
  return spare === null ? null : Math.max(any, spare - allowance.promptness)
}

/** When fewer than so many count; null when an answer has to come first. */
const roomAt = (allowance: Allowance, used: Used, limit: number, now: Instant): Instant | null => {
  if (used.answered.length + used.latest.length + used.awaited < limit) return now
  const recent = recentOf(allowance, used, now)
  const excess = recent.length + used.awaited - limit
  if (excess < 0) return now
  const frees = recent[excess]
  return frees === undefined ? null : frees + allowance.span
}

export const left = (used: Used): Used => ({ ...used, awaited: used.awaited + 1 })

export const stayed = (used: Used): Used => ({ ...used, awaited: used.awaited - 1 })

export const answered = (allowance: Allowance, used: Used, now: Instant): Used => {
  const awaited = used.awaited - 1
  if (allowance.limit === Infinity) return { ...UNUSED, awaited }
  if (used.latest.length < FEW && lastAnswer(used) <= now)
    return { answered: used.answered, latest: [...used.latest, now], awaited }
  return { answered: [...recentOf(allowance, used, now), now], latest: [], awaited }
}

/** How fast messages may follow each other in one private chat, after a burst. */
export interface Pace {
  readonly perSecond: number
  readonly burst: number
}

/** What has been used of a pace: when the burst will be whole again, and how many answers are awaited. */
export interface Spent {
  readonly wholeAt: Instant
  readonly awaited: number
}

export const UNSPENT: Spent = { wholeAt: 0, awaited: 0 }

const gap = (pace: Pace): number => seconds(1) / pace.perSecond

/**
 * When the next message of this lane may leave at this pace; null when an answer has to come first. The last of a burst is
 * kept for emergencies.
 */
export const paceFreeAt = (pace: Pace, spent: Spent, lane: Lane, now: Instant): Instant | null => {
  if (pace.burst === Infinity) return now
  const burst = lane === "emergency" || pace.burst < 2 ? pace.burst : pace.burst - 1
  const room = burst - 1 - spent.awaited
  if (room < 0) return null
  // Farther ahead than any burst lasts it was reckoned by a clock that has been turned back since.
  const isStale = spent.wholeAt > now + (pace.burst + 1) * gap(pace)
  const wholeAt = isStale ? now : Math.min(spent.wholeAt, now + pace.burst * gap(pace))
  return Math.max(now, wholeAt - room * gap(pace))
}

export const paceLeft = (spent: Spent): Spent => ({ ...spent, awaited: spent.awaited + 1 })

export const paceStayed = (spent: Spent): Spent => ({ ...spent, awaited: spent.awaited - 1 })

/** The pace is reckoned from the answer: by then the messenger has counted the message. */
export const paceAnswered = (pace: Pace, spent: Spent, now: Instant): Spent => {
  const longest = pace.burst === Infinity ? 0 : pace.burst * gap(pace)
  return {
    wholeAt: Math.min(Math.max(spent.wholeAt, now), now + longest) + gap(pace),
    awaited: spent.awaited - 1,
  }
}
