import * as employment from "../services/employment.ts"
import { personField } from "./form/choices.ts"
import { command, say } from "./form/command.ts"
import { name, oneOf, onlyWhen } from "./form/fields.ts"

const LONGEST_NAME = 60
const kinds = ["own", "company"] as const

/** Whose employee somebody is: some roles stay in house. */
export const staff = command({
  name: "staff",
  right: "person.appoint",
  words: (text) => text.contract.commands.staff,
  fields: {
    person: personField("person.appoint"),
    from: oneOf(kinds, (text) => text.contract.staff),
    company: onlyWhen((answers) => answers["from"] === "company", name(LONGEST_NAME)),
  },
  run: async (scene, { person, from, company }) => {
    const { name: who, employer } = await employment.set(
      scene,
      scene.me,
      person,
      from === "own" ? null : company,
    )
    return say(scene.text.contract.staffed(who, employer ?? null))
  },
})
