import * as accounts from "../services/accounts.ts"
import { command, turnInto } from "./form/command.ts"
import { id } from "./form/fields.ts"

/** Takes a retirement back: the button on its card. */
export const restore = command({
  name: "restore",
  right: "account.retire",
  hidden: true,
  words: (text) => text.account.commands.restore,
  fields: { account: id() },
  run: async (scene, { account }) => {
    const restored = await accounts.restore(scene, scene.me, await accounts.account(scene, account))
    return turnInto(scene.text.account.restored(restored))
  },
})
