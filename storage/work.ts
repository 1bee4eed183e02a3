import type { Instant } from "../rules/time.ts"
import { canonical, type Plain } from "./plain.ts"
import type { Row, Rows } from "./rows.ts"
import { admit, type Schema } from "./schema.ts"
import type { Change, Table, TableName, Tables } from "./store.ts"

interface Touched {
  readonly table: string
  readonly id: string
  readonly before: Row | null
}

const text = (row: Row | null): string => canonical(row as unknown as Plain)

/** Does it at once, and answers as the port does: later, a fault as a rejection. */
const promised = <T>(act: () => T): Promise<T> => new Promise((resolve) => resolve(act()))

/** One transaction at work on the rows: changes them in place, and remembers how they were. */
export class Work {
  readonly tables: Tables
  readonly #schema: Schema
  readonly #rows: ReadonlyMap<string, Rows>
  #touched = new Map<string, Touched>()
  #open = true

  constructor(schema: Schema, rows: ReadonlyMap<string, Rows>) {
    this.#schema = schema
    this.#rows = rows
    this.tables = Object.fromEntries(
      Object.keys(schema).map((name) => [name, this.#table(name)]),
    ) as unknown as Tables
  }

  /** What is different now, in the order in which it was first touched. */
  changes(): Change[] {
    return [...this.#touched.values()].flatMap(({ table, id, before }): Change[] => {
      const after = this.#of(table).get(id)
      return text(before) === text(after) ? [] : [[table as TableName, id, after]]
    })
  }

  /** Runs a part of the transaction, gives back its value, and undoes whatever that part changed. */
  async rehearse<T>(part: () => Promise<T>): Promise<T> {
    const before = this.#touched
    this.#touched = new Map()
    try {
      return await part()
    } finally {
      this.undo()
      this.#touched = before
    }
  }

  undo(): void {
    for (const { table, id, before } of this.#touched.values()) this.#of(table).set(id, before)
  }

  /** From here on the tables refuse: the transaction is over. */
  end(): void {
    this.#open = false
  }

  #of(table: string): Rows {
    const rows = this.#rows.get(table)
    if (!rows) throw new Error(`there is no table ${table}`)
    if (!this.#open) throw new Error(`the table ${table} was used after its transaction was over`)
    return rows
  }

  #set(table: string, id: string, row: Row | null): void {
    const rows = this.#of(table)
    const key = `${table} ${id}`
    if (!this.#touched.has(key)) this.#touched.set(key, { table, id, before: rows.get(id) })
    rows.set(id, row)
  }

  #table(name: string): Table<TableName> {
    const table = {
      get: (id: string) => promised(() => this.#of(name).get(id)),
      where: (index: string, value: string) => promised(() => this.#of(name).where(index, value)),
      due: (now: Instant, limit: number) => promised(() => this.#of(name).due(now, limit)),
      all: () => promised(() => this.#of(name).all()),
      put: (value: unknown) =>
        promised(() => {
          const row = admit(this.#schema, name, value)
          this.#set(name, row.id, row)
        }),
      remove: (id: string) => promised(() => this.#set(name, id, null)),
    }
    return table as unknown as Table<TableName>
  }
}
