import * as notes from "../services/unitnotes.ts"
import * as tree from "../services/units.ts"
import { unitsHere } from "./form/choices.ts"
import { command, say } from "./form/command.ts"

export const units = command({
  name: "units",
  right: "see",
  words: (text) => text.unit.commands.units,
  fields: {},
  run: async (scene) => {
    const seen = new Set((await unitsHere(scene, "see")).map(({ id }) => id))
    const lines = []
    for (const root of await tree.topmost(
      scene,
      scene.me.roles.map((role) => role.unitId),
    )) {
      for (const { unit, depth } of await tree.below(scene, root)) {
        if (!seen.delete(unit.id)) continue
        lines.push({
          unit: { ...unit, name: await tree.called(scene, unit) },
          depth,
          ...(await notes.of(scene, unit)),
        })
      }
    }
    return say(scene.text.unit.tree(lines))
  },
})
