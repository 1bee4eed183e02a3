import type { Instant } from "../rules/time.ts"
import type { RowOf, TableName, tables } from "./tables.ts"

export type { RowOf, TableName } from "./tables.ts"

/** Who makes a change, by which command or job, and which incoming update brought it. */
export interface About {
  /** A person's id, or `clock`, `command-line`, `setup`; read when the work is done, which may have found it out. */
  readonly by: string
  /** The command or job: `post`, `digest` … */
  readonly why: string
  /** The id of the incoming update, when one brought it; processed at most once. */
  readonly incoming?: string
}

/** What became of a transaction: its value, or the news that its incoming had been processed before. */
export type Outcome<T> = { readonly repeated: false; readonly value: T } | { readonly repeated: true }

type IndexOf<N extends TableName> = keyof (typeof tables)[N]["indexes"] & string

/** One table inside a transaction. Reads see what the same transaction has written. */
export interface Table<N extends TableName> {
  get(id: string): Promise<RowOf<N> | null>
  /** The rows whose index holds this value, in order of id. */
  where(index: IndexOf<N>, value: string): Promise<readonly RowOf<N>[]>
  /** Rows whose `dueAt` is at or before `now`, soonest first, ties in order of id. */
  due(now: Instant, limit: number): Promise<readonly RowOf<N>[]>
  all(): Promise<readonly RowOf<N>[]>
  put(row: RowOf<N>): Promise<void>
  remove(id: string): Promise<void>
}

export type Tables = { readonly [N in TableName]: Table<N> }

/** A change of one row: table, id, and the row as it is afterwards, or null when it was removed. */
export type Change = readonly [table: TableName, id: string, row: unknown]

/** A row that a transaction has changed: as it was and as it is; null where there was none, or is none any more. */
export interface Altered {
  readonly table: TableName
  readonly id: string
  readonly before: unknown
  readonly after: unknown
}

/** One line of the journal: one transaction. */
export interface Line {
  readonly seq: number
  /** Local time with offset, `2026-02-14T09:00:00.000+08:00`. */
  readonly at: string
  readonly by: string
  readonly why: string
  readonly incoming: string | null
  readonly changes: readonly Change[]
  readonly prev: string
  /** SHA-256, hex, over `prev` and the line in canonical form. */
  readonly hash: string
}

/** Runs a part of a transaction, gives back its value, and forgets every change that part made. */
export type Rehearse = <T>(part: () => Promise<T>) => Promise<T>

/** What the transaction has changed so far, in the order in which it was first touched. */
export type AlteredSoFar = () => readonly Altered[]

export interface Store {
  /**
   * Runs `work` alone, all or nothing: when it throws, nothing has changed. Resolves once the change is durable.
   * An incoming that was processed before runs nothing and says so. A transaction that changed nothing and had no
   * incoming leaves no line.
   */
  transaction<T>(
    about: About,
    work: (tables: Tables, rehearse: Rehearse, altered: AlteredSoFar) => Promise<T>,
  ): Promise<Outcome<T>>
  /**
   * Calls `listener` after each transaction that changed rows, once it is durable, with its changes in the order in which
   * the rows were first touched. The listener is quick and never throws. Gives back what ends it.
   */
  watch(listener: (changes: readonly Change[]) => void): () => void
  /** The journal lines that touched a row, oldest first. */
  history(table: TableName, id: string): Promise<readonly Line[]>
  /** Finishes what is under way, writes what a quick start needs, and lets go of everything. */
  close(): Promise<void>
}
