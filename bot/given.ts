import type { Instant } from "../rules/time.ts"
import type { App } from "../services/app.ts"
import type { Store } from "../storage/store.ts"
import type { Log } from "./log.ts"
import type { Limits } from "./messenger.ts"
import type { Host } from "./messengers/telegram-host.ts"

/** What comes from outside unless it is given: the wall clock, random ids, the file store and the log. */
export interface Given {
  readonly now: () => Instant
  readonly newId: () => string
  readonly open: (log: Log, fatal: (fault: Error) => void, now: () => Instant) => Promise<Store>
  readonly log: Log
  /** False when nothing is going to be kept: a folder without a journal then stays as it is. */
  readonly keeps: boolean
  /** How much may leave, where it differs from the settings. */
  readonly limits: Partial<Limits>
  /** What is set up before anybody is listened to. */
  readonly prepare: (app: App) => Promise<void>
  /** False when somebody else turns the clock: then nothing happens by itself but what is asked for by `settle`. */
  readonly ticking: boolean
  /** The bot in which we are mounted. */
  readonly host: Host | null
}

/** A bot at work. */
export interface Running {
  readonly app: App
  /** The one-time link that makes its user the administrator; null once there is one. */
  readonly claimLink: string | null
  /** Resolves once nothing can be done at the present time. */
  settle(): Promise<void>
  /** When the next thing falls due; null when nothing waits. */
  nextDue(): Promise<Instant | null>
  /** The clock has moved: looks again. */
  wake(): void
  /** The local port on which HTTP is served; null when it is not. */
  readonly httpPort: number | null
  /** Where the messenger finds the overview page; null while there is none. */
  readonly page: string | null
  /** Finishes what is under way, and lets go of everything. */
  stop(): Promise<void>
  /** Resolves with the fault after which nothing can be kept any more. */
  readonly broken: Promise<Error>
}
