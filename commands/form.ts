import { dayOf } from "../rules/time.ts"
import * as forms from "../services/forms.ts"
import { unitField } from "./form/choices.ts"
import { command, say } from "./form/command.ts"

/** The filing forms of a unit as a workbook. Only in private: they name the people who keep the accounts. */
export const form = command({
  name: "form",
  right: "see",
  where: "private",
  words: (text) => text.form.commands.form,
  fields: { unit: unitField("see") },
  run: async (scene, { unit }) => {
    const { base64, ...made } = await forms.ofUnit(scene, scene.me, unit)
    const name = `${scene.text.form.fileName(unit.name, dayOf(scene.now))}.xlsx`
    return say(scene.text.form.made({ ...made, unit: unit.name }), { file: { name, base64 } })
  },
})
