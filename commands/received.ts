import * as handshakes from "../services/checkins/handshakes.ts"
import { command, turnInto } from "./form/command.ts"
import { id } from "./form/fields.ts"

/** Somebody shows that a message has reached them. */
export const received = command({
  name: "received",
  hidden: true,
  words: (text) => text.handshake.commands.received,
  fields: { what: id() },
  run: async (scene, { what }) => turnInto(await handshakes.received(scene, scene.me, what)),
})
