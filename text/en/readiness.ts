import type { Line, Readiness } from "../../rules/readiness.ts"
import { dayOf } from "../../rules/time.ts"
import type { readiness as chinese } from "../zh/readiness.ts"
import { cited } from "./cited.ts"
import { vacancy } from "./vacancy.ts"
import * as when from "./when.ts"

type Chinese = typeof chinese

const lists: Chinese["lists"] = {
  "unit.documents": "Papers",
  "unit.contacts": "Contacts",
  "unit.channels": "Channels",
}

const line = (it: Line): string =>
  it.paper === null
    ? `✗ ${cited.says(it)}`
    : `✓ ${cited.says(it)} (${when.fullDay(dayOf(it.paper.at))}${it.paper.note === null ? "" : `, ${it.paper.note}`})`

const there = ({ lines }: Readiness): number => lines.filter(({ paper }) => paper !== null).length

const missing = ({ lines }: Readiness): string =>
  lines
    .filter(({ paper }) => paper === null)
    .map((each) => cited.says(each))
    .join(", ")

const counted: Chinese["counted"] = (it) =>
  `${lists[it.of]} ${there(it)}/${it.lines.length}${there(it) < it.lines.length ? `, missing: ${missing(it)}` : ""}`

export const readiness: Chinese = {
  lists,
  counted,
  commands: {
    papers: {
      title: "A unit's papers and contacts",
      aliases: ["readiness"],
      fields: {
        unit: { label: "Unit", ask: "Which unit?", example: "Example County Education Bureau" },
        item: { label: "Line", ask: "Which line?", example: "" },
        note: {
          label: "Where",
          ask: "Where is it kept, or which department is it? No telephone numbers, please.",
          example: "Office, cabinet 2",
        },
      },
    },
  },
  show: (it) =>
    it.lists.length + it.seats.length + it.own.length === 0 && it.officer === null
      ? `Nothing is asked of the papers of ${it.unit}.`
      : [
          `[Papers] ${it.unit}`,
          ...(it.officer === null
            ? []
            : [`🔴 No information officer yet; name one with /appoint (by ${cited.cite(it.officer)})`]),
          ...it.own,
          ...it.lists.flatMap((each) => [
            `\n▪ ${lists[each.of]} ${there(each)}/${each.lines.length}`,
            ...each.lines.map(line),
            `By ${[...new Set(each.sources.map(cited.cite))].join(", ")}`,
          ]),
          ...vacancy.list(it.seats),
        ].join("\n"),
  button: (it) => `${it.paper === null ? "✗" : "✓"} ${cited.says(it)}`,
  notAsked: "No rulebook asks for this line. Please send /papers again.",
}
