import type { Instant } from "../rules/time.ts"
import { isSame, type Plain } from "./plain.ts"
import type { Row, Rows } from "./rows.ts"
import { admit, type Schema } from "./schema.ts"
import type { Altered, Change, TableName, Tables } from "./store.ts"

interface Touched {
  readonly table: string
  readonly id: string
  readonly before: Row | null
}

/** Does it at once, and answers as the port does: later, a fault as a rejection. */
const promised = <T>(act: () => T): Promise<T> => {
  try {
    return Promise.resolve(act())
  } catch (fault) {
    return Promise.reject(fault instanceof Error ? fault : new Error(String(fault)))
  }
}

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
    this.tables = new (viewsOf(schema))(this) as unknown as Tables
  }

  /** What is different now, in the order in which it was first touched. */
  changes(): Change[] {
    return this.altered().map(({ table, id, after }) => [table, id, after])
  }

  /** The same with how it was before; inside a rehearsal what the rehearsal has changed. */
  altered(): Altered[] {
    return [...this.#touched.values()].flatMap(({ table, id, before }): Altered[] => {
      const after = this.rowsOf(table).get(id)
      return isSame(before as Plain, after as Plain) ? [] : [{ table: table as TableName, id, before, after }]
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
    for (const { table, id, before } of this.#touched.values()) this.rowsOf(table).set(id, before)
  }

  /** From here on the tables refuse: the transaction is over. */
  end(): void {
    this.#open = false
  }

  rowsOf(table: string): Rows {
    const rows = this.#rows.get(table)
    if (!rows) throw new Error(`there is no table ${table}`)
    if (!this.#open) throw new Error(`the table ${table} was used after its transaction was over`)
    return rows
  }

  put(table: string, value: unknown): void {
    const before = this.rowsOf(table).get((value as Row).id)
    const row = admit(this.#schema, table, value, before)
    this.set(table, row.id, row)
  }

  set(table: string, id: string, row: Row | null): void {
    const rows = this.rowsOf(table)
    const key = `${table} ${id}`
    if (!this.#touched.has(key)) this.#touched.set(key, { table, id, before: rows.get(id) })
    rows.set(id, row)
  }
}

type Views = new (work: Work) => object

const made = new WeakMap<Schema, Views>()

/** The views of all tables. A transaction uses a few of many: a view is made whenever it is asked for. */
const viewsOf = (schema: Schema): Views => {
  const known = made.get(schema)
  if (known) return known
  class Views {
    readonly #work: Work

    constructor(work: Work) {
      this.#work = work
    }

    static {
      for (const name of Object.keys(schema))
        Object.defineProperty(Views.prototype, name, {
          enumerable: true,
          get(this: Views): View {
            return new View(this.#work, name)
          },
        })
    }
  }
  made.set(schema, Views)
  return Views
}

/** One table as the work of a transaction sees it. */
class View {
  readonly #work: Work
  readonly #name: string

  constructor(work: Work, name: string) {
    this.#work = work
    this.#name = name
  }

  get(id: string): Promise<Row | null> {
    return promised(() => this.#work.rowsOf(this.#name).get(id))
  }

  where(index: string, value: string): Promise<readonly Row[]> {
    return promised(() => this.#work.rowsOf(this.#name).where(index, value))
  }

  due(now: Instant, limit: number): Promise<readonly Row[]> {
    return promised(() => this.#work.rowsOf(this.#name).due(now, limit))
  }

  all(): Promise<readonly Row[]> {
    return promised(() => this.#work.rowsOf(this.#name).all())
  }

  put(value: unknown): Promise<void> {
    return promised(() => this.#work.put(this.#name, value))
  }

  remove(id: string): Promise<void> {
    return promised(() => this.#work.set(this.#name, id, null))
  }
}
