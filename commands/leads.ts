import * as services from "../services/leads.ts"
import * as people from "../services/people.ts"
import { unitField } from "./form/choices.ts"
import { command, say } from "./form/command.ts"

/** The leads of a unit's last days, for those who make posts of them. */
export const leads = command({
  name: "leads",
  right: "see",
  words: (text) => text.lead.commands.leads,
  fields: { unit: unitField("see") },
  run: async (scene, { unit }) => {
    await people.demand(scene, scene.me, "see", unit.id)
    const shown = []
    for (const { leads: sent, ...day } of await services.lately(scene, unit.id)) {
      const named = []
      for (const each of sent)
        named.push({ ...each, by: (await scene.tables.persons.get(each.by))?.name ?? "" })
      shown.push({ ...day, leads: named })
    }
    return say(scene.text.lead.list(unit.name, shown))
  },
})
