/** Brings the rows of one table from one version to the next. Pure: the journal keeps the rows as they were. */
export interface Migration {
  readonly table: string
  /** The version it starts from; the result is one higher. */
  readonly from: number
  readonly change: (row: unknown) => unknown
}

/** Every migration there ever was, so that a journal of any age can be replayed. */
export const migrations: readonly Migration[] = []
