import { others } from "../services/reports/making.ts"
import { toAsker, toGroup } from "../services/reports/sending.ts"
import { unitField } from "./form/choices.ts"
import { command, press, say } from "./form/command.ts"
import { oneOf, silent } from "./form/fields.ts"
import { termField } from "./form/term.ts"

/** The notice of a month or quarter, the report of a year: a page for the phone, a Word file and a workbook. */
export const report = command({
  name: "report",
  unlisted: true,
  right: "report.make",
  words: (words) => words.report.commands.report,
  fields: {
    unit: unitField("report.make"),
    term: termField(),
    sheet: silent(oneOf(others, (words) => words.report.sheets)),
  },
  run: async (scene, { unit, term, sheet: other }) => {
    const words = scene.text.report
    if (scene.place.kind === "group") {
      const { page, names } = await toGroup(scene, scene.me, { unit, term, other })
      const { text, ...shown } = page
      return say(`${text}\n${words.inGroup(names)}`, shown)
    }
    const { page, report: made } = await toAsker(scene, scene.me, { unit, term, other })
    const { text, ...shown } = page
    if (made === null || made.issued !== null) return say(text, shown)
    return say(`${text}\n${words.issueHint}`, {
      ...shown,
      buttons: [[{ label: words.buttons.issue, press: press("issue", { report: made.id }) }]],
    })
  },
})
