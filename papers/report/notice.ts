import { measureNames } from "../../rules/measures/index.ts"
import type { Block, Paper } from "../../rules/paper.ts"
import { accountGroups, type ReportSheet } from "../../rules/reportsheet.ts"
import { fulfilled, left, number, partsTable, published, unitTable, type Words } from "./columns.ts"

const paragraph = (text: string): Block => ({ kind: "paragraph", text })

/** A part of a notice under a heading of its own. */
interface Part {
  readonly title: keyof Words["headings"]
  readonly blocks: readonly Block[]
}

const overall = (words: Words, sheet: ReportSheet): Part => ({
  title: "overall",
  blocks: [
    paragraph(words.registered(sheet)),
    paragraph(words.published(sheet)),
    paragraph(words.updated(sheet)),
    ...(sheet.parts.length === 0 ? [] : [partsTable(words, sheet, measureNames)]),
  ],
})

const accounts = (words: Words, { platforms, counts }: ReportSheet): Part => ({
  title: "accounts",
  blocks: [
    {
      kind: "table",
      columns: [
        left(words.columns.platform, 20),
        ...accountGroups.map((group) => number(words.groups[group])),
      ],
      rows: platforms.map((each) => [
        words.platform[each.platform],
        ...accountGroups.map((group) => each.counts[group]),
      ]),
      sum: [words.columns.total, ...accountGroups.map((group) => counts[group])],
    },
  ],
})

const units = (words: Words, sheet: ReportSheet): Part => ({
  title: "units",
  blocks: [unitTable(words, sheet, published), unitTable(words, sheet, fulfilled)],
})

const duties = (words: Words, sheet: ReportSheet): Part => ({
  title: "duties",
  blocks: [
    paragraph(words.fulfilled(sheet)),
    ...(sheet.overdue.length === 0
      ? sheet.total.dutiesOverdue === 0
        ? [paragraph(words.noneOverdue)]
        : []
      : ([
          paragraph(words.overdue),
          {
            kind: "table",
            columns: [
              left(words.columns.unit, 22),
              left(words.columns.what, 40),
              left(words.columns.due, 16),
            ],
            rows: sheet.overdue.map(({ unit, what, due }) => [unit, what, words.date(due)]),
          },
        ] satisfies Block[])),
    ...(sheet.more === 0 ? [] : [paragraph(words.more(sheet.more))]),
  ],
})

const attention = (words: Words, sheet: ReportSheet): Part => {
  const { several, overlapping, fewest } = sheet
  const changes = sheet.units.reduce((sum, line) => sum + line.changes, 0)
  const { columns } = words
  return {
    title: "attention",
    blocks: [
      ...(several.length === 0
        ? []
        : ([
            paragraph(words.severalNote),
            {
              kind: "table",
              columns: [left(columns.unit, 30), number(columns.count, 12)],
              rows: several.map(({ unit, count }) => [unit, count]),
            },
          ] satisfies Block[])),
      ...(overlapping.length === 0
        ? []
        : ([
            paragraph(words.overlappingNote),
            {
              kind: "table",
              columns: [left(columns.unit, 26), left(columns.account, 40)],
              rows: overlapping.map((each) => [each.unit, words.names(each)]),
            },
          ] satisfies Block[])),
      ...(fewest.length === 0
        ? []
        : ([
            paragraph(words.fewestNote),
            {
              kind: "table",
              columns: [left(columns.unit, 26), left(columns.account, 30), number(columns.posts, 12)],
              rows: fewest.map(({ unit, account, posts }) => [unit, words.named(account), posts]),
            },
          ] satisfies Block[])),
      ...(changes === 0 ? [] : [paragraph(words.changesNote(changes))]),
    ],
  }
}

const topics = (words: Words, sheet: ReportSheet): Part => ({
  title: "topics",
  blocks:
    sheet.topics.length === 0
      ? []
      : [
          paragraph(words.topicsNote(sheet.total.topics)),
          {
            kind: "table",
            columns: [left(words.columns.unit, 24), left(words.columns.what, 40), left(words.columns.on, 14)],
            rows: sheet.topics.map(({ unit, what, on }) => [unit, what, words.date(on)]),
          },
        ],
})

/** A notice or report as the office gives it out; the document number, the signature and the date are left to it. */
export const noticePaper = (words: Words, sheet: ReportSheet): Paper => {
  const parts: readonly Part[] = [
    overall(words, sheet),
    accounts(words, sheet),
    units(words, sheet),
    duties(words, sheet),
    { title: "checks", blocks: [paragraph(words.checked(sheet))] },
    { title: "incidents", blocks: [paragraph(words.handled(sheet))] },
    attention(words, sheet),
    topics(words, sheet),
  ]
  return {
    title: words.title(sheet),
    number: words.number,
    blocks: [
      ...(sheet.draft ? [{ kind: "note", text: words.draftNote(sheet) } satisfies Block] : []),
      ...(sheet.supervises && sheet.kind !== "yearly-report"
        ? [{ kind: "addressee", text: words.addressee } satisfies Block]
        : []),
      paragraph(words.opening(sheet)),
      ...parts
        .filter(({ blocks }) => blocks.length > 0)
        .flatMap(({ title, blocks }, at): readonly Block[] => [
          { kind: "heading", text: words.heading(at, words.headings[title]) },
          ...blocks,
        ]),
      { kind: "note", text: words.notes(sheet) },
    ],
    signed: words.sign(sheet.unit, sheet.draft),
    landscape: true,
  }
}
