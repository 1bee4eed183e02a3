import * as approvals from "../services/approvals.ts"
import { command, turnInto } from "./form/command.ts"
import { id } from "./form/fields.ts"

export const refuse = command({
  name: "refuse",
  right: "account.except",
  hidden: true,
  words: (text) => text.account.commands.refuse,
  fields: { request: id() },
  run: async (scene, { request }) => turnInto(await approvals.refuse(scene, scene.me, request)),
})
