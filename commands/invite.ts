import { roles } from "../rules/person.ts"
import * as invites from "../services/invites.ts"
import * as people from "../services/people.ts"
import { command, say } from "./form/command.ts"
import { unitField } from "./form/choices.ts"
import { oneOf } from "./form/fields.ts"

/** Only in private: whoever sees the link can use it. */
export const invite = command({
  name: "invite",
  right: "person.invite",
  where: "private",
  words: (text) => text.people.commands.invite,
  fields: { unit: unitField("person.invite"), role: oneOf(roles, (text) => text.people.roles) },
  run: async (scene, { unit, role }) => {
    await people.demand(scene, scene.me, "person.invite", unit.id)
    const code = await invites.issue(scene, { unitId: unit.id, role })
    const link = scene.deepLink(code)
    return say(
      scene.text.people.invitation({
        link,
        unit: unit.name,
        role: scene.text.people.roles[role],
        hours: invites.VALID_HOURS,
      }),
    )
  },
})
