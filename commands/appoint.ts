import { roles } from "../rules/person.ts"
import * as employment from "../services/employment.ts"
import * as appointing from "../services/appointing.ts"
import * as people from "../services/people.ts"
import * as units from "../services/units.ts"
import { command, say } from "./form/command.ts"
import { personField, unitField } from "./form/choices.ts"
import { oneOf } from "./form/fields.ts"

export const appoint = command({
  name: "appoint",
  right: "person.appoint",
  words: (text) => text.people.commands.appoint,
  fields: {
    person: personField("person.appoint"),
    role: oneOf(roles, (text) => text.people.roles),
    unit: unitField("person.appoint"),
  },
  run: async (scene, { person, role, unit }) => {
    await people.demand(scene, scene.me, "person.appoint", unit.id)
    await employment.demandOwn(scene, person, unit.id, role)
    await units.refuseDissolved(scene, unit.id)
    await appointing.appoint(scene, person.id, unit.id, role)
    const minds = await employment.minds(scene, person, unit.id, role)
    return say(
      [
        scene.text.people.appointed(person.name, unit.name, scene.text.people.roles[role]),
        ...(minds ? [scene.text.contract.minds(minds)] : []),
      ].join("\n"),
    )
  },
})
