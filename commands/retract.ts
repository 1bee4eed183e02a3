import { isOpen } from "../rules/item.ts"
import * as submitting from "../services/reviews/submitting.ts"
import { command, turnInto } from "./form/command.ts"
import { itemField } from "./form/item.ts"

/** The author takes an item back. */
export const retract = command({
  name: "retract",
  right: "item.submit",
  hidden: true,
  words: (words) => words.review.commands.retract,
  fields: { item: itemField(isOpen) },
  run: async (scene, { item }) =>
    turnInto(scene.text.review.retracted(await submitting.retract(scene, scene.me, item))),
})
