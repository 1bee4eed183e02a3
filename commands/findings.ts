import * as listing from "../services/findings/listing.ts"
import * as showing from "../services/findings/showing.ts"
import { unitsHere } from "./form/choices.ts"
import { command, press, say } from "./form/command.ts"
import { silent } from "./form/fields.ts"
import { findingField } from "./form/finding.ts"

/** How many the list names, and for how many it offers a button. */
const LISTED = 30
const BUTTONS = 10

/** What is still to be put right or closed, or one of them as its card. */
export const findings = command({
  name: "findings",
  right: "see",
  where: "private",
  unlisted: true,
  words: (words) => words.finding.commands.findings,
  fields: { finding: silent(findingField()) },
  run: async (scene, { finding }) => {
    const { finding: words } = scene.text
    if (finding !== null)
      return say(words.card(await showing.shown(scene, finding)), {
        buttons: await listing.buttonsFor(scene, scene.me, finding),
      })
    const all = await listing.openAt(scene, await unitsHere(scene, "see"))
    if (all.length === 0) return say(words.none)
    return say(words.list(all.slice(0, LISTED), all.length - LISTED), {
      buttons: all
        .slice(0, BUTTONS)
        .map(({ it: { id, number, what } }) => [
          { label: `${number} ${what}`, press: press("findings", { finding: id }) },
        ]),
    })
  },
})
