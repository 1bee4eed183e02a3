import type { Rule } from "./kinds/index.ts"
import type { Figure, Rulebook } from "./rulebook.ts"
import type { Unit } from "./unit.ts"

/** A rule with the rulebook it comes from: what a message cites. */
export interface Cited<R extends Rule = Rule> {
  /** Rulebook and rule: how rows, exceptions and messages name it. */
  readonly key: string
  readonly book: Rulebook
  readonly rule: R
}

/** A house figure in the rulebook it comes from. */
export interface CitedFigure {
  readonly key: string
  readonly book: Rulebook
  readonly figure: Figure
}

/** Everything that binds a unit, the farthest rulebook first, its own last. */
export interface Stack {
  readonly books: readonly Rulebook[]
  readonly rules: readonly Cited[]
  readonly figures: readonly CitedFigure[]
  /** Rulebooks that a unit names and nobody has. */
  readonly missing: readonly string[]
}

const keyed = (book: Rulebook, id: string): string => `${book.id}:${id}`

/**
 * The rulebooks that bind everywhere, then those of the units above, the highest first, then the unit's own.
 * `ancestors` starts with the parent. Drafts and replaced rulebooks bind nobody.
 */
export const stackFor = (
  unit: Pick<Unit, "rulebooks">,
  ancestors: readonly Pick<Unit, "rulebooks">[],
  books: readonly Rulebook[],
): Stack => {
  const byId = new Map(books.map((book) => [book.id, book]))
  const everywhere = books.filter((book) => book.binds === "everywhere").map((book) => book.id)
  const named = [...ancestors]
    .reverse()
    .concat(unit)
    .flatMap((each) => each.rulebooks)
  const ids = [...new Set([...everywhere.sort(), ...named])]
  const binding = ids
    .flatMap((id) => byId.get(id) ?? [])
    .filter((book) => book.status === "trial" || book.status === "in-force")
  return {
    books: binding,
    rules: binding.flatMap((book) => book.rules.map((rule) => ({ key: keyed(book, rule.id), book, rule }))),
    figures: binding.flatMap((book) =>
      book.figures.map((figure) => ({ key: keyed(book, figure.id), book, figure })),
    ),
    missing: ids.filter((id) => !byId.has(id)),
  }
}
