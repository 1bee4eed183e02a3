import { isOpen } from "./figure.ts"
import { figuresOf } from "./figures.ts"
import { type InForce, inForce, type Scope } from "./force.ts"
import { type KindName, kinds } from "./kinds/index.ts"
import type { Cited, Stack } from "./stack.ts"

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

const isNearer = ({ books }: Stack, a: Cited, b: Cited): boolean =>
  books.indexOf(a.book) > books.indexOf(b.book)

/** A text that gives no figure asks for no less than another. */
const leavesOpen = ({ rule }: Cited): boolean =>
  Object.values(figuresOf(rule)).some(
    (figure: unknown) => typeof figure === "object" && figure !== null && isOpen(figure),
  )
