import { layers } from "../rules/roster.ts"
import { hoursOn } from "../rules/roster.ts"
import * as overrides from "../services/shifts/overrides.ts"
import { unitField } from "./form/choices.ts"
import { type Answers, command, press, say, type Scene, turnInto } from "./form/command.ts"
import { warnings } from "./form/effect.ts"
import { oneOf, onlyWhen, pressed, silent } from "./form/fields.ts"
import { aheadDayField, hoursField, memberField, unitMeant } from "./form/roster.ts"

const setting = (answers: Answers): boolean => answers["batch"] === undefined

/** The hours that the rotas of the layer know. */
const usual = async (scene: Scene, answers: Answers) => {
  const unit = answers["unit"] === undefined ? await unitMeant(scene, null) : null
  const rotas = await scene.tables.rotas.where("unit", unit?.id ?? answers["unit"] ?? "")
  const known = rotas.filter(({ layer }) => layer === answers["layer"])
  return [...new Map(known.map(({ start, end }) => [`${start}-${end}`, { start, end }])).entries()].map(
    ([value, hours]) => ({ value, label: scene.text.roster.period(hours) }),
  )
}

/** Gives the hours of one day to somebody, or to nobody; and takes that back. */
export const shift = command({
  name: "shift",
  right: "roster.edit",
  words: (text) => text.roster.commands.shift,
  fields: {
    batch: pressed(),
    layer: onlyWhen(
      setting,
      oneOf(layers, (text) => text.roster.layers),
    ),
    day: onlyWhen(setting, aheadDayField()),
    hours: onlyWhen(setting, hoursField(usual)),
    person: onlyWhen(setting, memberField({ nobody: true })),
    // Last, so that a name that is typed is a person's.
    unit: silent(unitField("roster.edit")),
  },
  run: async (scene, { batch, unit: named, layer, day, hours, person }) => {
    const words = scene.text.roster
    if (layer === null || day === null || hours === null) {
      const effect = await overrides.undoBy(scene, scene.me, batch ?? "")
      return turnInto(words.undone(warnings(scene, effect)))
    }
    const unit = await unitMeant(scene, named)
    const span = hoursOn(hours, day)
    const set = await overrides.set(scene, scene.me, { unitId: unit.id, layer, ...span, person })
    const who = person?.name ?? null
    const told = { layer, from: set.from, to: span.to, who, warnings: warnings(scene, set.effect) }
    return say(words.changed(told), {
      buttons: [[{ label: words.buttons.undo, press: press("shift", { batch: set.batch }) }]],
    })
  },
})
