import { stepOf } from "../rules/ownkind.ts"
import * as consents from "../services/consents.ts"
import * as ownkinds from "../services/ownkinds.ts"
import * as people from "../services/people.ts"
import { Refusal } from "../services/refusal.ts"
import * as units from "../services/units.ts"
import { unitField } from "./form/choices.ts"
import { command, press, type Reply, say, type Scene, turnInto } from "./form/command.ts"
import { oneOf, onlyWhen, pressed, silent } from "./form/fields.ts"

/** A unit's own table of events: what holds, what waits, and the sheet that replaces it. */
export const kinds = command({
  name: "kinds",
  right: "see",
  words: (words) => words.ownkind.commands.kinds,
  fields: {
    table: pressed(),
    say: silent(oneOf(["yes", "no"] as const, (words) => words.ownkind.says)),
    blank: silent(oneOf(["yes"] as const, (words) => words.ownkind.blanks)),
    unit: onlyWhen((answers) => !answers["table"] && !answers["blank"], unitField("see")),
  },
  run: async (scene, { unit, table, say: says, blank }) => {
    const words = scene.text.ownkind
    if (blank !== null) return say(words.blank, { file: await ownkinds.blank(scene) })
    if (table !== null && says !== null) return decided(scene, table, says)
    if (unit === null) throw new Refusal(words.decidedAlready)
    await people.demand(scene, scene.me, "see", unit.id)
    const buttons = [
      [{ label: words.buttons.add, press: press("addkind", { unit: unit.id }) }],
      [{ label: words.buttons.blank, press: press("kinds", { blank: "yes" }) }],
    ]
    const found = await ownkinds.of(scene, unit)
    const { asked } = found
    const mine = asked !== null && (await consents.isAskedOf(scene, scene.me.person.id, asked))
    const card = mine ? await ownkinds.cardOf(scene, asked) : null
    const own = (await people.may(scene, scene.me, "unit.papers", unit.id)) ? buttons : []
    const shown = words.show({ unit: unit.name, ...found })
    return say(card === null ? shown : `${shown}\n\n${card.text}`, {
      buttons: [...(card?.buttons ?? []), ...own],
    })
  },
})

const decided = async (scene: Scene, id: string, says: "yes" | "no"): Promise<Reply> => {
  const words = scene.text.ownkind
  const table = await ownkinds[says === "yes" ? "agree" : "disagree"](scene, scene.me, id)
  const next = table.state === "asked" ? stepOf(table) : null
  if (next !== null) return turnInto(words.further(next))
  const { name } = await units.unit(scene, table.unitId)
  return turnInto(words.decided({ by: scene.me.person.name, unit: name, table }))
}
