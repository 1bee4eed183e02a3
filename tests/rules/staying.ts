import { inForce } from "../../rules/force.ts"
import { type KindName, kinds } from "../../rules/kinds/index.ts"
import { stackFor } from "../../rules/stack.ts"
import { bookOf } from "./books.ts"

/** Which of two rules stays when both bind one account: the first, the second, or both. */
export const staying = (first: string, second: string): string => {
  const books = [bookOf("first", first), bookOf("second", second)]
  const stack = stackFor({ rulebooks: ["first", "second"] }, [], books)
  const names = Object.keys(kinds) as KindName[]
  const left = names.flatMap((kind) => inForce(stack, kind, { unitKind: "township", platform: "weibo" }))
  return left
    .map(({ book }) => book.id)
    .sort()
    .join(" and ")
}
