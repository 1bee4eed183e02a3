import type { IncidentKind, Severity } from "../../rules/gravity.ts"
import type { Clock, Need } from "../../rules/incident.ts"
import type { Hindrance } from "../../rules/ladder.ts"
import type { Account } from "../../rules/account.ts"
import type { Step } from "../../rules/kinds/common.ts"
import type { OwnSaid } from "../../rules/ownkind.ts"
import type { Source } from "../../rules/owed.ts"
import { hours, type Instant, minutes, timeOf } from "../../rules/time.ts"
import { shorten } from "../../rules/words.ts"
import { cited } from "./cited.ts"
import { procedure } from "./procedure.ts"
import { quota } from "./quota.ts"
import * as when from "./when.ts"

/** So much of what was told stands on the card, which has to stay one message; the whole stands in the timeline. */
const SAID = 600
const PROGRESS = 200

export const kinds: Record<IncidentKind, string> = {
  "major-event": "突发事件",
  opinion: "舆情",
  "wrong-post": "发错内容",
  hijack: "账号被盗",
  "harmful-content": "有害或错敏信息",
  "harmful-comment": "不良评论",
  any: "说不清",
  rumour: "谣言",
  "rumour-serious": "严重谣言",
  misreading: "政策被误读",
  "opinion-sensitive": "敏感舆情",
  trend: "苗头性问题",
  leak: "信息泄露",
  "fake-account": "假冒账号",
  "personal-account": "个人冒用单位名义开号",
  "repeated-complaint": "反复投诉",
}

export const severities: Record<Severity, string> = {
  gravest: "特别重大",
  major: "重大",
  unsure: "拿不准",
  other: "一般",
}

export const steps: Record<Step, string> = { ...procedure.steps, duty: "值班", deputy: "副班" }

export const clocks: Record<Clock["do"], string> = {
  "incident.acknowledge": "应答",
  "incident.act": "处置",
  "incident.report": "上报",
  "incident.consult": "会商",
  "incident.answer": "公开回应",
  "incident.press-conference": "新闻发布会",
  "incident.correct": "更正",
  "incident.follow-up": "后续发布",
  "incident.transfer": "移交线索",
  "incident.ask-platform": "要求平台关停",
  "incident.supervise": "督查",
}

export const hindrances: Record<Hindrance, string> = {
  unreachable: "联系不上",
  "on-leave": "在休假",
  "has-stand-in": "已由代理人代",
  company: "外包人员，按规定不能接",
}

export interface Shown {
  readonly number: string
  readonly kind: IncidentKind
  readonly severity: Severity
  readonly drill: boolean
  readonly unit: string
  readonly account: Pick<Account, "platform" | "name"> | null
  readonly foundAt: Instant
  readonly raisedBy: string
  readonly what: string | null
  readonly link: string | null
  readonly photos?: readonly string[] | undefined
  /** What the unit's own table says of such a case. */
  readonly own?: Pick<OwnSaid, "name" | "flow" | "way" | "saying"> | undefined
  readonly state: "open" | "taken" | "closed"
  readonly ladder: { readonly takers: number; readonly silence: number }
  readonly holder: { readonly name: string; readonly at: Instant } | null
  readonly acknowledged: readonly string[]
  readonly called: readonly {
    readonly name: string
    readonly step: Step
    readonly at: Instant
    readonly standsFor: string | null
    readonly passed: boolean
  }[]
  readonly round: number
  readonly progress: { readonly name: string; readonly at: Instant; readonly said: string } | null
  readonly skipped: readonly string[]
  readonly clocks: readonly (Clock & { readonly sources: readonly Source[] })[]
  readonly needs: readonly Need[]
  readonly closed: { readonly name: string; readonly at: Instant; readonly note: string | null } | null
}

const graded = ({ kind, severity, own }: Pick<Shown, "kind" | "severity" | "own">): string => {
  const name = own?.name ?? kinds[kind]
  return severity === "other" || severity === "unsure" ? name : `${severities[severity]}${name}`
}

