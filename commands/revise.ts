import { isOpen } from "../rules/item.ts"
import * as showing from "../services/reviews/showing.ts"
import * as submitting from "../services/reviews/submitting.ts"
import { command, say } from "./form/command.ts"
import { link, name, optional } from "./form/fields.ts"
import { itemField } from "./form/item.ts"

/** The author has changed the draft: it is looked at anew, from the first level on. */
export const revise = command({
  name: "revise",
  right: "item.submit",
  hidden: true,
  words: (words) => words.review.commands.revise,
  fields: {
    item: itemField(isOpen),
    title: optional(name(100)),
    link: optional(link()),
  },
  run: async (scene, { item, title, link: where }) => {
    const after = await submitting.revise(scene, scene.me, item, {
      ...(title === null ? {} : { title }),
      ...(where === null ? {} : { link: where }),
    })
    return say(scene.text.review.revised(await showing.shown(scene, after)))
  },
})
