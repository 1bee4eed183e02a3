import type { Update } from "grammy/types"
import { type Client, POLL } from "./telegram-client.ts"
import { isConflict } from "./telegram-faults.ts"
import type { WANTED } from "./telegram-incoming.ts"
import type { Intake } from "./telegram-intake.ts"
import { Patience, type PatienceOptions } from "./telegram-patience.ts"

/** An update could not be received: it comes again. */
class NotTakenIn extends Error {
  constructor(cause: unknown) {
    super(`an update could not be taken in: ${cause instanceof Error ? cause.message : String(cause)}`, {
      cause,
    })
  }
}

export interface PollingOptions extends PatienceOptions {
  readonly client: Client
  readonly intake: Intake
  /** What we ask Telegram to deliver, said each time. */
  readonly wanted: readonly (typeof WANTED)[number][]
  /** What has to be done before the first poll. */
  readonly prepare: () => Promise<unknown>
}

/** Asks for updates until stopped, whatever happens. An update is confirmed only once it has been received. */
export class Polling {
  readonly #options: PollingOptions
  readonly #patience: Patience
  /** Sent to confirm what was received, and only then: after a quiet week Telegram may count on from a lower number. */
  #confirm: number | null = null

  constructor(options: PollingOptions) {
    this.#options = options
    this.#patience = new Patience(options)
  }

  /** Resolves once stopped, or once trying on is useless. */
  async run(): Promise<void> {
    let ready = false
    while (!this.#isStopped()) {
      try {
        if (!ready) await this.#options.prepare()
        ready = true
        await this.#takeIn(await this.#poll())
        this.#patience.restored()
      } catch (fault) {
        if (this.#isStopped()) break
        // A webhook that somebody set in the meantime is a conflict too.
        if (isConflict(fault)) ready = false
        if (!(await this.#patience.after(fault))) return
      }
    }
    await this.#sayGoodbye()
  }

  #isStopped(): boolean {
    return this.#options.signal.aborted
  }

  #poll(): Promise<Update[]> {
    const { client, signal, wanted } = this.#options
    const offset = this.#confirm === null ? {} : { offset: this.#confirm }
    return client.poll(
      "getUpdates",
      { ...offset, timeout: POLL, limit: 100, allowed_updates: wanted },
      signal,
    )
  }

  async #takeIn(updates: readonly Update[]): Promise<void> {
    this.#confirm = null
    const taken = await Promise.allSettled(updates.map((update) => this.#options.intake.take(update)))
    const failed = taken.findIndex(({ status }) => status === "rejected")
    const received = failed < 0 ? updates.at(-1) : updates[failed - 1]
    if (received) this.#confirm = received.update_id + 1
    const fault = taken[failed]
    if (fault?.status === "rejected") throw new NotTakenIn(fault.reason)
  }

  /** Confirms the last batch, so that the next start is not given it again. */
  async #sayGoodbye(): Promise<void> {
    if (this.#confirm === null) return
    const { client, wanted } = this.#options
    await client
      .call("getUpdates", { offset: this.#confirm, timeout: 0, limit: 1, allowed_updates: wanted })
      .catch(() => [])
  }
}
