import type { Line } from "../../rules/statement.ts"
import type { statement as chinese } from "../zh/statement.ts"
import { cited } from "./cited.ts"

const listed = (lines: readonly Line[]): string => lines.map(cited.says).join("; ")

/** What those who keep passwords state every month. */
export const statement: typeof chinese = {
  commands: {
    statement: {
      title: "Give the monthly statement",
      aliases: [],
      fields: {
        obligation: { label: "statement", ask: "Which statement?", example: "2026-03-01" },
        say: { label: "answer", ask: "Was all of it kept?", example: "All kept" },
        which: { label: "not kept", ask: "What was not kept?", example: "no login on shared devices" },
        note: {
          label: "more",
          ask: "What happened, and what was done about it? Please do not write any password.",
          example: "a colleague's computer on a journey; password changed",
        },
      },
    },
  },
  buttons: { kept: "All kept", broken: "Not all of it" },
  asks: (lines) => `  It states: ${listed(lines)}`,
  given: (month) => `✅ Noted: all of it was kept in ${month}. Thank you.`,
  told: (lines) =>
    `Noted as not kept: ${listed(lines)}. The leader in charge was told; please put it right soon.`,
  noted: (lines, note) => `Not kept: ${listed(lines)}${note === null ? "" : ` (${note})`}`,
  finding: (it) =>
    [
      `[Finding] ${it.by} reports in the monthly statement:`,
      `Not kept: ${listed(it.lines)}`,
      ...(it.note === null ? [] : [`What happened: ${it.note}`]),
      "Please see that it is put right; you are told of this only once.",
    ].join("\n"),
  whichMissing: "Please press what was not kept.",
  none: "There is no statement to give now.",
  notYours: "This statement has to be given by the person themselves.",
}
