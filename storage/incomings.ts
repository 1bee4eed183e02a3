import { hours, type Instant } from "../rules/time.ts"

/** A messenger delivers an update again for a day at most; twice that is kept, and never fewer than this many. */
const KEPT_FOR = hours(48)
const KEPT_AT_LEAST = 1_000

/** The incoming updates that were processed, so that none is processed twice. */
export class Incomings {
  readonly #seen = new Map<string, Instant>()

  has(id: string): boolean {
    return this.#seen.has(id)
  }

  add(id: string, at: Instant): void {
    this.#seen.set(id, at)
    for (const [oldest, then] of this.#seen) {
      if (this.#seen.size <= KEPT_AT_LEAST || then >= at - KEPT_FOR) break
      this.#seen.delete(oldest)
    }
  }

  /** In the order in which they came. */
  list(): [id: string, at: Instant][] {
    return [...this.#seen]
  }
}
