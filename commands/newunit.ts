import { unitKinds } from "../rules/unit.ts"
import * as people from "../services/people.ts"
import * as rounds from "../services/rounds.ts"
import * as books from "../services/rulebooks.ts"
import * as units from "../services/units.ts"
import * as watch from "../services/watch.ts"
import { rulebooksField, unitField, unitsHere } from "./form/choices.ts"
import { command, say } from "./form/command.ts"
import { name, oneOf } from "./form/fields.ts"

export const newunit = command({
  name: "newunit",
  right: "unit.create",
  words: (text) => text.unit.commands.newunit,
  fields: {
    name: name(100),
    kind: oneOf(unitKinds, (text) => text.unit.kinds),
    parent: unitField("unit.create"),
    rulebooks: rulebooksField(),
  },
  early: {
    name: async (scene, { name: called = "" }) => {
      const parents = await unitsHere(scene, "unit.create")
      for (const { id, name: above } of parents) {
        if (!(await units.hasTwin(scene, { id: null, name: called, parentId: id }))) continue
        const { twin, twinBelow } = scene.text.unit
        return parents.length === 1
          ? { field: "name", problem: twin(called) }
          : { note: twinBelow(called, above) }
      }
      return null
    },
    parent: async (scene, { name: called = "", parent }) =>
      parent && (await units.hasTwin(scene, { id: null, name: called, parentId: parent.id }))
        ? { field: "name", problem: scene.text.unit.twin(called) }
        : null,
  },
  run: async (scene, { name: called, kind, parent, rulebooks }) => {
    await people.demand(scene, scene.me, "unit.create", parent.id)
    const unit = await units.create(scene, {
      name: called,
      kind,
      parentId: parent.id,
      rulebooks: rulebooks ?? [],
    })
    await rounds.begin(scene, unit.id)
    await watch.below(scene, unit.id)
    return say(
      [
        scene.text.unit.created(unit.name, parent.name),
        ...scene.text.rulebook.idle(await books.idleAt(scene, unit)),
      ].join("\n"),
    )
  },
})
