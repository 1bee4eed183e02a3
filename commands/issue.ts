import { parseTerm } from "../rules/term.ts"
import * as issuing from "../services/reports/issuing.ts"
import { Refusal } from "../services/refusal.ts"
import { command, type Scene, say } from "./form/command.ts"
import { pastDayField } from "./form/day.ts"
import { optional, pick, text } from "./form/fields.ts"

const LONGEST_NUMBER = 40

const waiting = async (scene: Scene) => {
  const found = await issuing.waiting(scene, scene.me)
  if (found.length === 0) throw new Refusal(scene.text.report.noneToIssue)
  return found.map(({ report, unit }) => ({
    value: report.id,
    label: scene.text.report.called({ unit, kind: report.kind, term: parseTerm(report.term) }),
  }))
}

/** Records that a notice or report was given out, and under which number. */
export const issue = command({
  name: "issue",
  unlisted: true,
  right: "report.issue",
  words: (words) => words.report.commands.issue,
  fields: { report: pick(waiting), on: pastDayField(), number: optional(text(LONGEST_NUMBER)) },
  run: async (scene, { report: id, on, number }) => {
    const { report, unit } = await issuing.issue(scene, scene.me, id, { on, number })
    const { kind } = report
    return say(scene.text.report.issued({ unit, kind, term: parseTerm(report.term), on, number }))
  },
})
