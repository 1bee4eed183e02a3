import type { Button } from "../../rules/outgoing.ts"
import type { PostKind } from "../../rules/post.ts"
import type * as publishing from "../../services/reviews/publishing.ts"
import { press, type Scene } from "./command.ts"

/** How many reviewed items are offered instead. */
const OFFERED = 3

/** What a report meant for the reviews: which item it was, and one press that says it was another. */
export const matching = (
  { text: { review: words } }: Scene,
  outcome: Awaited<ReturnType<typeof publishing.outcomeOf>>,
): { readonly lines: readonly string[]; readonly buttons: readonly (readonly Button[])[] } => {
  if (outcome === null) return { lines: [], buttons: [] }
  const { batchId: batch, item, breach, others } = outcome
  return {
    lines: [...(item ? [words.matched(item)] : []), ...(breach ? [words.unreviewed(breach)] : [])],
    buttons: [
      ...others
        .slice(0, OFFERED)
        .map(({ id, title }) => [
          { label: words.buttons.itIs(title), press: press("match", { batch, item: id }) },
        ]),
      ...(item ? [[{ label: words.buttons.notThis, press: press("match", { batch }) }]] : []),
    ],
  }
}

/** What can be done about a report of posts: say what it was, put it right, take it back. */
export const corrections = (
  { text: { post: words } }: Scene,
  batch: string,
  { kind, asksFirst }: { readonly kind: PostKind; readonly asksFirst: boolean },
): readonly (readonly Button[])[] => {
  const turn = (to: PostKind): Button => ({
    label: words.buttons[to],
    press: press("amend", { batch, what: "kind", kind: to }),
  })
  return [
    [
      turn(kind === "repost" ? "original" : "repost"),
      // Being first is asked about only where somebody counts it.
      ...(kind === "original" && asksFirst ? [turn("first")] : []),
      { label: words.buttons.amend, press: press("amend", { batch }) },
    ],
    [{ label: words.buttons.undo, press: press("undo", { batch }) }],
  ]
}
