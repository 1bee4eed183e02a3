import { z } from "zod"
import * as posts from "../../services/posts.ts"
import { Refusal } from "../../services/refusal.ts"
import type { Field } from "./command.ts"
import { field } from "./fields.ts"

/** One report of posts, out of the person's latest ones. */
export const batchField = (): Field<string> =>
  field(z.string().regex(/^\w{1,40}$/), (_scene, typed) => Promise.resolve(typed), {
    choices: async (scene) => {
      const latest = await posts.latestBatches(scene, scene.by)
      if (latest.length === 0) throw new Refusal(scene.text.post.noneYet)
      return latest.map((batch) => ({ value: batch.id, label: scene.text.post.batch(batch) }))
    },
  })
