import { isOpen, type Open, openInChinese } from "../../rules/figure.ts"
import { type Figures, figuresOf } from "../../rules/figures.ts"
import { formatFrequencyInChinese, type Frequency } from "../../rules/frequency.ts"
import type { KindName, Rule } from "../../rules/kinds/index.ts"
import type { Mistake } from "../../rules/mistake.ts"
import { formatQuantityInChinese, type Quantity } from "../../rules/quantity.ts"
import type { Overruled } from "../../rules/overruled.ts"
import { isHistory } from "../../rules/planning.ts"
import type { Figure, Rulebook } from "../../rules/rulebook.ts"
import type { Day } from "../../rules/time.ts"
import { firstLines, MOST_IDLE } from "../list.ts"
import { change } from "./change.ts"
import { layers } from "./layers.ts"
import { cited } from "./cited.ts"
import { mistake } from "./mistake.ts"

const kinds: Record<KindName, string> = {
  require: "要求",
  limit: "上限",
  quota: "更新频次",
  deadline: "期限",
  periodic: "定期",
  approval: "审批",
  checklist: "清单",
  roster: "值班",
  response: "应急",
  report: "报告",
  record: "登记",
  outside: "不由机器人办理",
}
const statuses: Record<Rulebook["status"], string> = {
  draft: "草案，不适用",
  trial: "试行",
  "in-force": "施行中",
  replaced: "已被取代，不适用",
}
const strengths: Record<Rule["strength"], string> = { hard: "", soft: "原则上", aim: "力争", note: "提醒" }
const origins: Record<Rule["origin"], string> = { text: "", house: "本单位约定", national: "国家要求" }
const spans = { month: "每月", quarter: "每季度", year: "每年" } as const

const length = (figure: Quantity | Open): string =>
  isOpen(figure) ? openInChinese[figure.open] : formatQuantityInChinese(figure)
const often = (figure: number | Frequency | Open): string => {
  if (typeof figure === "number") return `至少 ${figure}`
  return isOpen(figure) ? openInChinese[figure.open] : formatFrequencyInChinese(figure)
}
const most = (figure: number | Quantity | Open): string =>
  typeof figure === "number" ? `最多 ${figure}` : isOpen(figure) ? length(figure) : `不超过${length(figure)}`
const levels = (figure: number | Open): string =>
  typeof figure === "number" ? `${figure} 级` : openInChinese[figure.open]

const figures = (it: Figures): string =>
  [
    it.atLeast === undefined ? "" : often(it.atLeast),
    it.atMost === undefined ? "" : `${it.per === undefined ? "" : spans[it.per]}${most(it.atMost)}`,
    it.within === undefined ? "" : isOpen(it.within) ? length(it.within) : `${length(it.within)}内`,
    it.wait === undefined ? "" : `满${length(it.wait)}`,
    it.then === undefined ? "" : `之后${length(it.then)}内`,
    it.by === undefined ? "" : `${it.by} 前`,
    it.levels === undefined ? "" : levels(it.levels),
    it.of === undefined ? "" : change.counted(it.of),
    it.checkIn === undefined ? "" : `${length(it.checkIn)}内签到`,
    it.checksIn === undefined ? "" : `签到：${it.checksIn.map((layer) => layers[layer]).join("、")}`,
    it.halfway === undefined ? "" : "时间过半提醒",
    it.percentLeft === undefined ? "" : `首期剩余不足${it.percentLeft}%的不计`,
    it.sample === undefined ? "" : `每个账号抽查${it.sample}条`,
    it.sampleOutsourced === undefined ? "" : `外包账号${it.sampleOutsourced}条`,
    it.answer === undefined ? "" : `${length(it.answer)}未答复提醒`,
    it.warn === undefined ? "" : `提前${it.warn.map(length).join("、")}提醒`,
    it.late === undefined
      ? ""
      : `${it.late.map(({ after, before }) => (after ? `逾期${length(after)}` : before ? `提前${length(before)}` : "")).join("、")}上报`,
  ]
    .filter((part) => part !== "")
    .join("，")

const entry = (parts: readonly string[], says: string): string =>
  `${[...new Set(parts)].filter((part) => part !== "").join(" · ")}\n  ${says}`
const rule = (it: Rule, today: Day): string =>
  entry(
    [
      it.id,
      it.article,
      kinds[it.kind],
      figures(figuresOf(it)),
      it.kind === "deadline" && isHistory(it, today) ? "历史期限" : "",
      strengths[it.strength],
      origins[it.origin],
    ],
    cited.says(it),
  )
const figure = (it: Figure): string => entry([it.id, it.for, figures(figuresOf(it))], cited.says(it))

const heading = (book: Rulebook): string => `${cited.title(book)}（${book.id}）`
const size = (book: Rulebook): string => `规则 ${book.rules.length} 条，约定数值 ${book.figures.length} 项`

const asking = ({ book, rule: it }: Overruled["by"]): string => {
  const said = figures({ ...figuresOf(it), warn: undefined, late: undefined })
  return `${cited.cite({ ...book, ...it })}${said === "" ? "" : `（${said}）`}`
}

/** What `rulebook check` and `rulebook show` print. */
export const rulebook = {
  kinds,
  statuses,
  mistake,
  refused: (file: string, mistakes: readonly Mistake[]): string =>
    [`${file}：有 ${mistakes.length} 处错误，整份不采用。`, ...mistakes.map(mistake)].join("\n"),
  sound: (file: string, book: Rulebook): string => `${file}：没有错误。${heading(book)}，${size(book)}。`,
  line: (book: Rulebook): string => `${heading(book)} · ${statuses[book.status]} · ${size(book)}`,
  show: (book: Rulebook, today: Day): string =>
    [
      heading(book),
      [
        book.issuer,
        book.number ?? "",
        statuses[book.status],
        book.inForceFrom === undefined ? "" : `${book.inForceFrom} 起施行`,
        book.interpretedBy === undefined ? "" : `${book.interpretedBy}解释`,
        book.binds === "everywhere" ? "适用于所有单位" : "",
      ]
        .filter((part) => part !== "")
        .join(" · "),
      ...book.rules.map((each) => rule(each, today)),
      ...(book.figures.length === 0 ? [] : ["约定数值", ...book.figures.map(figure)]),
    ].join("\n\n"),
  /** The rules that change nothing, after a rulebook or a unit that was put under it. */
  idle: (all: readonly Overruled[]): readonly string[] =>
    all.length === 0
      ? []
      : [
          [
            "其中不起作用的规定（同一事项以更严的为准）：",
            ...firstLines(
              all.map(({ laxer, by }) => `· ${laxer.rule.id} ${asking(laxer)}比${asking(by)}宽`),
              MOST_IDLE,
              (count) => `· 另有 ${count} 条`,
            ),
          ].join("\n"),
        ],
  unknown: (id: string, known: readonly string[]): string =>
    `没有编号为“${id}”的规章。现有：${known.join("、")}。`,
}
