import type { story as chinese, timeline as chineseTimeline, Told } from "../zh/incidentstory.ts"
import { clocks, hindrances, severities, steps, titled } from "./incidentcard.ts"
import * as when from "./when.ts"

export const story: typeof chinese = {
  raised: "reported",
  called: "called",
  skipped: "not called",
  "nobody-on-step": "nobody to call",
  "nobody-left": "nobody left, the office above was told",
  taken: "took it",
  joined: "acknowledged",
  undone: "took it back",
  passed: "said it is not for them",
  "more-help": "asked for more help",
  silent: "said nothing after taking it; called anew",
  left: "is not there any more; called anew",
  progress: "progress",
  photo: "photo",
  detail: "added",
  severity: "changed the level",
  kind: "changed the kind",
  answered: "entered a link",
  need: "supplied",
  warned: "reminded of the time",
  told: "told",
  asked: "asked for news",
  "handed-on": "passed on to the next shift",
  "draft-sent": "sent a draft in for review",
  "draft-cleared": "draft may come out",
  "draft-returned": "gave a draft back",
  "draft-withdrawn": "took a draft back",
  "draft-out": "published",
  "draft-not-out": "took the report of a post back",
  closed: "closed",
  reopened: "reopened",
}

const noteOf = (what: string, note: string): string => {
  if (what === "skipped") return hindrances[note] ?? note
  if (what === "warned" || what === "told") return (clocks as Readonly<Record<string, string>>)[note] ?? note
  return what === "severity" ? ((severities as Readonly<Record<string, string>>)[note] ?? note) : note
}

/** What happened, and to whom. */
export const happened = ({ what, step, note, by, person }: Told): string => {
  const words = [
    story[what],
    ...(step === null ? [] : [steps[step]]),
    ...(person === null || person === by ? [] : [person]),
  ]
  return `${words.join(" ")}${note === null ? "" : `: ${noteOf(what, note)}`}`
}

export const timeline: typeof chineseTimeline = ({ of, lines }) =>
  [
    `What happened in ${titled(of)} (${of.unit}):`,
    ...lines.map((line) =>
      [when.instant(line.at), ...(line.by === null ? [] : [line.by]), happened(line)].join(" "),
    ),
  ].join("\n")