/** How the unit's own table wants it published. */
const agreed = ({ own }: Pick<Shown, "own">): readonly string[] =>
  own
    ? [
        `📋 流程：${shorten(own.flow, PROGRESS)}`,
        `📋 方式：${shorten(own.way, PROGRESS)}`,
        `📋 口径：${shorten(own.saying, SAID)}`,
      ]
    : []

export const titled = (it: Pick<Shown, "number" | "kind" | "severity" | "account" | "own">): string =>
  `${it.number} ${graded(it)}${it.account === null ? "" : ` · ${quota.named(it.account)}`}`

export const span = (length: number): string => {
  const whole = Math.max(1, Math.round(length / minutes(1)))
  return whole < 120 ? `${whole} 分钟` : `${Math.floor(length / hours(1))} 小时`
}

const cites = (sources: readonly Source[]): string => [...new Set(sources.map(cited.cite))].join("、")

export const clockLine = (it: Shown["clocks"][number], now: Instant): string => {
  const by = it.sources.length === 0 ? "" : `（${cites(it.sources)}）`
  if (it.done !== null)
    return `✅ ${clocks[it.do]}：${when.instant(it.done.at)}${it.done.link === null ? "" : ` ${it.done.link}`}`
  if (it.dueAt === null) return `· ${clocks[it.do]}：尽快${by}`
  const left = it.dueAt - now
  return left > 0
    ? `⏱ ${clocks[it.do]}：${when.instant(it.dueAt)}前，还有 ${span(left)}${by}`
    : `❗ ${clocks[it.do]}：${when.instant(it.dueAt)}到期，已超 ${span(-left)}${by}`
}

export const calledLine = (it: Shown["called"][number]): string =>
  `${steps[it.step]} ${it.name}${it.standsFor === null ? "" : `（代${it.standsFor}）`} ${timeOf(it.at)}${it.passed ? "（不是他的事）" : ""}`

/** Who has it, and who was called. */
export const standing = (it: Shown): readonly string[] => {
  if (it.closed !== null)
    return [
      `✅ 已办结：${it.closed.name}，${when.instant(it.closed.at)}。${shorten(it.closed.note ?? "", PROGRESS)}`,
    ]
  const called =
    it.called.length === 0
      ? []
      : [`${it.round > 1 ? `第 ${it.round} 轮，` : ""}已叫：${it.called.map(calledLine).join("、")}`]
  if (it.holder === null) return ["⏳ 还没有人接手", ...called]
  const short = it.ladder.takers - it.acknowledged.length
  return [
    `🙋 ${it.holder.name}接手了，${when.instant(it.holder.at)}起`,
    ...(it.acknowledged.length > 1 ? [`已应答：${it.acknowledged.join("、")}`] : []),
    ...(short > 0 ? [`还要 ${short} 人应答`, ...called] : []),
  ]
}

const needLine = (it: Need): string =>
  it.note === null
    ? `☐ ${it.says}`
    : `☑ ${it.says}：${it.on === null ? "" : `${when.fullDay(it.on)} `}${shorten(it.note, PROGRESS)}`

export const card = (it: Shown, now: Instant): string =>
  [
    `🚨【突发情况】${titled(it)}`,
    `${it.unit}，${when.instant(it.foundAt)}发现，${it.raisedBy}报告`,
    ...(it.what === null ? [] : [shorten(it.what, SAID)]),
    ...(it.link === null ? [] : [it.link]),
    ...((it.photos?.length ?? 0) === 0 ? [] : [`📷 照片 ${it.photos?.length ?? 0} 张`]),
    ...standing(it),
    ...(it.progress === null
      ? []
      : [`📝 ${when.instant(it.progress.at)} ${it.progress.name}：${shorten(it.progress.said, PROGRESS)}`]),
    ...it.skipped,
    ...it.clocks.map((each) => clockLine(each, now)),
    ...agreed(it),
    ...it.needs.map(needLine),
  ].join("\n")
