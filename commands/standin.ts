import { roles } from "../rules/person.ts"
import * as standins from "../services/standins.ts"
import { personField, unitField } from "./form/choices.ts"
import { command, say } from "./form/command.ts"
import { dayField } from "./form/day.ts"
import { oneOf, optional, text } from "./form/fields.ts"

/** Records in writing who stands in for whom, and for how long. */
export const standin = command({
  name: "standin",
  right: "person.appoint",
  words: (words) => words.opening.commands.standin,
  fields: {
    unit: unitField("person.appoint"),
    role: oneOf(roles, (words) => words.people.roles),
    who: personField("person.appoint"),
    by: personField("person.appoint"),
    from: dayField(),
    to: dayField(),
    paper: optional(text(60)),
  },
  run: async (scene, { unit, role, who, by, from, to, paper }) => {
    await standins.record(scene, scene.me, {
      unitId: unit.id,
      role,
      forPerson: who,
      person: by,
      from,
      to,
      paper,
    })
    const named = { role: scene.text.people.roles[role], who: who.name, by: by.name, from, to }
    return say(scene.text.opening.standIn.done(named))
  },
})
