import { idleIn, type Overruled } from "../rules/overruled.ts"
import { Rulebook, type StoredRulebook } from "../rules/rulebook.ts"
import { type Stack, stackFor } from "../rules/stack.ts"
import type { Unit } from "../rules/unit.ts"
import type { Act } from "./app.ts"
import * as editions from "./editions.ts"
import * as units from "./units.ts"

/** Parsing writes the keys in one order, so that the same book is the same text. */
const written = (book: Rulebook): string => JSON.stringify(Rulebook.parse(book))

/**
 * Puts the rulebooks that differ from the stored ones, and gives back their ids. When two have the same id the later
 * one counts: an office's own file goes before the one that was shipped. A stored rulebook that is not among them
 * stays, because units may stand under it.
 */
export const load = async (act: Act, books: readonly Rulebook[]): Promise<readonly string[]> => {
  const changed: string[] = []
  for (const book of new Map(books.map((each) => [each.id, each])).values()) {
    const stored = await act.tables.rulebooks.get(book.id)
    if (stored !== null && written(stored.book) === written(book)) continue
    if (stored !== null) await editions.keep(act, { of: "rulebook", key: book.id, was: stored.book })
    await act.tables.rulebooks.put({ id: book.id, book })
    changed.push(book.id)
  }
  return changed
}

/** What was made of the same rows of rulebooks, so that a changed one is never overlooked. */
interface Known {
  readonly rows: readonly StoredRulebook[]
  /** By the names of the rulebooks along the way up: most units of an office share theirs. */
  readonly stacks: Map<string, Stack>
  /** By the very row of a unit, as long as those above it are the same too. */
  readonly units: WeakMap<Unit, { readonly above: readonly Unit[]; readonly stack: Stack }>
}
const made = new WeakMap<StoredRulebook, Known>()
const nothing: Known = { rows: [], stacks: new Map(), units: new WeakMap() }

const areSame = (some: readonly unknown[], others: readonly unknown[]): boolean =>
  some === others || (some.length === others.length && some.every((each, at) => each === others[at]))

const knownFor = (rows: readonly StoredRulebook[]): Known => {
  const [first] = rows
  if (first === undefined) return nothing
  const known = made.get(first)
  if (known && areSame(known.rows, rows)) return known
  const fresh = { rows, stacks: new Map(), units: new WeakMap() }
  made.set(first, fresh)
  return fresh
}

/** The rules of a unit's own rulebooks that change nothing there, and which go before them. */
export const idleAt = async (act: Act, unit: Unit): Promise<readonly Overruled[]> =>
  idleIn(await stackOf(act, unit), unit.rulebooks, [unit.kind])

/** Everything that binds a unit as its rulebooks and those of the units above it stand now. */
export const stackOf = async (act: Act, unit: Unit): Promise<Stack> => {
  const above = unit.parentId === null ? [] : await units.above(act, unit.parentId)
  const rows = await act.tables.rulebooks.all()
  const { stacks, units: known } = knownFor(rows)
  const before = known.get(unit)
  if (before && areSame(before.above, above)) return before.stack
  const named = JSON.stringify([unit, ...above].map(({ rulebooks }) => rulebooks))
  const books = rows.map(({ book }) => book)
  const stack = stacks.get(named) ?? stackFor(unit, above, books)
  stacks.set(named, stack)
  known.set(unit, { above, stack })
  return stack
}
