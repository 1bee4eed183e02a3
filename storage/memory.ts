import type { Instant } from "../rules/time.ts"
import { emptyState, Engine, type Journal, type State } from "./engine.ts"
import type { Line, Store } from "./store.ts"
import { tables } from "./tables.ts"

/** A journal that lasts as long as the process. */
class Lines implements Journal {
  readonly #lines: Line[] = []

  append(line: Line): void {
    this.#lines.push(line)
  }

  settled(): Promise<void> {
    return Promise.resolve()
  }

  history(table: string, id: string): Promise<readonly Line[]> {
    const touched = (line: Line): boolean =>
      line.changes.some((change) => change[0] === table && change[1] === id)
    return Promise.resolve(this.#lines.filter(touched))
  }

  close(): Promise<void> {
    return Promise.resolve()
  }
}

/** A store that begins with this state, and keeps nothing. */
export const memoryOf = (state: State, now: () => Instant): Store =>
  new Engine(tables, state, new Lines(), now)

/** The reference driver: everything the port promises, except that nothing outlives the process. */
export const openMemory = (options: { readonly now: () => Instant }): Promise<Store> =>
  Promise.resolve(memoryOf(emptyState(tables), options.now))
