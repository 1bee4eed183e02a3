import type { z } from "zod"

/** How a table is declared. */
export interface TableOf<Row, I extends string> {
  readonly row: z.ZodType<Row>
  /** Raised when the shape of a row changes; `migrations.ts` then says how. */
  readonly version: number
  /** From a row to the value under which it is found; null leaves it out of the index. */
  readonly indexes: Readonly<Record<I, (row: Row) => string | null>>
}

export const table = <Row extends { readonly id: string }, I extends string = never>(
  row: z.ZodType<Row>,
  indexes: Readonly<Record<I, (row: Row) => string | null>> = {} as Readonly<Record<I, never>>,
  version = 1,
): TableOf<Row, I> => ({ row, version, indexes })
