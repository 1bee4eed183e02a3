import type { Case } from "../rules/case.ts"
import { assign as hand } from "../services/cases/handing.ts"
import * as people from "../services/people.ts"
import * as units from "../services/units.ts"
import { after, caseAt, inTurn } from "./form/case.ts"
import { type Choice, command, type Field, type Scene } from "./form/command.ts"
import { name } from "./form/fields.ts"

const OFFERED = 12
const LONGEST = 30
const OWN = "own"

/** The offices of the same house, whose people can be told. */
const offices = async (scene: Scene) => {
  const found = []
  for (const unit of await scene.tables.units.all())
    if ((await people.inUnit(scene, unit.id)).length > 0) found.push(unit)
  return found
}

/** An enrolled office, or one by its name; null is the unit itself. */
const departmentField = (): Field<Case["department"]> => {
  const typed = name(LONGEST, {
    choices: async (scene, { case: id = "" }) => {
      const it = await scene.tables.cases.get(id)
      const others = (await offices(scene)).filter((unit) => unit.id !== it?.unitId)
      return [
        { value: OWN, label: scene.text.cases.own },
        ...others.slice(0, OFFERED).map((unit): Choice => ({ value: unit.id, label: unit.name })),
      ]
    },
  })
  return {
    ...typed,
    find: async (scene, said) => {
      if (said === OWN || said === scene.text.cases.own) return null
      const meant = (await offices(scene)).find(
        ({ id, name: called, shortNames }) => id === said || called === said || shortNames.includes(said),
      )
      if (meant) return { unitId: meant.id, name: meant.name }
      const known = await scene.tables.units.get(said)
      return { unitId: null, name: known === null ? said : (await units.unit(scene, known.id)).name }
    },
  }
}

/** Hands a message to the department that answers it. */
export const refer = command({
  name: "refer",
  right: "case.handle",
  unlisted: true,
  careful: "people",
  words: (words) => words.cases.commands.refer,
  fields: { case: caseAt("assigned"), to: departmentField() },
  early: { case: inTurn("assigned") },
  run: async (scene, { case: it, to }) => after(scene, await hand(scene, scene.me, it, to)),
})
