import sorted from "sorted-btree"
import type { Instant } from "../rules/time.ts"

/** What every row has in common. */
export interface Row {
  readonly id: string
  readonly dueAt?: Instant | null
}

type Key<V> = readonly [value: V, id: string]
type Order<V> = sorted.default<Key<V>, Row>
type Find = (row: never) => string | null

const byValue = <V extends string | number>(a: V, b: V): number => (a < b ? -1 : a > b ? 1 : 0)
const byKey = <V extends string | number>(a: Key<V>, b: Key<V>): number =>
  byValue(a[0], b[0]) || byValue(a[1], b[1])

/** Takes rows from a place in the order on, for as long as their value is wanted. */
const take = <V>(order: Order<V>, from: Key<V>, wanted: (value: V) => boolean, limit = Infinity): Row[] => {
  const found: Row[] = []
  for (const [[value], row] of order.entries(from)) {
    if (found.length >= limit || !wanted(value)) break
    found.push(row)
  }
  return found
}

/** Moves a row from one value to another; null is no place at all. */
const place = <V extends string | number>(
  order: Order<V>,
  id: string,
  from: V | null,
  to: V | null,
  row: Row | null,
): void => {
  if (from !== null && from !== to) order.delete([from, id])
  if (to !== null && row) order.set([to, id], row)
}

/** The rows of one table in memory, in order of id, of each index, and of when they are due. */
export class Rows {
  readonly #rows = new sorted.default<string, Row>(undefined, byValue)
  readonly #due: Order<number> = new sorted.default<Key<number>, Row>(undefined, byKey)
  readonly #indexes: ReadonlyMap<string, { readonly find: Find; readonly order: Order<string> }>

  constructor(indexes: Readonly<Record<string, Find>>) {
    this.#indexes = new Map(
      Object.entries(indexes).map(([name, find]) => [
        name,
        { find, order: new sorted.default<Key<string>, Row>(undefined, byKey) },
      ]),
    )
  }

  get(id: string): Row | null {
    return this.#rows.get(id) ?? null
  }

  /** Puts a row in, or with null takes it out; where its place stays the same, nothing is sorted anew. */
  set(id: string, row: Row | null): void {
    const before = this.#rows.get(id) ?? null
    if (row) this.#rows.set(id, row)
    else this.#rows.delete(id)
    place(this.#due, id, before?.dueAt ?? null, row?.dueAt ?? null, row)
    for (const { find, order } of this.#indexes.values())
      place(order, id, before && find(before as never), row && find(row as never), row)
  }

  where(index: string, value: string): Row[] {
    const order = this.#indexes.get(index)?.order
    if (!order) throw new Error(`there is no index ${index}`)
    return take(order, [value, ""], (found) => found === value)
  }

  due(now: Instant, limit: number): Row[] {
    return take(this.#due, [-Infinity, ""], (at) => at <= now, limit)
  }

  all(): Row[] {
    return this.#rows.valuesArray()
  }

  /** The rows as they stand now, untouched by what happens later; costs nothing to take. */
  snapshot(): Iterable<Row> {
    return this.#rows.clone().values()
  }
}
