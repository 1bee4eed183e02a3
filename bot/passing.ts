import { compareLanes, type Outgoing } from "../rules/outgoing.ts"
import type { Instant } from "../rules/time.ts"
import type { Act, App } from "../services/app.ts"
import type { Call } from "../services/departure.ts"
import { postedIn } from "../services/outbox.ts"
import type { Dispatch } from "./dispatch.ts"
import type { Line } from "./queue.ts"

/** What leaves with a transaction. */
export interface Departure {
  /** The transaction is durable: now. */
  go(): void
  /** It has failed, and nothing of it stands. */
  stay(): void
}

/** What the sender does for those that leave with a transaction. */
interface Ways {
  /** Whether anything may leave at all. */
  readonly isOpen: (now: Instant) => boolean
  /** Records one as leaving; gives back its call, unless it has to wait. */
  readonly take: (turn: Act, row: Outgoing) => Promise<readonly Call[]>
  readonly call: (line: Line, call: Call) => void
  readonly wake: () => void
}

/**
 * Answers that never wait: where nothing stands before them they are recorded as leaving in the very transaction that
 * posts them, which saves a transaction and a row's change for each.
 */
export class Passing {
  readonly #app: App
  readonly #dispatch: Dispatch
  readonly #ways: Ways

  constructor(app: App, dispatch: Dispatch, ways: Ways) {
    this.#app = app
    this.#dispatch = dispatch
    this.#ways = ways
  }

  /** At the end of a transaction. Never throws for a message's sake: what cannot leave so waits like any other. */
  async depart(turn: Act): Promise<Departure> {
    const leaving: (readonly [line: Line, call: Call])[] = []
    for (const id of postedIn(turn)) {
      const row = await turn.tables.outbox.get(id)
      // What is more urgent goes first, and takes the answers behind it along into the queue.
      if (row && compareLanes(row.lane, "answer") < 0) break
      const line = row && this.#lineOf(row, turn.now)
      if (!row || !line || !this.#dispatch.pass(line, turn.now)) continue
      const call = await this.#take(turn, row)
      if (call) leaving.push([line, call])
      else this.#dispatch.stayed(line)
    }
    return {
      go: () => {
        for (const [line, call] of leaving) this.#ways.call(line, call)
      },
      stay: () => {
        for (const [line] of leaving) this.#dispatch.stayed(line)
        if (leaving.length > 0) this.#ways.wake()
      },
    }
  }

  /** Where an answer goes that may leave at once; null for what is none, or has to wait. */
  #lineOf({ state, lane, to, leaveAt }: Outgoing, now: Instant): Line | null {
    const isReady = state === "waiting" && lane === "answer" && to.kind === "chat" && leaveAt <= now
    return isReady && this.#ways.isOpen(now) ? { door: to.id, lane } : null
  }

  async #take(turn: Act, row: Outgoing): Promise<Call | null> {
    try {
      const [call] = await this.#ways.take(turn, row)
      return call ?? null
    } catch (fault) {
      this.#app.report(fault, "sending")
      await turn.tables.outbox.put(row)
      return null
    }
  }
}
