import * as duties from "../services/duties.ts"
import * as settling from "../services/settling.ts"
import { command, say } from "./form/command.ts"
import { text } from "./form/fields.ts"
import { openObligationField } from "./form/obligation.ts"

const LONGEST_REASON = 500

/** The leader in charge lets a dated duty go, with a reason that is kept. */
export const waive = command({
  name: "waive",
  right: "duty.waive",
  words: (words) => words.obligation.commands.waive,
  fields: { obligation: openObligationField(), reason: text(LONGEST_REASON) },
  run: async (scene, { obligation, reason }) => {
    const row = await settling.waive(scene, scene.me, obligation, reason)
    return say(scene.text.obligation.waived(await duties.shown(scene, row), scene.me.person.name))
  },
})
