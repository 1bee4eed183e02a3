import { isDecision } from "../../rules/talk.ts"
import type { talk as chinese } from "../zh/talk.ts"
import { cited } from "./cited.ts"
import * as when from "./when.ts"

type Shown = Parameters<typeof chinese.noted>[0]

const kinds: typeof chinese.kinds = {
  interview: "interview",
  notice: "notice",
  online: "online interview",
  conference: "press conference",
  explanation: "short explanation",
}

const line = ({ it, unit }: Shown): string =>
  `${when.fullDay(it.on)}, ${kinds[it.kind]}: ${it.whom === null ? "" : `${it.whom}, `}${it.what} (${unit})${it.link === null ? "" : `\n  ${it.link}`}`

export const talk: typeof chinese = {
  kinds,
  commands: {
    talk: {
      title: "Record an interview, a notice, or an event about a policy",
      aliases: [],
      fields: {
        kind: { label: "Form", ask: "Which form?", example: "interview" },
        unit: { label: "Unit", ask: "Of which unit?", example: "Example Education Bureau" },
        on: { label: "Day", ask: "On which day?", example: "today" },
        whom: { label: "Whom", ask: "Who was interviewed or named?", example: "the leader in charge" },
        what: {
          label: "About",
          ask: "For what reason? For a policy, its name.",
          example: "Two months without posts",
        },
        link: { label: "Link", ask: "Is there a link? Skip it if not.", example: "https://example.org/a" },
      },
    },
    talks: { title: "Interviews, notices and events on record", aliases: [], fields: {} },
    untalk: {
      title: "Take back a record",
      aliases: [],
      fields: { talk: { label: "Record", ask: "Which record?", example: "" } },
    },
  },
  remove: "Entered by mistake",
  noted: (shown) =>
    [
      `✅ On record: ${line(shown)}`,
      ...(shown.sources.length === 0
        ? []
        : [`Rests on ${[...new Set(shown.sources.map(cited.cite))].join("; ")}`]),
      ...(isDecision(shown.it.kind) ? ["This only keeps it; the paper decides."] : []),
    ].join("\n"),
  removed: (shown) => `➖ Taken back: ${line(shown)}`,
  list: (its) =>
    [
      "[Interviews, notices, events]",
      ...(its.length === 0 ? ["None yet."] : its.map((it) => `· ${line(it)}`)),
    ].join("\n"),
  gone: "This record is no longer there.",
  notYours: (hours) => `Only whoever entered it can take it back, within ${hours} hours.`,
}
