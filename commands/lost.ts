import * as losses from "../services/losses.ts"
import { personField } from "./form/choices.ts"
import { command } from "./form/command.ts"
import { reported } from "./form/loss.ts"

/** A device is lost on which somebody was logged in: every password that person keeps is changed at once. */
export const lost = command({
  name: "lost",
  right: "see",
  words: (text) => text.loss.commands.lost,
  fields: { person: personField("see") },
  run: async (scene, { person }) => reported(scene, await losses.deviceLost(scene, scene.me, person)),
})
