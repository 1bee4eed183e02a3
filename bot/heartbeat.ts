import type { Canary } from "../rules/canary.ts"
import { type Instant, minutes } from "../rules/time.ts"
import { act, type App } from "../services/app.ts"
import * as canaries from "../services/canaries.ts"
import type { Log } from "./log.ts"

/** How often a canary is sent, where somebody outside watches. */
const WATCHED_EVERY = minutes(5)
/** How often it is noted that the bot is there, where nobody does. */
const NOTED_EVERY = minutes(10)
/** Longer than this nobody waits for an answer (milliseconds). */
const PATIENCE = 10_000
/** The same when the process is about to end. */
const LAST_PATIENCE = 3_000

/** Tells somebody outside that the whole path of a message works, or that the bot has stopped. */
export interface Heartbeat {
  /** Sends a canary when it is time for one; at each beat. */
  tick(): Promise<void>
  /** Notes that the bot was there until now: before a clean stop. */
  last(): Promise<void>
  /** Says outside that the bot stops with a fault. Never throws. */
  fail(): Promise<void>
  stop(): void
}

const failing = (url: string): string => {
  const address = new URL(url)
  address.pathname = `${address.pathname.replace(/\/+$/, "")}/fail`
  return address.href
}

const call = async (url: string, patience: number): Promise<void> => {
  const answer = await fetch(url, { signal: AbortSignal.timeout(patience) })
  await answer.body?.cancel()
  if (!answer.ok) throw new Error(`it answered ${String(answer.status)}`)
}

/** Says outside that the bot could not start, or stops. Never throws, and never names the address. */
export const tellFailure = async (url: string | null, log: Pick<Log, "warn">): Promise<void> => {
  if (url === null) return
  await call(failing(url), LAST_PATIENCE).catch(() =>
    log.warn("the heartbeat address did not hear of the stop"),
  )
}

/** Watches the canaries that come back; `url` null only notes from time to time that the bot is there. */
export const openHeartbeat = (app: App, url: string | null, log: Pick<Log, "warn">): Heartbeat => {
  const every = url === null ? NOTED_EVERY : WATCHED_EVERY
  let lastPut: Instant = -Infinity
  let lastBack: Instant = -Infinity

  const note = async (goes: boolean): Promise<void> => {
    lastPut = app.now()
    await act(app, { by: "clock", why: "canary" }, (turn) => canaries.put(turn, { goes }))
  }

  const ping = async (): Promise<void> => {
    if (url !== null) await call(url, PATIENCE).catch(() => log.warn("the heartbeat address did not answer"))
  }

  const unwatch = app.store.watch((changes) => {
    for (const [table, , row] of changes) {
      const { putAt = 0, backAt = null } = table === "canaries" ? ((row as Canary | null) ?? {}) : {}
      if (backAt === null || backAt < putAt || backAt <= lastBack) continue
      lastBack = backAt
      void ping()
    }
  })

  return {
    tick: async () => {
      // A clock that was turned back is no reason to wait.
      if (Math.abs(app.now() - lastPut) >= every) await note(url !== null)
    },
    last: () => note(false),
    fail: () => tellFailure(url, log),
    stop: unwatch,
  }
}
