import { isBegun } from "../rules/outbox.ts"
import { type Lane, lanes, type Outgoing } from "../rules/outgoing.ts"
import type { Instant } from "../rules/time.ts"

/** A message that waits, as the queue knows it. */
export interface Waiting {
  readonly id: string
  /** The chat it goes to. */
  readonly door: string
  readonly lane: Lane
  readonly leaveAt: Instant
  readonly createdAt: Instant
  /** Which one it was to become known: what came at the same time stays in that order. */
  readonly arrival: number
  /** Those behind it wait for it, even while it waits for another try. */
  readonly begun: boolean
}

/** Where a line of waiting messages goes: one chat, one lane. */
export interface Line {
  readonly door: string
  readonly lane: Lane
}

const inOrder = (one: Waiting, other: Waiting): number =>
  one.createdAt - other.createdAt || one.arrival - other.arrival

const soonest = (one: Waiting, other: Waiting): number => one.leaveAt - other.leaveAt

/** Puts one behind all that come before it or beside it. */
const insert = (list: Waiting[], one: Waiting, compare: (one: Waiting, other: Waiting) => number): void => {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >> 1
    const beside = list[middle]
    if (beside && compare(beside, one) <= 0) low = middle + 1
    else high = middle
  }
  list.splice(low, 0, one)
}

const drop = (list: Waiting[], one: Waiting): boolean => {
  const index = list.indexOf(one)
  if (index >= 0) list.splice(index, 1)
  return index >= 0
}

/** What waits, in memory: a line for each chat and lane, in order, and aside from them what is not due yet. */
export class Queue {
  readonly #known = new Map<string, Waiting>()
  readonly #lines: Record<Lane, Map<string, Waiting[]>> = {
    removal: new Map(),
    emergency: new Map(),
    answer: new Map(),
    notice: new Map(),
    digest: new Map(),
  }
  readonly #notDue: Waiting[] = []
  /** Of all that has not come to its end, under way included. */
  readonly #arrivals = new Map<string, number>()
  #arrived = 0

  /** Takes a row in, or takes note of its change; a row that does not wait is let go. */
  put(row: Outgoing, door: string): void {
    const { id, lane, leaveAt, createdAt } = row
    const arrival = this.#arrivals.get(id) ?? ++this.#arrived
    this.remove(id)
    if (row.dueAt !== null) return
    this.#arrivals.set(id, arrival)
    if (row.state !== "waiting") return
    const one: Waiting = { id, door, lane, leaveAt, createdAt, arrival, begun: isBegun(row) }
    this.#known.set(id, one)
    if (one.begun) this.#join(one)
    else insert(this.#notDue, one, soonest)
  }

  remove(id: string): void {
    this.#arrivals.delete(id)
    const one = this.#known.get(id)
    if (!one) return
    this.#known.delete(id)
    const line = this.#lines[one.lane].get(one.door)
    if (!line || !drop(line, one)) drop(this.#notDue, one)
    else if (line.length === 0) this.#lines[one.lane].delete(one.door)
  }

  /** The lines whose first may leave as far as time goes, the most urgent lane first. */
  *due(now: Instant): Generator<Line> {
    this.#admit(now)
    for (const lane of lanes) {
      for (const [door, [first]] of this.#lines[lane]) if (first && first.leaveAt <= now) yield { door, lane }
    }
  }

  /** The first of a line, and those behind it. */
  line({ door, lane }: Line): readonly Waiting[] {
    return this.#lines[lane].get(door) ?? []
  }

  /** Whether this is still what is known of it. */
  holds(one: Waiting): boolean {
    return this.#known.get(one.id) === one
  }

  /** The soonest time at which something falls due that is not due now; null when there is nothing of the kind. */
  nextAfter(now: Instant): Instant | null {
    this.#admit(now)
    let next = this.#notDue[0]?.leaveAt ?? Infinity
    for (const lane of lanes) {
      for (const [first] of this.#lines[lane].values()) {
        if (first && first.leaveAt > now) next = Math.min(next, first.leaveAt)
      }
    }
    return next === Infinity ? null : next
  }

  #admit(now: Instant): void {
    const due = this.#notDue.findIndex(({ leaveAt }) => leaveAt > now)
    for (const one of this.#notDue.splice(0, due < 0 ? this.#notDue.length : due)) this.#join(one)
  }

  #join(one: Waiting): void {
    const line = this.#lines[one.lane].get(one.door)
    if (line) insert(line, one, inOrder)
    else this.#lines[one.lane].set(one.door, [one])
  }
}
