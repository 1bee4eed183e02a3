import { seconds } from "../../rules/time.ts"
import type { Log } from "../log.ts"
import { Pause, Refused } from "../messenger.ts"
import { isConflict, isTokenWrong, read } from "./telegram-faults.ts"

const FIRST_WAIT = seconds(1)
const LONGEST_WAIT = seconds(30)
/** Telegram lets the poller before go on for about a minute. */
const CONFLICT_WAIT = seconds(65)

export const WRONG_TOKEN = "Telegram does not know this token. Please check TELEGRAM_TOKEN with BotFather."
const CONFLICT =
  "another program receives with this token (409). Only one may: stop the other. Trying again in 65 seconds"

/** Waits for a time, or until the signal says that nobody waits any more. */
export type Wait = (duration: number, signal: AbortSignal) => Promise<void>

export interface PatienceOptions {
  readonly log: Log
  readonly wait: Wait
  readonly fatal: (line: string) => void
  readonly signal: AbortSignal
}

/** Says once that receiving fails, waits longer from time to time, and says once that it goes on. */
export class Patience {
  readonly #options: PatienceOptions
  #failures = 0

  constructor(options: PatienceOptions) {
    this.#options = options
  }

  /** It went well. */
  restored(): void {
    if (this.#failures > 0)
      this.#options.log.info({ failures: this.#failures }, "receiving from Telegram again")
    this.#failures = 0
  }

  /** Waits before the next try; false when trying again is useless. */
  async after(fault: unknown): Promise<boolean> {
    const { log, wait, fatal, signal } = this.#options
    const meaning = isTokenWrong(fault) ? new Refused(WRONG_TOKEN) : read(fault)
    if (meaning instanceof Refused) {
      fatal(meaning.message)
      return false
    }
    this.#failures += 1
    if (isConflict(fault)) log.warn(CONFLICT)
    else if (this.#failures === 1) log.warn(`receiving from Telegram fails: ${meaning.message}`)
    await wait(this.#duration(fault, meaning), signal).catch(() => undefined)
    return true
  }

  /** Does it until it goes well; false when trying again is useless, or nobody waits any more. */
  async persist(work: () => Promise<unknown>): Promise<boolean> {
    while (!this.#options.signal.aborted) {
      try {
        await work()
        this.restored()
        return true
      } catch (fault) {
        if (!(await this.after(fault))) return false
      }
    }
    return false
  }

  #duration(fault: unknown, meaning: Error): number {
    if (isConflict(fault)) return CONFLICT_WAIT
    if (meaning instanceof Pause) return meaning.duration
    return Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** Math.min(this.#failures - 1, 10))
  }
}
