import * as groups from "../services/groups.ts"
import { unitField } from "./form/choices.ts"
import { command, say } from "./form/command.ts"

export const bind = command({
  name: "bind",
  right: "group.bind",
  where: "group",
  words: (text) => text.unit.commands.bind,
  fields: { unit: unitField("group.bind", { everywhere: true }) },
  run: async (scene, { unit }) => {
    const { chat, title, topic } = scene.place
    await groups.bind(scene, scene.me, { chat, title, topic }, unit.id)
    return say(scene.text.unit.bound(unit.name, scene.hearsGroups))
  },
})
