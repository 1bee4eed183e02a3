import { mondayOf } from "../rules/shownroster.ts"
import { dayOf } from "../rules/time.ts"
import * as written from "../services/shifts/written.ts"
import { command, say } from "./form/command.ts"
import { oneOf, silent } from "./form/fields.ts"
import { aheadDayField, rosterUnit, unitMeant } from "./form/roster.ts"

const formats = ["xlsx", "csv"] as const

/** Gives out the roster of five weeks as a sheet that can be changed and sent back. */
export const exportroster = command({
  name: "exportroster",
  right: "see",
  where: "private",
  words: (text) => text.rostersheet.commands.exportroster,
  fields: {
    from: silent(aheadDayField()),
    format: silent(oneOf(formats, (text) => text.rostersheet.formats)),
    unit: rosterUnit(),
  },
  run: async (scene, { unit: named, from: typed, format }) => {
    const unit = await unitMeant(scene, named)
    const from = typed ?? mondayOf(dayOf(scene.now))
    const kind = format ?? "xlsx"
    const { count, to, base64 } = await written.write(scene, scene.me, { unit, from, format: kind })
    const words = scene.text.rostersheet
    return say(words.exported({ unit: unit.name, count, from, to }), {
      file: { name: `${words.fileName(unit.name, from)}.${kind}`, base64 },
    })
  },
})
