import sorted from "sorted-btree"
import type { Instant } from "../rules/time.ts"

/** What every row has in common. */
export interface Row {
  readonly id: string
  readonly dueAt?: Instant | null
}

type Find = (row: never) => string | null
/** The rows of one value; most often there is a single one, which needs no list of its own. */
type Found = Row | Map<string, Row>
type Key = readonly [at: Instant, id: string]

const byId = (a: Row, b: Row): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
const byKey = (a: Key, b: Key): number => a[0] - b[0] || (a[1] < b[1] ? -1 : a[1] > b[1] ? 1 : 0)

/** From so many on it is worth while to keep the rows of one value in order. */
const MANY = 8

/** Rows in order of id, which nobody may change, and whether anybody has asked for them since they last changed. */
interface Ordered {
  readonly rows: readonly Row[]
  asked: boolean
}

/** Where the row of an id stands in rows that are in order, or would. */
const placeIn = (rows: readonly Row[], id: string): number => {
  let [from, to] = [0, rows.length]
  while (from < to) {
    const middle = (from + to) >>> 1
    if ((rows[middle]?.id ?? "") < id) from = middle + 1
    else to = middle
  }
  return from
}

/** Where rows are found by a value of theirs. Finding is rarer than changing, so they are put in order when found. */
class Index {
  readonly find: Find
  readonly #places = new Map<string, Found>()
  /** Long lists that are asked for again and again while they grow. */
  readonly #ordered = new Map<string, Ordered>()

  constructor(find: Find) {
    this.find = find
  }

  at(value: string): readonly Row[] {
    const found = this.#places.get(value)
    if (found === undefined) return []
    if (!(found instanceof Map)) return [found]
    const ordered = this.#ordered.get(value)
    if (ordered) {
      ordered.asked = true
      return ordered.rows
    }
    const rows = [...found.values()]
    if (rows.length > 1) rows.sort(byId)
    if (rows.length >= MANY) this.#ordered.set(value, { rows, asked: true })
    return rows
  }

  /** What is changed twice without having been asked for in between is put in order when it is found. */
  #reorder(value: string, change: (rows: readonly Row[]) => Row[]): void {
    const ordered = this.#ordered.get(value)
    if (ordered?.asked) this.#ordered.set(value, { rows: change(ordered.rows), asked: false })
    else this.#ordered.delete(value)
  }

  put(value: string, row: Row): void {
    if (this.#ordered.size > 0)
      this.#reorder(value, (rows) => {
        const place = placeIn(rows, row.id)
        return rows[place]?.id === row.id ? rows.with(place, row) : rows.toSpliced(place, 0, row)
      })
    const found = this.#places.get(value)
    if (found instanceof Map) found.set(row.id, row)
    else if (found === undefined || found.id === row.id) this.#places.set(value, row)
    else
      this.#places.set(
        value,
        new Map([
          [found.id, found],
          [row.id, row],
        ]),
      )
  }

  remove(value: string, id: string): void {
    if (this.#ordered.size > 0) this.#reorder(value, (rows) => rows.toSpliced(placeIn(rows, id), 1))
    const found = this.#places.get(value)
    if (found instanceof Map && found.size > 1) found.delete(id)
    else this.#places.delete(value)
  }
}

/** The rows of one table in memory, by id, by each index, and in order of when they are due. */
export class Rows {
  readonly #rows = new Map<string, Row>()
  /** In order of id, until something changes. */
  #all: readonly Row[] | null = null
  readonly #due = new sorted.default<Key, Row>(undefined, byKey)
  readonly #indexes: ReadonlyMap<string, Index>

  constructor(indexes: Readonly<Record<string, Find>>) {
    this.#indexes = new Map(Object.entries(indexes).map(([name, find]) => [name, new Index(find)]))
  }

  get(id: string): Row | null {
    return this.#rows.get(id) ?? null
  }

  /** Puts a row in, or with null takes it out. */
  set(id: string, row: Row | null): void {
    const before = this.#rows.get(id) ?? null
    if (row) this.#rows.set(id, row)
    else this.#rows.delete(id)
    this.#all = null
    this.#setDue(id, before?.dueAt ?? null, row)
    for (const index of this.#indexes.values()) {
      const from = before && index.find(before as never)
      const to = row && index.find(row as never)
      if (from !== null && from !== to) index.remove(from, id)
      if (to !== null && row) index.put(to, row)
    }
  }

  where(name: string, value: string): readonly Row[] {
    const index = this.#indexes.get(name)
    if (!index) throw new Error(`there is no index ${name}`)
    return index.at(value)
  }

  due(now: Instant, limit: number): Row[] {
    const found: Row[] = []
    for (const [[at], row] of this.#due.entries([-Infinity, ""])) {
      if (found.length >= limit || at > now) break
      found.push(row)
    }
    return found
  }

  all(): readonly Row[] {
    this.#all ??= [...this.#rows.values()].sort(byId)
    return this.#all
  }

  /** The rows as they stand now, untouched by what happens later. */
  snapshot(): Iterable<Row> {
    return [...this.#rows.values()]
  }

  #setDue(id: string, from: Instant | null, row: Row | null): void {
    const to = row?.dueAt ?? null
    if (from !== null && from !== to) this.#due.delete([from, id])
    if (to !== null && row) this.#due.set([to, id], row)
  }
}
