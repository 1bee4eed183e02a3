import { type Attention, attentions } from "../../rules/case.ts"
import type { TopicLine } from "../../rules/casetopics.ts"
import type { Paper } from "../../rules/paper.ts"
import { type Day, dayOf, type Instant } from "../../rules/time.ts"
import { cases } from "./cases.ts"
import * as when from "./when.ts"

interface Summary {
  readonly unit: string
  readonly period: { readonly from: Day; readonly until: Day }
  readonly draft: boolean
  readonly lines: readonly TopicLine[]
  readonly answers: readonly { readonly number: string; readonly topic: string; readonly link: string }[]
  readonly base: string | null
}

const quarter = ({ period: { from } }: Pick<Summary, "period">): string =>
  `${from.slice(0, 4)} Q${Math.floor((Number(from.slice(5, 7)) - 1) / 3) + 1}`
const topicOf = ({ topic }: TopicLine): string => topic ?? "not sorted, or confidential"
const attended = ({ by }: TopicLine): string =>
  attentions
    .filter((each: Attention) => by[each] > 0)
    .map((each) => `${cases.attentions[each]} ${by[each]}`)
    .join(", ")
const sum = (its: readonly TopicLine[], of: "count" | "settled" | "reopened"): number =>
  its.reduce((all, each) => all + each[of], 0)
const title = (it: Summary): string =>
  `${it.unit}: topics of messages, ${quarter(it)}${it.draft ? " (draft)" : ""}`
const unfinished = "The quarter is not over; figures will change."

/** Messages by topic, and the base of questions and answers. */
export const answers = {
  files: { docx: "Word document", xlsx: "Excel sheet" },
  quarters: { this: "this quarter", last: "last quarter" },
  sheet: "Topics",
  commands: {
    answers: {
      title: "Messages by topic, and the base of answers",
      aliases: [],
      fields: {
        unit: { label: "unit", ask: "Which unit?", example: "Education Bureau" },
        quarter: { label: "quarter", ask: "Which quarter?", example: "last quarter" },
        format: { label: "format", ask: "Which kind of file?", example: "Excel sheet" },
        link: {
          label: "base",
          ask: "Where does the base of answers stand?",
          example: "https://example.org/wd",
        },
      },
    },
  },
  kept: (unit: string, link: string) => `✅ The base of answers of ${unit}: ${link}`,
  made: (it: Summary) => `${title(it)}: here it is.`,
  fileName: (it: Summary) => `${it.unit} topics ${quarter(it)}`,
  text: (it: Summary) =>
    [
      `[${title(it)}] ${sum(it.lines, "count")} in all, ${sum(it.lines, "settled")} settled`,
      ...it.lines.map((line) => `· ${topicOf(line)}: ${line.count} (${attended(line)})`),
      ...(it.lines.length === 0 ? ["No messages."] : []),
      ...(it.draft ? [unfinished] : []),
      `${it.answers.length} answers may go into the base.`,
      it.base === null ? "No link to the base of answers is kept yet." : `Base of answers: ${it.base}`,
    ].join("\n"),
  paper: (it: Summary, now: Instant): Paper => ({
    title: title(it),
    number: null,
    blocks: [
      ...(it.draft ? [{ kind: "note" as const, text: unfinished }] : []),
      { kind: "heading", text: "1. Topics and attention" },
      {
        kind: "table",
        columns: [
          { heading: "Topic", width: 24 },
          ...attentions.map((each) => ({
            heading: cases.attentions[each],
            width: 10,
            align: "center" as const,
          })),
          { heading: "Messages", width: 8, align: "center" },
          { heading: "Settled", width: 8, align: "center" },
          { heading: "Opened again", width: 10, align: "center" },
        ],
        rows: it.lines.map((line) => [
          topicOf(line),
          ...attentions.map((each) => line.by[each]),
          line.count,
          line.settled,
          line.reopened,
        ]),
        sum: [
          "Sum",
          ...attentions.map((each) => it.lines.reduce((all, { by }) => all + by[each], 0)),
          sum(it.lines, "count"),
          sum(it.lines, "settled"),
          sum(it.lines, "reopened"),
        ],
      },
      { kind: "heading", text: "2. Answers for the base" },
      {
        kind: "table",
        columns: [
          { heading: "Number", width: 12 },
          { heading: "Topic", width: 20 },
          { heading: "Answer", width: 40 },
        ],
        rows: it.answers.map(({ number, topic, link }) => [number, topic, link]),
      },
      {
        kind: "note",
        text:
          it.base === null ? "No link to the base of answers is kept yet." : `Base of answers: ${it.base}`,
      },
    ],
    signed: [it.unit, when.fullDay(dayOf(now))],
  }),
}
