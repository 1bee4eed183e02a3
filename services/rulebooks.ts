import { idleIn, type Overruled } from "../rules/overruled.ts"
import { Rulebook, type StoredRulebook } from "../rules/rulebook.ts"
import { type Stack, stackFor } from "../rules/stack.ts"
import type { Unit } from "../rules/unit.ts"
import type { Act } from "./app.ts"
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
    await act.tables.rulebooks.put({ id: book.id, book })
    changed.push(book.id)
  }
  return changed
}

/** Stacks by the very rows they were made from, so that a changed rulebook is never overlooked. */
interface Known {
  readonly stacks: Map<string, Stack>
  readonly next: WeakMap<StoredRulebook, Known>
}
const fresh = (): Known => ({ stacks: new Map(), next: new WeakMap() })
const root = fresh()

const knownFor = (rows: readonly StoredRulebook[]): Known =>
  rows.reduce((known, row) => {
    const next = known.next.get(row) ?? fresh()
    known.next.set(row, next)
    return next
  }, root)

/** The rules of a unit's own rulebooks that change nothing there, and which go before them. */
export const idleAt = async (act: Act, unit: Unit): Promise<readonly Overruled[]> =>
  idleIn(await stackOf(act, unit), unit.rulebooks, [unit.kind])

/** Everything that binds a unit as its rulebooks and those of the units above it stand now. */
export const stackOf = async (act: Act, unit: Unit): Promise<Stack> => {
  const [, ...ancestors] = await units.above(act, unit.id)
  const rows = await act.tables.rulebooks.all()
  const { stacks } = knownFor(rows)
  const named = JSON.stringify([unit, ...ancestors].map(({ rulebooks }) => rulebooks))
  const stack =
    stacks.get(named) ??
    stackFor(
      unit,
      ancestors,
      rows.map(({ book }) => book),
    )
  stacks.set(named, stack)
  return stack
}
