import { isWatched } from "../rules/life.ts"
import * as losses from "../services/losses.ts"
import { accountField } from "./form/account.ts"
import { command } from "./form/command.ts"
import { reported } from "./form/loss.ts"

/** Somebody else has got hold of an account, or nobody knows its password any more: it is changed at once. */
export const hijacked = command({
  name: "hijacked",
  right: "see",
  words: (text) => text.loss.commands.hijacked,
  fields: { account: accountField("see", { fits: isWatched }) },
  run: async (scene, { account }) => reported(scene, await losses.hijacked(scene, scene.me, account)),
})
