import { probePatience } from "../rules/backoff.ts"
import type { Instant } from "../rules/time.ts"
import { type Messenger, Pause } from "./messenger.ts"

/**
 * Whether anything may be sent at all. After a failure the messenger is first asked a harmless question, again and again,
 * so that the one repeat a message has is not spent on a network that is down.
 */
export class Connection {
  readonly #messenger: Messenger
  #pausedUntil: Instant = 0
  #doubt: { readonly failures: number; readonly askAt: Instant; readonly asking: boolean } | null = null

  constructor(messenger: Messenger) {
    this.#messenger = messenger
  }

  /** Nothing leaves before this time. */
  pause(until: Instant): void {
    this.#pausedUntil = Math.max(this.#pausedUntil, until)
  }

  /** A call failed: is anybody there? */
  suspect(now: Instant): void {
    this.#doubt ??= { failures: 0, askAt: now, asking: false }
  }

  isOpen(now: Instant): boolean {
    return this.#doubt === null && this.#pausedUntil <= now
  }

  /** When something happens here, at the soonest; for one that is open, now. */
  opensAt(now: Instant): Instant {
    return Math.max(now, this.#pausedUntil, this.#doubt?.askAt ?? 0)
  }

  /** Asks whether the messenger can be reached, when that is due; null when there is nothing to ask now. */
  ask(now: () => Instant): Promise<void> | null {
    const doubt = this.#doubt
    if (!doubt || doubt.asking || Math.max(doubt.askAt, this.#pausedUntil) > now()) return null
    this.#doubt = { ...doubt, asking: true }
    return this.#messenger.self().then(
      () => {
        this.#doubt = null
      },
      (fault: unknown) => {
        const failures = doubt.failures + 1
        this.#doubt = { failures, askAt: now() + probePatience(failures), asking: false }
        if (fault instanceof Pause) this.pause(now() + fault.duration)
      },
    )
  }
}
