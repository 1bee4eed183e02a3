import type { Instant } from "../rules/time.ts"
import type { About, AlteredSoFar, Outcome, Rehearse, Store, Tables } from "../storage/store.ts"
import type { Text } from "../text/index.ts"

/** All there is to inject. */
export interface App {
  readonly store: Store
  readonly now: () => Instant
  readonly newId: () => string
  readonly text: Text
  /** Records a fault for whoever runs the bot, and gives back the reference a person can quote. */
  readonly report: (fault: unknown, about: string) => string
  /** What is added to each transaction at its end, of whatever it has changed. */
  readonly ending?: (act: Act) => Promise<void>
}

/** One transaction under way: who acts, when, and the tables. Never await the network in it. */
export interface Act {
  readonly tables: Tables
  /** Runs a part of the work and forgets what it changed. */
  readonly rehearse: Rehearse
  /** What has been changed so far. */
  readonly altered: AlteredSoFar
  readonly now: Instant
  /** A person's id, or `clock`, `command-line`, `setup`. */
  readonly by: string
  readonly newId: () => string
  readonly text: Text
}

/** Runs `work` in a transaction of its own. */
export const act = <T>(app: App, about: About, work: (act: Act) => Promise<T>): Promise<Outcome<T>> =>
  app.store.transaction(about, async (tables, rehearse, altered) => {
    const turn = { tables, rehearse, altered, now: app.now(), by: about.by, newId: app.newId, text: app.text }
    const value = await work(turn)
    await app.ending?.(turn)
    return value
  })
