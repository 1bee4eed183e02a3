import { firstReply } from "../services/cases/handing.ts"
import { isOpen } from "../rules/case.ts"
import { after, caseField } from "./form/case.ts"
import { command } from "./form/command.ts"

/** Says that people were told that their message is seen to. */
export const firstreply = command({
  name: "firstreply",
  right: "case.handle",
  unlisted: true,
  words: (words) => words.cases.commands.firstreply,
  fields: { case: caseField((it) => isOpen(it) && it.firstReplyAt === null) },
  run: async (scene, { case: it }) => after(scene, await firstReply(scene, scene.me, it), "card"),
})
