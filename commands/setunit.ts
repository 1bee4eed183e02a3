import * as people from "../services/people.ts"
import * as books from "../services/rulebooks.ts"
import * as settings from "../services/settings.ts"
import * as units from "../services/units.ts"
import { rulebooksField, unitField } from "./form/choices.ts"
import { command, say } from "./form/command.ts"
import { onlyWhen, oneOf, text } from "./form/fields.ts"

/** Changes one thing of a unit: its name, kind, short names, rulebooks, or the times of its reminders. */
export const setunit = command({
  name: "setunit",
  right: "unit.edit",
  words: (words) => words.unit.commands.setunit,
  fields: {
    unit: unitField("unit.edit"),
    what: oneOf(settings.unitSettings, (text) => text.unit.settings),
    value: onlyWhen((answers) => answers["what"] !== "rulebooks", text(200)),
    rulebooks: onlyWhen((answers) => answers["what"] === "rulebooks", rulebooksField()),
  },
  run: async (scene, { unit, what, rulebooks, value }) => {
    await people.demand(scene, scene.me, "unit.edit", unit.id)
    const shown = await settings.set(scene, unit, what, value ?? "", rulebooks ?? [])
    const idle = what === "rulebooks" ? await books.idleAt(scene, await units.unit(scene, unit.id)) : []
    return say(
      [
        scene.text.unit.changed(unit.name, scene.text.unit.settings[what], shown),
        ...scene.text.rulebook.idle(idle),
      ].join("\n"),
    )
  },
})
