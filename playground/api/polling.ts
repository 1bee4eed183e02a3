import type { Queue } from "../world/queue.ts"
import type { Update } from "../world/shapes.ts"
import { conflict } from "./refusal.ts"

const TERMINATED = "terminated by other getUpdates request; make sure that only one bot instance is running"
/** Telegram holds a poll no longer than this, in seconds. */
const LONGEST_POLL = 50

interface Poll {
  readonly limit: number
  readonly end: (updates: readonly Update[]) => void
  readonly fail: (reason: Error) => void
  readonly timer: NodeJS.Timeout
}

/** Long polling: one poll at a time waits here until an update arrives. */
export interface Polling {
  poll(asked: { offset: number; limit: number; timeout: number }): Promise<readonly Update[]>
  /** Ends the waiting poll with a refusal. */
  interrupt(reason: Error): void
  /** Ends the waiting poll with what there is: nothing. */
  end(): void
  /** For the poll that waits now: forgets it, because whoever asked has gone. */
  readonly abandon: () => void
  /** Whether somebody is waiting for updates. */
  readonly listening: boolean
  /** When the last poll began, in real time. */
  readonly lastAt: number
}

export const createPolling = (queue: Queue): Polling => {
  let waiting: Poll | null = null
  let lastAt = 0

  const take = (): Poll | null => {
    const poll = waiting
    waiting = null
    if (poll) clearTimeout(poll.timer)
    return poll
  }
  queue.listen((change) => {
    // Answering in the next turn of the loop lets updates that come together leave together.
    if (change === "arrived" && waiting) {
      const poll = take()
      setImmediate(() => poll?.end(queue.first(poll.limit)))
    }
  })

  return {
    poll: async ({ offset, limit, timeout }) => {
      lastAt = Date.now()
      take()?.fail(conflict(TERMINATED))
      if (offset !== 0) queue.confirm(offset)
      const updates = queue.first(limit)
      if (updates.length > 0 || timeout <= 0) return updates
      return new Promise<readonly Update[]>((end, fail) => {
        const timer = setTimeout(() => take()?.end([]), Math.min(timeout, LONGEST_POLL) * 1_000)
        waiting = { limit, end, fail, timer }
      })
    },
    interrupt: (reason) => take()?.fail(reason),
    end: () => take()?.end([]),
    get abandon() {
      const poll = waiting
      return () => {
        if (poll !== null && poll === waiting) take()?.end([])
      }
    },
    get lastAt() {
      return lastAt
    },
    get listening() {
      return waiting !== null
    },
  }
}
