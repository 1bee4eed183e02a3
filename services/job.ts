import type { RowOf, TableName } from "../storage/store.ts"
import type { Act } from "./app.ts"

/** The tables whose rows wait for a time. */
export type DueTable = { [N in TableName]: "dueAt" extends keyof RowOf<N> ? N : never }[TableName]

/** What the clock does with the due rows of one table. */
export interface JobOn<N extends DueTable> {
  readonly name: string
  readonly table: N
  /** Runs in a transaction of its own, and leaves the row gone, or due later than it was. */
  run(act: Act, row: RowOf<N>): Promise<void>
}

/** A job on some table. A table has one job. */
export type Job = { [N in DueTable]: JobOn<N> }[DueTable]
