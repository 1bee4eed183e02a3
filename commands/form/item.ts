import type { Item } from "../../rules/item.ts"
import * as showing from "../../services/reviews/showing.ts"
import { z } from "zod"
import type { Field } from "./command.ts"
import { field } from "./fields.ts"

/** One of the items that somebody has sent in themselves. */
export const itemField = (fits: (item: Item) => boolean): Field<Item> =>
  field(z.string().regex(/^[\w-]{1,40}$/), (scene, typed) => showing.known(scene, typed), {
    choices: async (scene) =>
      (await scene.tables.items.where("by", scene.me.person.id))
        .filter(fits)
        .map((item) => ({ value: item.id, label: scene.text.reviewcard.titled(item) })),
  })
