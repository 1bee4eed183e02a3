import { ofKind, postKinds } from "../rules/post.ts"
import * as posts from "../services/posts.ts"
import { batchField } from "./form/batch.ts"
import { command, turnInto } from "./form/command.ts"
import { link, oneOf, onlyWhen } from "./form/fields.ts"
import { momentField } from "./form/moment.ts"
import { corrections } from "./form/receipt.ts"

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
      oneOf(postKinds, (text) => text.post.kinds),
    ),
  },
  run: async (scene, { batch, at, link: where, kind }) => {
    const { before, after } = await posts.amend(scene, scene.me, batch, {
      ...(at === null ? {} : { at }),
      ...(where === null ? {} : { link: where }),
      ...(kind === null ? {} : ofKind(kind)),
    })
    const receipt = await posts.receipt(scene, after)
    return turnInto(scene.text.post.amended(receipt, before), {
      buttons: corrections(scene, batch, receipt),
    })
  },
})
