import { isOpen } from "./figure.ts"
import { figuresOf } from "./figures.ts"
import { type InForce, inForce, type Scope } from "./force.ts"
import { type KindName, kinds } from "./kinds/index.ts"
import type { Cited, Stack } from "./stack.ts"
import type { UnitKind } from "./unit.ts"

/** A rule that changes nothing, because one that stands further from the unit asks for more. */
export interface Overruled {
  readonly laxer: Cited
  readonly by: Cited
}

const namesOf = Object.keys(kinds) as readonly KindName[]

/** Where a rulebook nearer to the unit asks for less than one above it: it may tighten, not loosen. */
export const overruledIn = (stack: Stack, scope: Scope): readonly Overruled[] =>
  namesOf.flatMap((kind) =>
    (inForce(stack, kind, scope) as readonly InForce[]).flatMap((by) =>
      by.over
        .filter(({ asks, cited }) => asks === "less" && isNearer(stack, cited, by) && !leavesOpen(cited))
        .map(({ cited }) => ({ laxer: cited, by })),
    ),
  )

/** The rules of some rulebooks that change nothing for any of these kinds of units they speak of, each once. */
export const idleIn = (
  stack: Stack,
  books: readonly string[],
  unitKinds: readonly UnitKind[],
): readonly Overruled[] => {
  const found = new Map(
    unitKinds.map((unitKind) => [unitKind, overruledIn(stack, { unitKind, platform: null })] as const),
  )
  return stack.rules
    .filter(({ book }) => books.includes(book.id))
    .flatMap(({ key, rule }) => {
      const spoken = unitKinds.filter((unitKind) => rule.applies.units?.includes(unitKind) ?? true)
      const idle = spoken.map((unitKind) => found.get(unitKind)?.find(({ laxer }) => laxer.key === key))
      const [first] = idle
      return first !== undefined && idle.every((each) => each !== undefined) ? [first] : []
    })
}

const isNearer = ({ books }: Stack, a: Cited, b: Cited): boolean =>
  books.indexOf(a.book) > books.indexOf(b.book)

/** A text that gives no figure asks for no less than another. */
const leavesOpen = ({ rule }: Cited): boolean =>
  Object.values(figuresOf(rule)).some(
    (figure: unknown) => typeof figure === "object" && figure !== null && isOpen(figure),
  )
