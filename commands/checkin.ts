import * as tapping from "../services/checkins/tapping.ts"
import { command, turnInto } from "./form/command.ts"
import { id, silent } from "./form/fields.ts"

/** Whoever comes on duty says, once a turn, that they are there. */
export const checkin = command({
  name: "checkin",
  words: (text) => text.checkin.commands.checkin,
  fields: { shift: silent(id()) },
  run: async (scene, { shift }) => {
    const { text, ...more } = await tapping.checkIn(scene, scene.me, shift)
    return turnInto(text, more, scene.text.checkin.toast)
  },
})
