import { z } from "zod"
import { tidyName } from "../../rules/words.ts"
import * as posts from "../../services/posts.ts"
import { Refusal } from "../../services/refusal.ts"
import * as undoing from "../../services/undoing.ts"
import type { Choice, Field, Scene } from "./command.ts"
import { field, matching } from "./fields.ts"

/** One of the person's latest doings: pressed, or typed by a part of what the button says. */
const recent = (
  list: (scene: Scene) => Promise<readonly Choice[]>,
  none: (scene: Scene) => string,
): Field<string> => {
  const choices = async (scene: Scene): Promise<readonly Choice[]> => {
    const offered = await list(scene)
    if (offered.length === 0) throw new Refusal(none(scene))
    return offered
  }
  return field(
    z.string().transform(tidyName).pipe(z.string().min(1).max(200)),
    // A card may be older than what is offered now.
    async (scene, typed) =>
      /^[\w-]{1,40}$/.test(typed) ? typed : matching(scene, await choices(scene), typed),
    { choices, free: true },
  )
}

/** One report of posts. */
export const batchField = (): Field<string> =>
  recent(
    async (scene) =>
      (await posts.latestBatches(scene, scene.by)).map((batch) => ({
        value: batch.id,
        label: scene.text.post.batch(batch),
      })),
    (scene) => scene.text.post.noneYet,
  )

/** One report of posts, or one registration of an account. */
export const doingField = (): Field<string> =>
  recent(
    async (scene) =>
      (await undoing.latest(scene, scene.me)).map((doing) => ({
        value: doing.id,
        label:
          doing.kind === "post"
            ? scene.text.post.batch(doing)
            : scene.text.account.registration(doing.account, doing.recordedAt),
      })),
    (scene) => scene.text.post.nothingToUndo,
  )
