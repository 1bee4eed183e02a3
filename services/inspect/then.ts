import type { Instant } from "../../rules/time.ts"
import type { RowOf, Table, TableName, Tables } from "../../storage/store.ts"
import type { Act } from "../app.ts"
import * as editions from "../editions.ts"

/** A table to be read row by row, with some rows as they were. */
const reading = async <N extends TableName>(
  table: Table<N>,
  were: ReadonlyMap<string, RowOf<N>>,
): Promise<Table<N>> => {
  if (were.size === 0) return table
  const all = (await table.all()).map((row) => were.get(row.id) ?? row)
  const refuse = (): never => {
    throw new Error("the past is read row by row, and never written")
  }
  return {
    get: async (id) => were.get(id) ?? (await table.get(id)),
    all: () => Promise.resolve(all),
    where: refuse,
    due: refuse,
    put: refuse,
    remove: refuse,
  }
}

/**
 * The same turn with the units, rulebooks and calendars of an instant that has passed: what follows from rules is worked out
 * by what held then. The clock of the turn stays as it is.
 */
export const asOf = async (act: Act, at: Instant): Promise<Act> => {
  if (at >= act.now) return act
  const { units, rulebooks, years } = act.tables
  const unitsThen = await editions.heldBy(act, "unit", at)
  const books = await editions.heldBy(act, "rulebook", at)
  const yearsThen = await editions.heldBy(act, "year", at)
  const tables: Tables = {
    ...act.tables,
    units: await reading(
      units,
      rowsOf(unitsThen, ({ was }) => was),
    ),
    rulebooks: await reading(
      rulebooks,
      rowsOf(books, ({ key, was }) => ({ id: key, book: was })),
    ),
    years: await reading(
      years,
      rowsOf(yearsThen, ({ was }) => was),
    ),
  }
  return { ...act, tables }
}

const rowsOf = <E, R>(held: ReadonlyMap<string, E>, row: (edition: E) => R): ReadonlyMap<string, R> =>
  new Map([...held].map(([key, edition]) => [key, row(edition)]))
