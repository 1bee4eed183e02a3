import * as status_ from "../services/status.ts"
import { command, say } from "./form/command.ts"

export const status = command({
  name: "status",
  words: (text) => text.guide.commands.status,
  fields: {},
  run: async (scene) =>
    say(scene.text.guide.status({ ...(await status_.now(scene)), hearsGroups: scene.hearsGroups })),
})
