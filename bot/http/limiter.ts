import { answered, freeAt, left, UNUSED, type Used } from "../../rules/budget.ts"
import { type Instant, seconds } from "../../rules/time.ts"

/** How many requests one token may make in how long. */
export const REQUESTS = { limit: 20, span: seconds(10), reserved: 0, promptness: 0 } as const
/** The same for all that is no token we know. */
const STRANGERS = { ...REQUESTS, limit: 100 }
const STRANGER = ""
/** Tokens remembered before the quiet ones are forgotten. */
const MANY = 10_000

/** Counts requests by token, so that none of them keeps the bot from its work. */
export class Limiter {
  readonly #used = new Map<string, Used>()
  /** Fingerprints of what was a token when it was last shown. */
  readonly #known = new Set<string>()

  /** Takes note of a request; gives back when there is room again, where there is none now. */
  take(fingerprint: string, now: Instant): Instant | null {
    const who = this.#known.has(fingerprint) ? fingerprint : STRANGER
    const allowance = who === STRANGER ? STRANGERS : REQUESTS
    const used = this.#used.get(who) ?? UNUSED
    const at = freeAt(allowance, used, "emergency", now)
    if (at !== null && at > now) return at
    this.#used.set(who, answered(allowance, left(used), now))
    return null
  }

  know(fingerprint: string): void {
    if (this.#known.size >= MANY) {
      this.#known.clear()
      this.#used.clear()
    }
    this.#known.add(fingerprint)
  }

  forget(fingerprint: string): void {
    this.#known.delete(fingerprint)
    this.#used.delete(fingerprint)
  }
}
