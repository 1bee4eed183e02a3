import type { Instant } from "../rules/time.ts"
import type { Store } from "./store.ts"

/** What a driver is given; each takes what it needs. */
export interface DriverOptions {
  /** A folder of its own. */
  readonly folder: string
  readonly now: () => Instant
  /** Hears what whoever runs the bot should know. */
  readonly notice: (text: string) => void
  /** Hears, once, that nothing can be kept any more: the process has to end. */
  readonly fatal: (fault: Error) => void
}

/** One way to keep what the store remembers. */
export interface Driver {
  readonly name: string
  /** Whether what was closed can be opened again. */
  readonly lasting: boolean
  open(options: DriverOptions): Promise<Store>
}
