import * as posts from "../services/posts.ts"
import { batchField } from "./form/batch.ts"
import { command, press, turnInto } from "./form/command.ts"
import { link, oneOf, onlyWhen } from "./form/fields.ts"
import { momentField } from "./form/moment.ts"
import { kinds } from "./post.ts"

const parts = ["at", "link", "kind"] as const

export const amend = command({
  name: "amend",
  right: "post.report",
  words: (text) => text.post.commands.amend,
  fields: {
    batch: batchField(),
    what: oneOf(parts, (text) => text.post.parts),
    at: onlyWhen((answers) => answers["what"] === "at", momentField()),
    link: onlyWhen((answers) => answers["what"] === "link", link()),
    kind: onlyWhen(
      (answers) => answers["what"] === "kind",
      oneOf(kinds, (text) => text.post.kinds),
    ),
  },
  run: async (scene, { batch, at, link: where, kind }) => {
    const amended = await posts.amend(scene, scene.me, batch, {
      ...(at === null ? {} : { at }),
      ...(where === null ? {} : { link: where }),
      ...(kind === null ? {} : { original: kind === "original" }),
    })
    return turnInto(scene.text.post.reported(await posts.receipt(scene, amended)), {
      buttons: [[{ label: scene.text.post.buttons.undo, press: press("undo", { batch }) }]],
    })
  },
})
