import * as cards from "../services/procedures/cards.ts"
import { shown } from "../services/procedures/showing.ts"
import { command, press, say, type Scene, turnInto } from "./form/command.ts"
import { unitsHere } from "./form/choices.ts"
import { silent } from "./form/fields.ts"
import { applicationField } from "./form/procedure.ts"

/** How many applications one message lists. */
const LINES = 20

/** Where every application under way stands; one of them with all its levels. */
export const applications = command({
  name: "applications",
  right: "see",
  words: (words) => words.opening.commands.applications,
  fields: { application: silent(applicationField()) },
  run: async (scene, { application: of }) => {
    if (of === null) return list(scene)
    const mine = (await cards.actors(scene, of)).includes(scene.me.person.id)
    return turnInto(scene.text.procedure.show(await shown(scene, of)), {
      buttons: mine ? cards.buttonsFor(scene, of) : [],
    })
  },
})

const list = async (scene: Scene) => {
  const found = []
  for (const { id } of await unitsHere(scene, "see"))
    found.push(...(await scene.tables.procedures.where("underWay", id)))
  if (found.length === 0) return say(scene.text.procedure.none)
  const lines: string[] = []
  const buttons = []
  for (const each of found.slice(0, LINES)) {
    const it = await shown(scene, each)
    lines.push(scene.text.procedure.ends[each.state](it))
    buttons.push([
      { label: scene.text.procedure.titled(it), press: press("applications", { application: each.id }) },
    ])
  }
  return say(lines.join("\n"), { buttons: buttons.slice(0, 8) })
}
