import { dayOf, type Instant, timeOf } from "../../rules/time.ts"
import type { timelineName as chineseName, timelinePaper as chinese } from "../zh/incidentpaper.ts"
import { cited } from "./cited.ts"
import { clocks, kinds, severities } from "./incidentcard.ts"
import { happened } from "./incidentstory.ts"
import { quota } from "./quota.ts"
import * as when from "./when.ts"

const exact = (at: Instant): string => `${dayOf(at)} ${timeOf(at)}`

const facts = ({ of: it }: Parameters<typeof chinese>[0]): readonly string[] => [
  `Number: ${it.number}`,
  `Kind: ${it.own?.name ?? kinds[it.kind]} (${severities[it.severity]})`,
  ...(it.account === null ? [] : [`Account: ${quota.named(it.account)}`]),
  `Found: ${when.fullDay(dayOf(it.foundAt))} ${timeOf(it.foundAt)}, reported by ${it.raisedBy}`,
  ...(it.what === null ? [] : [`What: ${it.what}`]),
  ...(it.link === null ? [] : [`Link: ${it.link}`]),
  it.closed === null
    ? `Now: ${it.holder === null ? "nobody has it yet" : `${it.holder.name} has it`}`
    : `Closed: ${when.fullDay(dayOf(it.closed.at))} ${timeOf(it.closed.at)}, ${it.closed.name}. ${it.closed.note ?? ""}`,
]

/** The story of an incident as an office files it. A drill says so in every line. */
export const timelinePaper: typeof chinese = (story, now) => {
  const { of: it, lines } = story
  const marked = (line: string): string =>
    it.drill && line !== ""
      ? line
          .split("\n")
          .map((each) => `[DRILL] ${each}`)
          .join("\n")
      : line
  return {
    title: marked(`${it.unit}\nHow an emergency was dealt with`),
    number: null,
    blocks: [
      ...facts(story).map((text) => ({ kind: "paragraph" as const, text: marked(text) })),
      { kind: "heading", text: marked("What happened (Beijing time)") },
      {
        kind: "table",
        columns: [
          { heading: "Time", width: 18 },
          { heading: "Who", width: 12 },
          { heading: "What", width: 50 },
        ],
        rows: lines.map((line) => [exact(line.at), line.by ?? "the clock", marked(happened(line))]),
      },
      ...(it.clocks.length === 0
        ? []
        : [
            { kind: "heading" as const, text: marked("Times") },
            {
              kind: "table" as const,
              columns: [
                { heading: "What", width: 18 },
                { heading: "Due", width: 18 },
                { heading: "Done", width: 44 },
              ],
              rows: it.clocks.map(({ do: what, dueAt, done, sources }) => [
                `${clocks[what]}${sources.length === 0 ? "" : `\n${sources.map(cited.cite).join(", ")}`}`,
                dueAt === null ? "soon" : exact(dueAt),
                done === null ? "not done" : `${exact(done.at)}${done.link === null ? "" : `\n${done.link}`}`,
              ]),
            },
          ]),
      {
        kind: "note",
        text: marked(
          "Each line was written to the journal when it happened and has not changed since; this paper lists them.",
        ),
      },
    ],
    signed: [it.unit, when.fullDay(dayOf(now))],
  }
}

/** What the file is called, and its sheet. */
export const timelineName: typeof chineseName = (number) => `Incident ${number}`
