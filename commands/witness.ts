import * as passwords from "../services/passwords.ts"
import { command, turnInto } from "./form/command.ts"
import { id, oneOf } from "./form/fields.ts"

const says = ["yes", "no"] as const

/** The second person says whether a password was changed as attested. */
export const witness = command({
  name: "witness",
  right: "see",
  hidden: true,
  words: (text) => text.password.commands.witness,
  fields: {
    attestation: id(),
    say: oneOf(says, ({ password: { buttons } }) => ({
      yes: buttons.witnessed,
      no: buttons.notWitnessed,
    })),
  },
  run: async (scene, { attestation: id, say }) => {
    const yes = say === "yes"
    const { account, attestation } = await passwords.witness(scene, scene.me, id, yes)
    return turnInto(scene.text.password.witnessed({ account, attestation, yes }))
  },
})
