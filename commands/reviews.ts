import * as listing from "../services/reviews/listing.ts"
import { unitsHere } from "./form/choices.ts"
import { command, press, say } from "./form/command.ts"
import { pressed } from "./form/fields.ts"

/** For how many items the list offers a button. */
const BUTTONS = 8

/** What waits for me, what I sent in, and what else is under review. */
export const reviews = command({
  name: "reviews",
  right: "see",
  words: (words) => words.review.commands.reviews,
  fields: { item: pressed() },
  run: async (scene, { item }) => {
    if (item !== null) {
      const { text, buttons } = await listing.opened(scene, scene.me, item)
      return say(text, { buttons })
    }
    const found = await listing.listed(scene, scene.me, await unitsHere(scene, "see"))
    const all = [...found.waiting.all, ...found.mine.all, ...found.others.all]
    if (all.length + found.breaches.length === 0) return say(scene.text.review.nothing)
    return say(scene.text.review.list(found), {
      buttons: all
        .slice(0, BUTTONS)
        .map(({ id, it }) => [
          { label: scene.text.reviewcard.titled(it), press: press("reviews", { item: id }) },
        ]),
    })
  },
})
