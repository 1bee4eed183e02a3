import * as tapping from "../services/checkins/tapping.ts"
import * as patrols from "../services/patrols.ts"
import * as units from "../services/units.ts"
import { command, say } from "./form/command.ts"
import { id, silent } from "./form/fields.ts"

/** Whoever is on duty has looked through the accounts today. */
export const patrol = command({
  name: "patrol",
  right: "see",
  words: (text) => text.patrol.commands.patrol,
  fields: { unit: silent(id()) },
  run: async (scene, { unit }) => {
    const { id: unitId, name } = await units.unit(scene, unit ?? (await tapping.unitOf(scene, scene.me)))
    const said = scene.text.patrol.walked(name, await patrols.walk(scene, scene.me, unitId))
    // Pressed on the card of a turn it changes that card, and is no message of its own.
    const own = unit !== null && (await tapping.refreshOwn(scene, scene.me, unitId))
    return own ? { ...say(said), body: null, toast: said } : say(said)
  },
})
