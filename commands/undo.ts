import * as posts from "../services/posts.ts"
import { batchField } from "./form/batch.ts"
import { command, turnInto } from "./form/command.ts"

export const undo = command({
  name: "undo",
  right: "post.report",
  words: (text) => text.post.commands.undo,
  fields: { batch: batchField() },
  run: async (scene, { batch }) => turnInto(scene.text.post.undone(await posts.undo(scene, scene.me, batch))),
})
