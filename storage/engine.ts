import type { Instant } from "../rules/time.ts"
import { Incomings } from "./incomings.ts"
import { NO_LINE, seal, stampOf } from "./line.ts"
import { type Nesting, watched } from "./nesting.ts"
import type { Rows } from "./rows.ts"
import { emptyRows, type Schema } from "./schema.ts"
import type {
  About,
  AlteredSoFar,
  Change,
  Line,
  Outcome,
  Rehearse,
  Store,
  TableName,
  Tables,
} from "./store.ts"
import { Work } from "./work.ts"

/** All that a store knows, in memory. */
export interface State {
  readonly rows: ReadonlyMap<string, Rows>
  readonly incomings: Incomings
  /** The last line. */
  head: { readonly seq: number; readonly hash: string }
}

export const emptyState = (schema: Schema): State => ({
  rows: emptyRows(schema),
  incomings: new Incomings(),
  head: { seq: 0, hash: NO_LINE },
})

/** Where lines are kept. */
export interface Journal {
  /** Takes the line of a finished transaction; lines become durable in this order. */
  append(line: Line, bytes: Uint8Array): void
  /** Resolves when everything taken is durable; rejects for good once something could not be kept. */
  settled(): Promise<void>
  history(table: string, id: string): Promise<readonly Line[]>
  close(): Promise<void>
}

/** A store that works in memory, one transaction at a time, and hands each finished one to a journal. */
export class Engine implements Store {
  readonly #schema: Schema
  readonly #state: State
  readonly #journal: Journal
  readonly #now: () => Instant
  readonly #listeners = new Set<(changes: readonly Change[]) => void>()
  readonly #nesting: Nesting
  #last: Promise<unknown> = Promise.resolve()
  #closing: Promise<void> | null = null

  constructor(
    schema: Schema,
    state: State,
    journal: Journal,
    now: () => Instant,
    nesting: Nesting = watched(),
  ) {
    this.#schema = schema
    this.#state = state
    this.#journal = journal
    this.#now = now
    this.#nesting = nesting
  }

  async transaction<T>(
    about: About,
    work: (tables: Tables, rehearse: Rehearse, altered: AlteredSoFar) => Promise<T>,
  ): Promise<Outcome<T>> {
    let changes: readonly Change[] = []
    const outcome = await this.#alone<Outcome<T>>(async () => {
      const { incoming } = about
      if (incoming !== undefined && this.#state.incomings.has(incoming)) return { repeated: true }
      const value = await this.#run(work, (done) => (changes = this.#keep(about, done)))
      return { repeated: false, value }
    })
    if (changes.length > 0) for (const listener of this.#listeners) listener(changes)
    return outcome
  }

  watch(listener: (changes: readonly Change[]) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  async history(table: TableName, id: string): Promise<readonly Line[]> {
    if (this.#closing) throw new Error("the store is closed")
    return this.#journal.history(table, id)
  }

  close(): Promise<void> {
    this.#closing ??= this.#last.then(() => this.#journal.close())
    return this.#closing
  }

  /**
   * Takes its turn after everybody before. The next may begin while this one's line is still on its way to the disk,
   * so whatever a turn saw has to be durable before its caller learns anything: a failure and a repeat wait too.
   */
  async #alone<T>(turn: () => Promise<T>): Promise<T> {
    if (this.#closing) throw new Error("the store is closed")
    if (this.#nesting.isInside()) {
      throw new Error("a transaction was begun inside another one, which would wait for itself for ever")
    }
    const result = this.#last.then(turn)
    this.#last = result.catch(() => null)
    try {
      return await result
    } finally {
      await this.#journal.settled()
    }
  }

  async #run<T>(
    work: (tables: Tables, rehearse: Rehearse, altered: AlteredSoFar) => Promise<T>,
    finish: (done: Work) => unknown,
  ): Promise<T> {
    const own = new Work(this.#schema, this.#state.rows)
    try {
      const value = await this.#nesting.run(() =>
        work(
          own.tables,
          (part) => own.rehearse(part),
          () => own.altered(),
        ),
      )
      finish(own)
      return value
    } catch (fault) {
      own.undo()
      throw fault
    } finally {
      own.end()
    }
  }

  #keep(about: About, done: Work): readonly Change[] {
    const changes = done.changes()
    const incoming = about.incoming ?? null
    if (changes.length === 0 && incoming === null) return changes
    const { seq, hash: prev } = this.#state.head
    const at = this.#now()
    const { by, why } = about
    const { line, bytes } = seal({ seq: seq + 1, at: stampOf(at), by, why, incoming, changes, prev })
    this.#state.head = { seq: line.seq, hash: line.hash }
    if (incoming !== null) this.#state.incomings.add(incoming, at)
    this.#journal.append(line, bytes)
    return changes
  }
}
