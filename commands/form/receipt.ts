import type { Button } from "../../rules/outgoing.ts"
import { press, type Scene } from "./command.ts"

/** What can be done about a report of posts: say what it was, put it right, take it back. */
export const corrections = (
  { text: { post: words } }: Scene,
  { batch, original }: { readonly batch: string; readonly original: boolean },
): readonly (readonly Button[])[] => {
  const turned = original ? "repost" : "original"
  return [
    [
      { label: words.buttons[turned], press: press("amend", { batch, what: "kind", kind: turned }) },
      { label: words.buttons.amend, press: press("amend", { batch }) },
    ],
    [{ label: words.buttons.undo, press: press("undo", { batch }) }],
  ]
}
