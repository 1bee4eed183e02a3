import * as gaps from "../services/checkins/gaps.ts"
import { command, turnInto } from "./form/command.ts"
import { id, oneOf } from "./form/fields.ts"

const says = ["yes", "no"] as const

/** Whoever was asked steps in for somebody who did not come, or says that they cannot. */
export const cover = command({
  name: "cover",
  hidden: true,
  words: (text) => text.checkin.commands.cover,
  fields: {
    shift: id(),
    say: oneOf(says, ({ checkin: { buttons } }) => ({ yes: buttons.standIn, no: buttons.notMe })),
  },
  run: async (scene, { shift, say }) =>
    turnInto(await (say === "yes" ? gaps.cover : gaps.decline)(scene, scene.me, shift)),
})
