import { unitKinds } from "../rules/unit.ts"
import * as people from "../services/people.ts"
import * as watch from "../services/watch.ts"
import * as books from "../services/rulebooks.ts"
import * as units from "../services/units.ts"
import { rulebooksField } from "./form/choices.ts"
import { command, say } from "./form/command.ts"
import { name, oneOf } from "./form/fields.ts"

/** What the administrator is asked right after the claim: who the office is, and which rules it stands under. */
export const setup = command({
  name: "setup",
  right: "unit.edit",
  where: "private",
  words: (text) => text.unit.commands.setup,
  fields: {
    name: name(100),
    kind: oneOf(unitKinds, (text) => text.unit.kinds),
    rulebooks: rulebooksField(),
  },
  run: async (scene, values) => {
    const unitId = scene.me.person.unitId
    await people.demand(scene, scene.me, "unit.edit", unitId)
    const unit = await units.change(scene, unitId, { ...values, rulebooks: values.rulebooks ?? [] })
    await watch.below(scene, unitId)
    const idle = await books.idleAt(scene, unit)
    return say([scene.text.unit.ready(unit.name), ...scene.text.rulebook.idle(idle)].join("\n"))
  },
})
