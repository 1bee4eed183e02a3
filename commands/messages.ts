import { isLate } from "../services/cases/reading.ts"
import { calledIn, shown } from "../services/cases/showing.ts"
import { after, caseField, casesHere } from "./form/case.ts"
import { command, press, say } from "./form/command.ts"
import { silent } from "./form/fields.ts"

const LINES = 30
const BUTTONS = 8

/** The messages of the public that are open; of one where it stands and what can be done next. */
export const messages = command({
  name: "messages",
  right: "see",
  unlisted: true,
  words: (words) => words.cases.commands.messages,
  fields: { case: silent(caseField(() => true)) },
  run: async (scene, { case: it }) => {
    if (it !== null) {
      const card = await after(scene, it, "card")
      const history = scene.text.casecard.history(await shown(scene, it))
      return { ...card, body: card.body && { ...card.body, text: `${card.body.text}\n${history}` } }
    }
    const listed = []
    for (const each of (await casesHere(scene)).slice(0, LINES))
      listed.push({ each, it: await shown(scene, each), late: await isLate(scene, each) })
    if (listed.length === 0) return say(scene.text.cases.none)
    listed.sort((a, b) => Number(b.late) - Number(a.late))
    return say(scene.text.casecard.list(listed), {
      buttons: listed
        .slice(0, BUTTONS)
        .map(({ each }) => [{ label: calledIn(scene, each), press: press("messages", { case: each.id }) }]),
    })
  },
})
