import type { proof as chinese } from "../zh/proof.ts"
import * as when from "./when.ts"

export const proof: typeof chinese = {
  sheet: "Dated duties",
  headings: {
    number: "No.",
    unit: "Unit",
    account: "Account",
    what: "Duty",
    to: "To",
    rules: "Rules",
    since: "Counted from",
    due: "Due",
    moved: "Date moved",
    result: "Result",
    on: "Done on",
    by: "By",
    proof: "Shown by",
    note: "Note (reason of a waiver)",
  },
  provisional: (day) => `${day} (provisional)`,
  bornLate: (result) => `${result} (overdue when entered)`,
  moved: (from, on) => `was ${from}, moved on ${on}`,
  totals: (it) => [
    ["Due", it.due],
    ["Done in time", it.inTime],
    ["Done late", it.late],
    ["Not done", it.open],
    ["Of these overdue", it.overdue],
    ["Waived", it.waived],
    ["Aims not reached", it.missed],
  ],
  period: (unit, from, until) =>
    `${unit ?? "All units"}, due from ${when.fullDay(from)} to ${when.fullDay(until)}`,
  madeOn: (day) => `Exported by Zhishou on ${when.fullDay(day)}`,
  fileName: (unit, from, until) => `duties_${unit}_${from}_${until}`,
  sent: (it) =>
    `${it.period}: ${it.totals.due} due, ${it.totals.inTime} done in time, ${it.totals.late} done late, ${it.totals.open} not done (${it.totals.overdue} overdue), ${it.totals.waived} waived.`,
  tooMany: (count, most) =>
    `There are ${count} in this time, and at most ${most} can be exported at once. Please take a shorter time, or have whoever installed Zhishou export it on the command line.`,
  backwards: "The last day is before the first. Please check.",
  periods: {
    year: "1 January",
    quarter: "First day of the quarter",
    month: "First day of the month",
    today: "Today",
    yearEnd: "31 December",
  },
  command: {
    title: "Export what was due, for an inspection",
    aliases: ["evidence"],
    fields: {
      unit: {
        label: "Unit",
        ask: "Which unit, with those below it?",
        example: "Sample County Education Bureau",
      },
      from: { label: "First day", ask: "Due from which day on?", example: "2026-01-01" },
      until: { label: "Last day", ask: "Until which day?", example: "2026-03-31" },
    },
  },
}
