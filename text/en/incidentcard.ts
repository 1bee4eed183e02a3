import { hours, minutes, timeOf } from "../../rules/time.ts"
import { shorten } from "../../rules/words.ts"
import type { Source } from "../../rules/owed.ts"
import type { incident as chinese } from "../zh/incident.ts"
import { cited } from "./cited.ts"
import { procedure } from "./procedure.ts"
import { quota } from "./quota.ts"
import * as when from "./when.ts"

/** So much of what was told stands on the card, which has to stay one message; the whole stands in the timeline. */
const SAID = 600
const PROGRESS = 200

type Shown = Parameters<typeof chinese.card>[0]

export const kinds: typeof chinese.kinds = {
  "major-event": "sudden event",
  opinion: "public opinion",
  "wrong-post": "wrong post",
  hijack: "hijacked account",
  "harmful-content": "harmful content",
  "harmful-comment": "harmful comment",
  any: "cannot tell",
  rumour: "rumour",
  "rumour-serious": "serious rumour",
  misreading: "misread policy",
  "opinion-sensitive": "sensitive opinion",
  trend: "sign of trouble",
  leak: "leak",
  "fake-account": "fake account",
  "personal-account": "account in the unit's name",
  "repeated-complaint": "repeated complaint",
}

export const severities: typeof chinese.severities = {
  gravest: "gravest",
  major: "major",
  unsure: "unsure",
  other: "other",
}

export const steps: typeof chinese.steps = { ...procedure.steps, duty: "on duty", deputy: "deputy" }

export const clocks: typeof chinese.clocks = {
  "incident.acknowledge": "acknowledge",
  "incident.act": "act",
  "incident.report": "report",
  "incident.consult": "consult",
  "incident.answer": "public answer",
  "incident.press-conference": "press conference",
  "incident.correct": "correction",
  "incident.follow-up": "follow-up",
  "incident.transfer": "pass on the clues",
  "incident.ask-platform": "ask the platform to close it",
  "incident.supervise": "supervision",
}

export const hindrances: Readonly<Record<string, string>> = {
  unreachable: "cannot be reached",
  "on-leave": "is on leave",
  "has-stand-in": "has a stand-in",
  company: "works for a company, which may not take it",
}

export const titled = (it: Pick<Shown, "number" | "kind" | "severity" | "account" | "own">): string => {
  const grade = it.severity === "other" || it.severity === "unsure" ? "" : `${severities[it.severity]} `
  return `${it.number} ${grade}${it.own?.name ?? kinds[it.kind]}${it.account === null ? "" : ` · ${quota.named(it.account)}`}`
}

export const span = (length: number): string => {
  const whole = Math.max(1, Math.round(length / minutes(1)))
  return whole < 120 ? `${whole} min` : `${Math.floor(length / hours(1))} h`
}

const cites = (sources: readonly Source[]): string => [...new Set(sources.map(cited.cite))].join(", ")

export const clockLine = (it: Shown["clocks"][number], now: number): string => {
  const by = it.sources.length === 0 ? "" : ` (${cites(it.sources)})`
  if (it.done !== null)
    return `✅ ${clocks[it.do]}: ${when.instant(it.done.at)}${it.done.link === null ? "" : ` ${it.done.link}`}`
  if (it.dueAt === null) return `· ${clocks[it.do]}: soon${by}`
  const left = it.dueAt - now
  return left > 0
    ? `⏱ ${clocks[it.do]}: by ${when.instant(it.dueAt)}, ${span(left)} left${by}`
    : `❗ ${clocks[it.do]}: was due ${when.instant(it.dueAt)}, ${span(-left)} over${by}`
}

const calledLine = (it: Shown["called"][number]): string =>
  `${steps[it.step]} ${it.name}${it.standsFor === null ? "" : ` (for ${it.standsFor})`} ${timeOf(it.at)}${it.passed ? " (not for them)" : ""}`

/** Who has it, and who was called. */
export const standing = (it: Shown): readonly string[] => {
  if (it.closed !== null)
    return [
      `✅ Closed: ${it.closed.name}, ${when.instant(it.closed.at)}. ${shorten(it.closed.note ?? "", PROGRESS)}`,
    ]
  const called =
    it.called.length === 0
      ? []
      : [`${it.round > 1 ? `Round ${it.round}. ` : ""}Called: ${it.called.map(calledLine).join(", ")}`]
  if (it.holder === null) return ["⏳ Nobody has it yet", ...called]
  const short = it.ladder.takers - it.acknowledged.length
  return [
    `🙋 ${it.holder.name} has it since ${when.instant(it.holder.at)}`,
    ...(it.acknowledged.length > 1 ? [`Acknowledged: ${it.acknowledged.join(", ")}`] : []),
    ...(short > 0 ? [`${short} more to acknowledge`, ...called] : []),
  ]
}

const needLine = (it: Shown["needs"][number]): string => {
  const says = it.saysEn ?? it.says
  return it.note === null
    ? `☐ ${says}`
    : `☑ ${says}: ${it.on === null ? "" : `${when.fullDay(it.on)} `}${shorten(it.note, PROGRESS)}`
}

/** How the unit's own table wants it published. */
const agreed = ({ own }: Pick<Shown, "own">): readonly string[] =>
  own
    ? [
        `📋 Flow: ${shorten(own.flow, PROGRESS)}`,
        `📋 Way: ${shorten(own.way, PROGRESS)}`,
        `📋 Line to take: ${shorten(own.saying, SAID)}`,
      ]
    : []

export const card: typeof chinese.card = (it, now) =>
  [
    `🚨 [Emergency] ${titled(it)}`,
    `${it.unit}, found ${when.instant(it.foundAt)}, reported by ${it.raisedBy}`,
    ...(it.what === null ? [] : [shorten(it.what, SAID)]),
    ...(it.link === null ? [] : [it.link]),
    ...((it.photos?.length ?? 0) === 0 ? [] : [`📷 ${it.photos?.length ?? 0} photos`]),
    ...standing(it),
    ...(it.progress === null
      ? []
      : [`📝 ${when.instant(it.progress.at)} ${it.progress.name}: ${shorten(it.progress.said, PROGRESS)}`]),
    ...it.skipped,
    ...it.clocks.map((each) => clockLine(each, now)),
    ...agreed(it),
    ...it.needs.map(needLine),
  ].join("\n")
