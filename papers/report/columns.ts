import type { MeasureName } from "../../rules/measures/index.ts"
import type { Block, Cell, Column } from "../../rules/paper.ts"
import type { ReportSheet, UnitLine } from "../../rules/reportsheet.ts"
import { type Figures, type RatioName, share, summed } from "../../rules/tally.ts"
import type { Text } from "../../text/index.ts"

export type Words = Text["reportpaper"]
type TableBlock = Extract<Block, { readonly kind: "table" }>

/** One column of the table of units: a figure, or a share that is reckoned from figures. */
type Of =
  { readonly measure: MeasureName } | { readonly ratio: RatioName } | { readonly own: "accounts" | "changes" }

/** What the two tables of units show: what was published, and what was done. */
export const published: readonly Of[] = [
  { own: "accounts" },
  { measure: "posts" },
  { measure: "originals" },
  { ratio: "original" },
  { measure: "firsts" },
  { ratio: "first" },
  { measure: "kept" },
  { measure: "missed" },
  { measure: "silences" },
  { measure: "breaches" },
]
export const fulfilled: readonly Of[] = [
  { measure: "dutiesDone" },
  { measure: "dutiesLate" },
  { measure: "dutiesOverdue" },
  { ratio: "inTime" },
  { measure: "findings" },
  { measure: "findingsClosed" },
  { measure: "cases" },
  { measure: "casesClosed" },
  { ratio: "answered" },
  { measure: "incidents" },
  { measure: "drills" },
  { own: "changes" },
]

const headingOf = (words: Words, of: Of): string => {
  if ("measure" in of) return words.measures[of.measure]
  return "ratio" in of ? words.ratios[of.ratio] : words.columns[of.own]
}

type Line = Pick<UnitLine, "figures" | "accounts" | "changes">

const cellOf = (words: Words, of: Of, line: Line): Cell => {
  if ("measure" in of) return line.figures[of.measure]
  return "ratio" in of ? words.percent(share(line.figures, of.ratio)) : line[of.own]
}

const NARROW = 9
const right = (heading: string, width = NARROW): Column => ({ heading, width, align: "right" })
export const left = (heading: string, width: number): Column => ({ heading, width })
export const number = right

/** The units by columns, in the order in which they stand in the tree, and what they come to together. */
export const unitTable = (
  words: Words,
  { units }: Pick<ReportSheet, "units">,
  columns: readonly Of[],
): TableBlock => {
  const all: Line = {
    figures: summed(units.map(({ figures }) => figures)),
    accounts: units.reduce((sum, { accounts }) => sum + accounts, 0),
    changes: units.reduce((sum, { changes }) => sum + changes, 0),
  }
  return {
    kind: "table",
    columns: [left(words.columns.unit, 22), ...columns.map((of) => right(headingOf(words, of)))],
    rows: units.map((line) => [line.unit, ...columns.map((of) => cellOf(words, of, line))]),
    sum: [words.columns.total, ...columns.map((of) => cellOf(words, of, all))],
  }
}

const always: readonly MeasureName[] = ["posts", "originals", "firsts", "missed", "silences", "dutiesOverdue"]

/** Every figure by the parts of the term, and their sum. */
export const partsTable = (
  words: Words,
  { parts, total }: Pick<ReportSheet, "parts" | "total">,
  names: readonly MeasureName[],
): TableBlock => ({
  kind: "table",
  columns: [
    left(words.columns.measure, 20),
    ...parts.map(({ term }) => right(words.term(term), 12)),
    right(words.columns.total, 12),
  ],
  // What did not happen at all needs no line; the first few are always looked for.
  rows: names
    .filter((name) => total[name] > 0 || always.includes(name))
    .map((name) => [words.measures[name], ...parts.map(({ figures }) => figures[name]), total[name]]),
})

/** One figure, the units by the months of the term. */
export const monthsTable = (
  words: Words,
  { units }: Pick<ReportSheet, "units">,
  months: readonly string[],
  of: (figures: Figures) => number,
): TableBlock => {
  const at = (month: number) => (line: UnitLine) => {
    const figures = line.months[month]
    return figures === undefined ? 0 : of(figures)
  }
  const sums = months.map((_, month) => units.reduce((sum, line) => sum + at(month)(line), 0))
  return {
    kind: "table",
    columns: [
      left(words.columns.unit, 22),
      ...months.map((month) => right(words.month(month), 6)),
      right(words.columns.total, 8),
    ],
    rows: units.map((line) => [line.unit, ...months.map((_, month) => at(month)(line)), of(line.figures)]),
    sum: [words.columns.total, ...sums, sums.reduce((all, each) => all + each, 0)],
  }
}
