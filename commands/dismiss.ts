import { roles } from "../rules/person.ts"
import * as appointing from "../services/appointing.ts"
import * as duties from "../services/duties.ts"
import * as kept from "../services/leaving/kept.ts"
import * as people from "../services/people.ts"
import { command, press, say } from "./form/command.ts"
import { personField, unitField } from "./form/choices.ts"
import { oneOf } from "./form/fields.ts"

export const dismiss = command({
  name: "dismiss",
  right: "person.appoint",
  words: (text) => text.people.commands.dismiss,
  fields: {
    person: personField("person.appoint"),
    role: oneOf(roles, (text) => text.people.roles),
    unit: unitField("person.appoint"),
  },
  run: async (scene, { person, role, unit }) => {
    await people.demand(scene, scene.me, "person.appoint", unit.id)
    const keeps = await kept.asCustodian(scene, person)
    const open = await appointing.dismiss(scene, person.id, unit.id, role)
    const { people: words, leaving } = scene.text
    const text = [words.dismissed(person.name, unit.name, words.roles[role])]
    for (const row of open) text.push(leaving.leaderLeft(await duties.shown(scene, row)))
    if (keeps.length === 0) return say(text.join("\n"))
    text.push(leaving.stillKeeps(person.name, keeps))
    return say(text.join("\n"), {
      buttons: [[{ label: leaving.buttons.leaving, press: press("leaving", { person: person.id }) }]],
    })
  },
})
