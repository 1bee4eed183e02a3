import type { topic as chinese } from "../zh/topic.ts"
import { dayOf } from "../../rules/time.ts"
import type { Topic } from "../../rules/topic.ts"
import * as when from "./when.ts"

const kinds: typeof chinese.kinds = {
  livelihood: "livelihood",
  policy: "response to a policy",
  emergency: "emergency",
  rumour: "false information",
  other: "other",
}
const importances: typeof chinese.importances = {
  high: "important",
  middle: "ordinary",
  low: "to be watched",
}

const line = (it: Topic): string =>
  `· [${importances[it.importance]}, ${kinds[it.kind]}] ${it.what} (${when.short(dayOf(it.at))})${it.link === null ? "" : `\n  ${it.link}`}`

export const topic: typeof chinese = {
  kinds,
  importances,
  commands: {
    topic: {
      title: "Note a hot topic",
      aliases: [],
      fields: {
        unit: { label: "Unit", ask: "For which unit?", example: "Example Education Bureau" },
        importance: { label: "Importance", ask: "How important is it?", example: "important" },
        kind: { label: "Kind", ask: "What kind is it?", example: "livelihood" },
        what: {
          label: "What",
          ask: "What is it about? No names or numbers of citizens, please.",
          example: "Low water pressure",
        },
        link: { label: "Link", ask: "Is there a link? Skip it if not.", example: "https://example.org/a" },
      },
    },
    topics: {
      title: "The hot topics noted lately",
      aliases: [],
      fields: { unit: { label: "Unit", ask: "Which unit?", example: "Example Education Bureau" } },
    },
  },
  noted: (unit, it) => `✅ Noted among the hot topics of ${unit}:\n${line(it)}`,
  digest: (unit, its) => [`[Hot topics of the week] ${unit}: ${its.length}`, ...its.map(line)].join("\n"),
  passedOn: (count) => (count === 0 ? "No hot topic was noted" : `${count} hot topics passed on`),
  list: (unit, its) =>
    [
      `[Hot topics] ${unit}`,
      ...(its.length === 0 ? ["None yet."] : []),
      ...its.map((it) => `${line(it)}  ${it.unit}${it.passedAt === null ? ", not passed on yet" : ""}`),
    ].join("\n"),
}
