import type { Source } from "../../rules/owed.ts"
import type { ShownItem, ShownItemLevel } from "../../rules/shownitem.ts"
import type { reviewcard as chinese } from "../zh/reviewcard.ts"
import { cited } from "./cited.ts"
import { people } from "./people.ts"
import { procedure } from "./procedure.ts"
import { quota } from "./quota.ts"
import * as when from "./when.ts"

const specials: typeof chinese.specials = {
  repost: "Repost",
  others: "Concerns other units",
  interpretation: "Explains a policy",
  policy: "Important policy",
  "policy-column": "For the policy column",
  "major-decision": "Major decision",
  "public-safety": "Public safety",
  service: "A service",
  event: "Public event",
  comment: "A comment",
  emergency: "Emergency",
}

const marks: Record<ShownItemLevel["state"], string> = {
  approved: "✅",
  returned: "↩️",
  waiting: "⏳",
  later: "·",
}

export const cites = (sources: readonly Source[]): string =>
  [...new Set(sources.map(cited.cite))].join(", ") || cited.house

const titled: typeof chinese.titled = (it) => `“${it.title}”`
const named: typeof chinese.named = (it) => it.accounts.map(quota.named).join(", ")

const level = (it: ShownItemLevel, at: number): string => {
  const name = `${marks[it.state]} ${at + 1}. ${procedure.steps[it.step]}`
  if (it.state === "waiting") return `${name} (waited for)`
  if (it.state === "later") return it.before ? name : `${name} (after it is out)`
  const who = it.paper === null ? (it.by ?? "") : `recorded from paper ${it.paper}`
  const stands = it.standsFor === null ? "" : `, for ${it.standsFor}`
  const note = it.note === null ? "" : `: ${it.note}`
  const day = it.at === null ? "" : ` on ${when.instant(it.at)}`
  return `${name} ${it.state === "approved" ? "passed it" : "gave it back"}${day} (${who}${stands})${note}`
}

const details = (it: ShownItem): readonly string[] => [
  `${it.unit} · ${named(it)}`,
  `Sent in by ${it.author}${it.category === null ? "" : ` · ${it.category}`}${it.provider === null ? "" : ` (from ${it.provider})`}`,
  ...(it.specials.length === 0 ? [] : [`Special: ${it.specials.map((each) => specials[each]).join(", ")}`]),
  ...(it.link === null ? [] : [`Draft: ${it.link}`]),
  ...(it.source === null ? [] : [`Source: ${it.source}`]),
  ...it.others.map(({ unit, agreed }) => `Concerns ${unit}: ${agreed}`),
  ...it.answers.map(({ says, said }) => `${says}: ${said}`),
  ...(it.incident === null ? [] : [`Incident: ${it.incident}`]),
  ...it.doubts.map(
    ({ what, sources }) => `⚠️ ${what} (${cites(sources)}); passing it needs a written reason`,
  ),
  ...it.hints.map(({ what, sources }) => `Please note: ${what} (${cites(sources)})`),
]

const gates = (it: ShownItem): readonly string[] => {
  const needed = it.gates.filter((each) => each.needed).map(cited.says)
  const thought = it.gates.filter((each) => !each.needed).map(cited.says)
  return [
    ...(needed.length === 0 ? [] : [`Gates: ${needed.join(", ")}`]),
    ...(thought.length === 0 ? [] : [`Please think of: ${thought.join(", ")}`]),
  ]
}

const basis = (it: ShownItem): string => `Under: ${cites(it.sources)}`
const levels = (it: ShownItem): readonly string[] => it.levels.map(level)

const state: typeof chinese.state = (it) => {
  switch (it.state) {
    case "returned":
      return `↩️ ${titled(it)}: given back for changes`
    case "withdrawn":
      return `${titled(it)}: taken back`
    case "approved":
      return `✅ ${titled(it)}: every level has passed it`
    case "waiting": {
      const who = it.next === null ? "" : procedure.steps[it.next.step]
      return it.clearedAt === null
        ? `⏳ ${titled(it)}: waiting for the ${who}`
        : `✅ ${titled(it)}: may come out; the ${who} follows`
    }
  }
}

export const reviewcard: typeof chinese = {
  specials,
  titled,
  named,
  state,
  card: (it) => {
    const waits = it.next === null ? "" : procedure.steps[it.next.step]
    const outside = it.next !== null && !(it.next.step in people.roles)
    const urgent = it.specials.includes("emergency")
    const head = outside
      ? `[Please follow up] ${titled(it)}, waiting for the ${waits}`
      : it.clearedAt !== null
        ? `[Please review afterwards] ${titled(it)} (came out in an emergency)`
        : `[${urgent ? "Emergency: please review at once" : "Please review"}] ${titled(it)}`
    return [
      head,
      ...details(it),
      ...gates(it),
      ...levels(it),
      ...(outside
        ? [
            "Please hand it there, and record the number of the paper that comes back. This bot records, it reviews nothing.",
          ]
        : []),
      basis(it),
    ].join("\n")
  },
  full: (it) => [state(it), ...details(it), ...gates(it), ...levels(it), basis(it)].join("\n"),
  settled: (it) => [state(it), ...levels(it)].join("\n"),
  sent: (it) =>
    [
      `Sent in for review: ${titled(it)}`,
      ...details(it).slice(2),
      ...levels(it),
      basis(it),
      "You will be told as soon as there is an answer.",
    ].join("\n"),
}
