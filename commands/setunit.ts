import { leadDays } from "../rules/lead.ts"
import { unitKinds } from "../rules/unit.ts"
import * as people from "../services/people.ts"
import * as books from "../services/rulebooks.ts"
import * as settings from "../services/settings.ts"
import * as units from "../services/units.ts"
import { rulebooksField, unitField } from "./form/choices.ts"
import { Ambiguous, type Answers, command, type Field, say, type Scene } from "./form/command.ts"
import { onlyWhen, oneOf, text } from "./form/fields.ts"

const changing = unitField("unit.edit")
const what = oneOf(settings.unitSettings, (text) => text.unit.settings)

/** Names what is changed, and how it is now. */
const asks = async (scene: Scene, answers: Answers): Promise<string> => {
  const [unit, setting] = [
    await chosen(changing, scene, answers["unit"]),
    await chosen(what, scene, answers["what"]),
  ]
  if (!unit || !setting) throw new Error("the value is asked for last")
  return scene.text.unit.asksValue({
    unit: unit.name,
    what: setting,
    now: await settings.present(scene, unit, setting),
  })
}

const chosen = async <T>(field: Field<T>, scene: Scene, answer = ""): Promise<T | null> => {
  const found = await field.find(scene, answer)
  return found instanceof Ambiguous ? null : found
}

/** A kind, and yes or no, are pressed; everything else is typed. */
const choices = (scene: Scene, answers: Answers) => {
  const { kinds } = scene.text.unit
  if (answers["what"] === "kind")
    return Promise.resolve(unitKinds.map((kind) => ({ value: kind, label: kinds[kind] })))
  if (answers["what"] === "leadsOn")
    return Promise.resolve(leadDays.map((value) => ({ value, label: scene.text.lead.days[value] })))
  const asked = (["witness", "festivals"] as const).find((each) => each === answers["what"])
  if (asked === undefined) return Promise.resolve([])
  return Promise.resolve(
    (["yes", "no"] as const).map((value) => ({ value, label: scene.text.unit[asked][value] })),
  )
}

/** Changes one thing of a unit: its name, kind, short names, rulebooks, or its times. */
export const setunit = command({
  name: "setunit",
  right: "unit.edit",
  words: (words) => words.unit.commands.setunit,
  fields: {
    unit: changing,
    what,
    value: onlyWhen((answers) => answers["what"] !== "rulebooks", text(200, { choices, asks })),
    rulebooks: onlyWhen((answers) => answers["what"] === "rulebooks", { ...rulebooksField(), asks }),
  },
  run: async (scene, { unit, what, rulebooks, value }) => {
    await people.demand(scene, scene.me, "unit.edit", unit.id)
    const shown = await settings.set(scene, unit, what, value ?? "", rulebooks ?? [])
    const idle = what === "rulebooks" ? await books.idleAt(scene, await units.unit(scene, unit.id)) : []
    return say(
      [
        scene.text.unit.changed(unit.name, scene.text.unit.settings[what], shown),
        ...scene.text.rulebook.idle(idle),
      ].join("\n"),
    )
  },
})
