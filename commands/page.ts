import { Refusal } from "../services/refusal.ts"
import { command, say } from "./form/command.ts"

/** The overview page of a leader, opened within the messenger. */
export const page = command({
  name: "page",
  right: "see",
  where: "private",
  unlisted: true,
  words: (text) => text.overview.commands.page,
  fields: {},
  run: (scene) => {
    const words = scene.text.overview
    const address = scene.pageLink()
    if (address === null) throw new Refusal(words.off)
    return Promise.resolve(say(words.opens, { buttons: [[{ label: words.buttons.open, page: address }]] }))
  },
})
