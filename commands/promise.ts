import { promise as give } from "../services/cases/handing.ts"
import { after, caseField } from "./form/case.ts"
import { command } from "./form/command.ts"
import { nearDayField } from "./form/day.ts"
import { text } from "./form/fields.ts"
import { UNNEEDED } from "./form/procedure.ts"

/** Promises people a day; the second time a reason goes with it, and somebody has to agree. */
export const promise = command({
  name: "promise",
  right: "case.handle",
  unlisted: true,
  careful: "people",
  words: (words) => words.cases.commands.promise,
  fields: {
    case: caseField(),
    day: nearDayField(),
    reason: text(100, {
      choices: async (scene, { case: id = "" }) => {
        const [numbered] = await scene.tables.cases.where("number", id.toUpperCase())
        const it = (await scene.tables.cases.get(id)) ?? numbered
        return it !== undefined && it.promises.length > 0
          ? []
          : [{ value: UNNEEDED, label: scene.text.cases.unneeded }]
      },
    }),
  },
  run: async (scene, { case: it, day, reason }) =>
    after(scene, await give(scene, scene.me, it, day, reason === UNNEEDED ? null : reason), "card"),
})
