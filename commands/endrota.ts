import { z } from "zod"
import type { Rota } from "../rules/roster.ts"
import { tidyName } from "../rules/words.ts"
import * as people from "../services/people.ts"
import { Refusal } from "../services/refusal.ts"
import * as rotas from "../services/shifts/rotas.ts"
import { unitField, unitsHere } from "./form/choices.ts"
import { Ambiguous, type Answers, type Choice, command, press, say, type Scene } from "./form/command.ts"
import { warnings } from "./form/effect.ts"
import { field, matching } from "./form/fields.ts"
import { aheadDayField, rotaInWords } from "./form/roster.ts"

const arranging = unitField("roster.edit")

const groupsOf = async (scene: Scene, unitId: string): Promise<readonly (readonly Rota[])[]> =>
  rotas.standing(scene, unitId)

const labelled = async (scene: Scene, groups: readonly (readonly Rota[])[]): Promise<readonly Choice[]> => {
  const found: Choice[] = []
  for (const group of groups) {
    const label = scene.text.roster.rotaLabel(await rotaInWords(scene, group))
    found.push({ value: group[0]?.id ?? "", label })
  }
  return found
}

/** Rotas that were set up together, of the unit answered before. */
const groupField = field<string, readonly Rota[]>(
  z.string().transform(tidyName).pipe(z.string().min(1).max(100)),
  async (scene, typed) => {
    const groups = []
    for (const { id } of await unitsHere(scene, "roster.edit")) groups.push(...(await groupsOf(scene, id)))
    const value = matching(scene, await labelled(scene, groups), typed)
    if (value instanceof Ambiguous) return value
    return groups.find(([first]) => first?.id === value) ?? []
  },
  {
    free: true,
    choices: async (scene: Scene, answers: Answers) => {
      const unit = await arranging.find(scene, answers["unit"] ?? "")
      if (unit instanceof Ambiguous) return []
      const groups = await groupsOf(scene, unit.id)
      if (groups.length === 0) throw new Refusal(scene.text.roster.nothingToEnd(unit.name))
      return labelled(scene, groups)
    },
  },
)

/** Ends a rota after a last day. */
export const endrota = command({
  name: "endrota",
  right: "roster.edit",
  words: (text) => text.roster.commands.endrota,
  fields: { unit: arranging, rota: groupField, last: aheadDayField() },
  run: async (scene, { unit, rota, last }) => {
    await people.demand(scene, scene.me, "roster.edit", unit.id)
    const { effect, undo } = await rotas.end(scene, scene.me, rota, last)
    const words = scene.text.roster
    const ended = { rota: await rotaInWords(scene, rota), last, warnings: warnings(scene, effect) }
    return say(words.ended(ended), {
      buttons: [[{ label: words.buttons.undoRota, press: press("unrota", { step: undo }) }]],
    })
  },
})
