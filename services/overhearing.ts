import type { RowOf, Table, TableName, Tables } from "../storage/store.ts"
import type { Act } from "./app.ts"

/** Hears of a row as it is put, and whether it was there before. */
export type Hear = (table: TableName, row: RowOf<TableName>, isNew: boolean) => void

/** The same turn, with somebody listening to every row that is put. */
export const overheard = (act: Act, hear: Hear): Act => {
  const listened: Record<string, Table<TableName>> = {}
  // A table is made when it is asked for, by those who are asked: none of them is an own one.
  for (const each in act.tables) {
    const name = each as TableName
    listened[name] = listening(name, act.tables[name], hear)
  }
  return { ...act, tables: listened as unknown as Tables }
}

const listening = (name: TableName, table: Table<TableName>, hear: Hear): Table<TableName> => ({
  get: (id) => table.get(id),
  where: (index, value) => table.where(index, value),
  due: (now, limit) => table.due(now, limit),
  all: () => table.all(),
  remove: (id) => table.remove(id),
  put: async (row) => {
    const known = await table.get(row.id)
    await table.put(row)
    hear(name, row, known === null)
  },
})
