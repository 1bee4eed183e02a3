import * as approvals from "../services/approvals.ts"
import { command, turnInto } from "./form/command.ts"
import { id, oneOf } from "./form/fields.ts"

/** A second person says so too, or does not. */
export const confirm = command({
  name: "confirm",
  right: "duty.finish",
  hidden: true,
  words: (words) => words.second.commands.confirm,
  fields: { request: id(), say: oneOf(["yes", "no"] as const, (words) => words.second.buttons) },
  run: async (scene, { request, say }) => {
    if (say === "no") return turnInto(await approvals.refuse(scene, scene.me, request))
    return turnInto((await approvals.approve(scene, scene.me, request, "")).text)
  },
})
