import * as registration from "../services/registration.ts"
import { command, turnInto } from "./form/command.ts"
import { id } from "./form/fields.ts"

/** Takes a registration back: the button on its card. */
export const unregister = command({
  name: "unregister",
  right: "account.register",
  hidden: true,
  words: (text) => text.account.commands.unregister,
  fields: { account: id() },
  run: async (scene, { account }) =>
    turnInto(scene.text.account.unregistered(await registration.undo(scene, scene.me, account))),
})
