import type { Lane } from "../rules/outgoing.ts"
import type { Instant } from "../rules/time.ts"
import type { Backlog } from "./backlog.ts"
import type { Budgets } from "./budgets.ts"
import type { Line, Waiting } from "./queue.ts"

/** How many calls may be under way; emergencies may have some more. */
const AT_ONCE = 100
const MORE_FOR_EMERGENCIES = 10
/** How many notices may share a message. */
const SHARING = 30

/** A message chosen to leave now, and those behind it that may share its call. */
export interface Departing extends Line {
  readonly first: Waiting
  readonly followers: readonly string[]
}

/** Emergencies and removals have a track of their own in each chat, so that no call that hangs stands before them. */
const TRACKS: Readonly<Partial<Record<Lane, string>>> = { emergency: "!", removal: "-" }
const trackOf = ({ door, lane }: Line): string => `${TRACKS[lane] ?? ""}:${door}`
const isUrgent = (lane: Lane): boolean => lane in TRACKS

const isNow = (at: Instant | null, now: Instant): boolean => at !== null && at <= now

/** Chooses what leaves: by lane, within the budgets, one at a time in each chat. */
export class Dispatch {
  readonly #backlog: Backlog
  readonly #budgets: Budgets
  /** Where one is under way, until what became of it is recorded. */
  readonly #busy = new Set<string>()
  /** How many calls wait for their answer. */
  #calling = 0

  constructor(backlog: Backlog, budgets: Budgets) {
    this.#backlog = backlog
    this.#budgets = budgets
  }

  /** What leaves now; each is counted until it is answered or stays. */
  choose(now: Instant): Departing[] {
    const chosen: Departing[] = []
    for (const line of this.#backlog.queue.due(now)) {
      const { door, lane } = line
      // Lines come by urgency: what there is no room for now, there is none for in the lines after it.
      if (!this.#hasRoom(lane, now)) break
      if (!this.#isFree(line, now)) continue
      const [first, ...behind] = this.#backlog.queue.line(line).slice(0, SHARING)
      if (!first) continue
      this.#leave(line)
      chosen.push({ door, lane, first, followers: behind.map(({ id }) => id) })
    }
    return chosen
  }

  /** Lets one leave that never waited, if it takes nobody's place: then it is counted like those that were chosen. */
  pass(line: Line, now: Instant): boolean {
    for (const due of this.#backlog.queue.due(now)) if (!this.#busy.has(trackOf(due))) return false
    if (this.#backlog.queue.line(line).length > 0) return false
    if (!this.#hasRoom(line.lane, now) || !this.#isFree(line, now)) return false
    this.#leave(line)
    return true
  }

  #leave(line: Line): void {
    this.#busy.add(trackOf(line))
    this.#calling += 1
    this.#budgets.left(line.door, line.lane)
  }

  #hasRoom(lane: Lane, now: Instant): boolean {
    const many = AT_ONCE + (isUrgent(lane) ? MORE_FOR_EMERGENCIES : 0)
    return this.#calling < many && isNow(this.#budgets.overallFreeAt(lane, now), now)
  }

  #isFree(line: Line, now: Instant): boolean {
    return !this.#busy.has(trackOf(line)) && isNow(this.#budgets.chatFreeAt(line.door, line.lane, now), now)
  }

  /** Its answer came. The line goes on only once that is recorded. */
  answered({ door, lane }: Line, now: Instant): void {
    this.#calling -= 1
    this.#budgets.answered(door, lane, now)
  }

  recorded(one: Line): void {
    this.#busy.delete(trackOf(one))
  }

  /** It did not leave after all. */
  stayed(one: Line): void {
    this.#calling -= 1
    this.#budgets.stayed(one.door, one.lane)
    this.#busy.delete(trackOf(one))
  }

  /** When the next may leave, at the soonest; null when nothing waits, or all that waits waits for an answer. */
  next(now: Instant): Instant | null {
    let next = this.#backlog.queue.nextAfter(now) ?? Infinity
    const overall = new Map<Lane, Instant>()
    for (const line of this.#backlog.queue.due(now)) {
      const { door, lane } = line
      if (this.#busy.has(trackOf(line))) continue
      const soonest = overall.get(lane) ?? this.#budgets.overallFreeAt(lane, now) ?? Infinity
      overall.set(lane, soonest)
      if (soonest >= next) continue
      next = Math.min(next, Math.max(soonest, this.#budgets.chatFreeAt(door, lane, now) ?? Infinity))
    }
    return next === Infinity ? null : next
  }
}
