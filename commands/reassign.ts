import { z } from "zod"
import type { Handover } from "../rules/handover.ts"
import { Refusal } from "../services/refusal.ts"
import * as handovers from "../services/leaving/handovers.ts"
import { shown } from "../services/leaving/showing.ts"
import { personField } from "./form/choices.ts"
import { command, say } from "./form/command.ts"
import { field } from "./form/fields.ts"

/** Another person receives an account. */
export const reassign = command({
  name: "reassign",
  right: "person.leave",
  hidden: true,
  words: (words) => words.handover.commands.reassign,
  fields: {
    of: field<string, Handover>(z.string().regex(/^[\w-]{1,40}$/), async (scene, typed) => {
      const found = await scene.tables.handovers.get(typed)
      if (!found) throw new Refusal(scene.text.handover.nothingWaits)
      return found
    }),
    person: personField("person.leave"),
  },
  run: async (scene, { of, person }) => {
    const given = await handovers.reassign(scene, scene.me, of, person)
    return say(scene.text.handover.reassigned(await shown(scene, given)))
  },
})
