import * as undoing from "../services/undoing.ts"
import { doingField } from "./form/batch.ts"
import { command, turnInto } from "./form/command.ts"

/** Takes the person's last doing back: a report of posts, or a registration. */
export const undo = command({
  name: "undo",
  right: "post.report",
  words: (text) => text.post.commands.undo,
  fields: { batch: doingField() },
  run: async (scene, { batch }) => {
    const undone = await undoing.undo(scene, scene.me, batch)
    return turnInto(
      undone.kind === "post"
        ? scene.text.post.undone(undone.accounts)
        : scene.text.account.unregistered(undone.account),
    )
  },
})
