import type { Severity } from "../../rules/gravity.ts"
import type { Clock, noted } from "../../rules/incident.ts"
import type { Step } from "../../rules/kinds/common.ts"
import type { Hindrance } from "../../rules/ladder.ts"
import type { Instant } from "../../rules/time.ts"
import { clocks, hindrances, severities, type Shown, steps, titled } from "./incidentcard.ts"
import * as when from "./when.ts"

/** One line of an incident's story, with names instead of ids. */
export interface Told {
  readonly at: Instant
  readonly what: (typeof noted)[number]
  readonly step: Step | null
  readonly note: string | null
  /** Who did it; null for the clock. */
  readonly by: string | null
  readonly person: string | null
}

export interface Story {
  readonly of: Shown
  readonly lines: readonly Told[]
}

export const story = {
  raised: "报告",
  called: "叫",
  skipped: "没有叫到",
  "nobody-on-step": "没有人可叫",
  "nobody-left": "无人应答，向上报警",
  taken: "接手",
  joined: "应答",
  undone: "撤销",
  passed: "答复不是自己的事",
  "more-help": "要求增援",
  silent: "接手后没有消息，重新叫人",
  left: "不再在岗，重新叫人",
  progress: "进展",
  photo: "照片",
  detail: "补充",
  severity: "调整级别",
  kind: "调整类型",
  answered: "登记链接",
  need: "补齐",
  warned: "时限提醒",
  told: "告知",
  asked: "询问进展",
  "handed-on": "交给下一班",
  "draft-sent": "稿件送审",
  "draft-cleared": "稿件可以发布",
  "draft-returned": "退回稿件",
  "draft-withdrawn": "撤回送审的稿件",
  "draft-out": "发布",
  "draft-not-out": "撤回发布登记",
  closed: "办结",
  reopened: "撤销办结",
} satisfies Record<(typeof noted)[number], string>

/** What was noted in a word of ours, in words. */
const noteOf = (what: (typeof noted)[number], note: string): string => {
  if (what === "skipped") return hindrances[note as Hindrance]
  if (what === "warned" || what === "told") return clocks[note as Clock["do"]]
  return what === "severity" ? severities[note as Severity] : note
}

/** What happened, and to whom. */
export const happened = ({ what, step, note, by, person }: Told): string =>
  `${story[what]}${step === null ? "" : steps[step]}${person === null || person === by ? "" : person}${note === null ? "" : `：${noteOf(what, note)}`}`

export const timeline = ({ of, lines }: Story): string =>
  [
    `${titled(of)}（${of.unit}）的经过：`,
    ...lines.map((line) =>
      [when.instant(line.at), ...(line.by === null ? [] : [line.by]), happened(line)].join(" "),
    ),
  ].join("\n")
