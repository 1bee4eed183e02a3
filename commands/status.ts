import * as status_ from "../services/status.ts"
import { unitsHere } from "./form/choices.ts"
import { command, say } from "./form/command.ts"

export const status = command({
  name: "status",
  words: (text) => text.guide.commands.status,
  fields: {},
  run: async (scene) => {
    const seen = await unitsHere(scene, "see")
    const found = await status_.now(scene, scene.me, { seen, alone: scene.place.kind === "private" })
    return say(scene.text.guide.status({ ...found, hearsGroups: scene.hearsGroups }))
  },
})
