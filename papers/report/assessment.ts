import type { Block, Paper } from "../../rules/paper.ts"
import type { ReportSheet } from "../../rules/reportsheet.ts"
import { type Figures, share, unkept } from "../../rules/tally.ts"
import { monthsOf } from "../../rules/term.ts"
import { left, monthsTable, number, type Words } from "./columns.ts"

const overdue = ({ dutiesLate, dutiesOverdue }: Figures): number => dutiesLate + dutiesOverdue

/** What the offices that assess write in by hand stands beside the figures: no verdict is the bot's. */
const judged = (words: Words, { units }: ReportSheet): Block => {
  const { columns, measures, ratios } = words
  return {
    kind: "table",
    columns: [
      left(columns.unit, 22),
      number(measures.posts),
      number(ratios.original),
      number(columns.unkept),
      number(columns.late),
      left(columns.performance, 14),
      left(columns.thirdParty, 14),
      left(columns.verdict, 18),
    ],
    rows: units.map(({ unit, figures }) => [
      unit,
      figures.posts,
      words.percent(share(figures, "original")),
      unkept(figures),
      overdue(figures),
      null,
      null,
      null,
    ]),
  }
}

const scores = (words: Words, sheet: ReportSheet): Block => {
  const { columns, measures } = words
  return {
    kind: "table",
    columns: [
      left(columns.unit, 22),
      left(columns.account, 26),
      number(measures.posts),
      left(columns.content, 10),
      number(columns.followers),
      number(columns.reposts),
      number(columns.comments),
    ],
    rows: sheet.scores.map(({ unit, account, posts, scored }) => [
      unit,
      words.named(account),
      posts,
      scored?.content ? words.gradings[scored.content] : null,
      scored?.followers ?? null,
      scored?.reposts ?? null,
      scored?.comments ?? null,
    ]),
  }
}

/** The sheet of an assessment: each unit's months, the five measures, and room for what people judge. */
export const assessmentPaper = (words: Words, sheet: ReportSheet): Paper => {
  const months = monthsOf(sheet.term)
  const monthly = (of: (figures: Figures) => number) => monthsTable(words, sheet, months, of)
  const heading = (at: number, title: keyof Words["headings"], more = ""): Block => ({
    kind: "heading",
    text: words.heading(at, words.headings[title] + more),
  })
  return {
    title: words.title(sheet),
    number: null,
    blocks: [
      ...(sheet.draft ? [{ kind: "note", text: words.draftNote(sheet) } satisfies Block] : []),
      { kind: "paragraph", text: words.opening(sheet) },
      heading(0, "months", words.of(words.measures.posts)),
      monthly(({ posts }) => posts),
      heading(1, "months", words.of(words.columns.unkept)),
      monthly(unkept),
      heading(2, "months", words.of(words.columns.late)),
      monthly(overdue),
      heading(3, "scores"),
      scores(words, sheet),
      heading(4, "judged"),
      judged(words, sheet),
      { kind: "note", text: words.notes(sheet) },
    ],
    signed: words.sign(sheet.unit, sheet.draft),
    landscape: true,
  }
}
