import type { KindColumn, KindMistake, KindWords } from "../../rules/kindsheet.ts"
import type { KindTable, OwnKind } from "../../rules/ownkind.ts"
import type { Source } from "../../rules/owed.ts"
import type { StepName } from "../../rules/procedure.ts"
import { formatQuantityInChinese } from "../../rules/quantity.ts"
import { dayOf } from "../../rules/time.ts"
import { nameKey } from "../../rules/words.ts"
import { firstLines } from "../list.ts"
import { cited } from "./cited.ts"
import { kinds, severities, steps } from "./incidentcard.ts"
import * as when from "./when.ts"

const SHOWN = 20

const headings: Record<KindColumn, string> = {
  name: "事件类型",
  kind: "归为",
  severity: "级别",
  within: "时限",
  flow: "流程",
  way: "方式",
  saying: "口径",
  call: "第一时间告知",
}

/** Turns labels around: what is written to what is meant. */
const meant = <V extends string>(labels: Readonly<Record<V, string>>): ReadonlyMap<string, V> =>
  new Map((Object.entries(labels) as [V, string][]).map(([value, label]) => [nameKey(label), value]))

const words: KindWords = {
  headings: {
    name: [headings.name, "类型", "事件"],
    kind: [headings.kind, "归类", "类别"],
    severity: [headings.severity],
    within: [headings.within, "发布时限"],
    flow: [headings.flow, "发布流程"],
    way: [headings.way, "发布方式"],
    saying: [headings.saying, "发布口径"],
    call: [headings.call, "告知", "接收人"],
  },
  kinds: meant(kinds),
  severities: meant(severities),
  steps: meant(steps),
}

const mistakes: Record<KindMistake["code"], (it: KindMistake) => string> = {
  missing: ({ column }) => `没有填“${column === null ? "" : headings[column]}”`,
  long: ({ column, says }) => `“${column === null ? "" : headings[column]}”超过 ${says} 个字`,
  kind: ({ says }) =>
    `“${says}”不是认得的类别，请从这些里选：${Object.values(kinds).join("、")}；拿不准就空着`,
  severity: ({ says }) => `“${says}”不是级别，请写${Object.values(severities).join("、")}，或空着由报告人选`,
  within: ({ says }) => `时限“${says}”无法识别，请写成“2小时”“30分钟”“1个工作日”这样`,
  call: ({ says }) => `“${says}”不是职责，请写分管领导、主要负责人、主管单位这样的职责，不写姓名`,
  double: ({ says }) => `“${says}”同一级别写了两次`,
  unreadable: () => "读不出内容（公式没有计算，或者有错误值），请直接写文字",
  many: ({ says }) => `最多 ${says} 行`,
}

const named = ({ name, severity }: Pick<OwnKind, "name" | "severity">): string =>
  severity === null || severity === "unsure" ? name : `${name}（${severities[severity]}）`

const line = (it: OwnKind): string =>
  [
    `${it.n}. ${named(it)}：${formatQuantityInChinese(it.within)}内`,
    `   归为${kinds[it.kind]}${it.call.length === 0 ? "" : `，第一时间告知${it.call.map((step) => steps[step]).join("、")}`}`,
    `   流程：${it.flow}；方式：${it.way}；口径：${it.saying}`,
  ].join("\n")

const listed = ({ kinds: all }: Pick<KindTable, "kinds">): string =>
  firstLines(all.map(line), SHOWN, (count) => `另有 ${count} 类`).join("\n")

/** A unit's own table of events: how each is answered, how soon and in which words. */
export const ownkind = {
  title: "本单位约定的事件类型表",
  article: (name: string) => `“${name}”`,
  rule: ({ name, within }: Pick<OwnKind, "name" | "within">): string =>
    `发生“${name}”，${formatQuantityInChinese(within)}内发布`,
  headings,
  words,
  named,
  sheet: "事件类型表",
  example: [
    "桥梁中断",
    "突发事件",
    "重大",
    "2小时",
    "值班员核实，分管领导审定后发布",
    "微博、微信同时发布",
    "只发布核实过的信息，不猜测原因",
    "主要负责人、主管单位",
  ] as readonly string[],
  commands: {
    kinds: {
      title: "单位的事件类型表",
      aliases: ["事件类型", "事件类型表"],
      fields: {
        unit: { label: "单位", ask: "哪个单位？", example: "示例县交通运输局" },
        table: { label: "类型表", ask: "哪一份？", example: "" },
        say: { label: "操作", ask: "同意吗？", example: "" },
        blank: { label: "空表", ask: "要空表吗？", example: "空表" },
      },
    },
    importkinds: { title: "换新事件类型表", aliases: [], fields: {} },
    addkind: {
      title: "增加一类事件",
      aliases: ["增加事件类型"],
      fields: {
        unit: { label: "单位", ask: "哪个单位的？", example: "示例县交通运输局" },
        name: { label: "事件类型", ask: "这类事件叫什么？", example: "桥梁中断" },
        kind: { label: "归为", ask: "属于哪一种？法规对这一种的时限照样适用。", example: "突发事件" },
        severity: { label: "级别", ask: "固定是什么级别？跳过就由报告人选。", example: "重大" },
        within: { label: "时限", ask: "发现后多久之内发布？", example: "2小时" },
        flow: { label: "流程", ask: "按什么流程发布？", example: "值班员核实，分管领导审定后发布" },
        way: { label: "方式", ask: "用什么方式发布？", example: "微博、微信同时发布" },
        saying: { label: "口径", ask: "口径是什么？", example: "只发布核实过的信息，不猜测原因" },
        call: { label: "第一时间告知", ask: "第一时间还要告知谁？", example: "主要负责人" },
      },
    },
  },
  says: { yes: "同意", no: "不同意" },
  blanks: { yes: "空表" },
  buttons: { agree: "同意", disagree: "不同意", blank: "下载空表", add: "增加一类" },
  blank: "填好后直接发给我。一行一类；“归为”写机器人的类别，拿不准就空着；我先逐格检查，再报请审定。",
  notALength: (typed: string) => `“${typed}”不是时长，请写成“2小时”“30分钟”这样。`,
  show: (it: { unit: string; held: KindTable | null; asked: KindTable | null; wanted: Source | null }) =>
    [
      `【事件类型表】${it.unit}`,
      ...(it.held === null
        ? [
            it.wanted === null
              ? "还没有自己的事件类型表。"
              : `🔴 还没有事件类型表（依据 ${cited.cite(it.wanted)}）。`,
          ]
        : [`${when.fullDay(dayOf(it.held.agreed.at(-1)?.at ?? it.held.at))}起施行：`, listed(it.held)]),
      ...(it.asked === null ? [] : [`\n⏳ 新的一份有 ${it.asked.kinds.length} 类，等待审定。`]),
      "\n发来一份 Excel 或 CSV 表就能换新，也可以一类一类地增加；审定后 /sos 里就能选。",
    ].join("\n"),
  nobody: (unit: string, step: StepName) =>
    `${unit}还没有${steps[step]}，没有人能审定。请先用 /invite 邀请或用 /appoint 指定。`,
  asks: (it: { by: string; unit: string; table: KindTable }) =>
    [
      `【请您审定】${it.by}报来${it.unit}的事件类型表，共 ${it.table.kinds.length} 类：`,
      listed(it.table),
    ].join("\n"),
  proposed: (it: { count: number; laxer: readonly string[] }) =>
    [
      `已检查，共 ${it.count} 类，已报请审定。审定前仍按原来的办。`,
      ...it.laxer.map((name) => `· “${name}”的时限比法规的长，到时按更严的算。`),
    ].join("\n"),
  decided: (it: { by: string; unit: string; table: KindTable }) =>
    it.table.state === "in-force"
      ? `✅ ${it.by}同意了${it.unit}的事件类型表，共 ${it.table.kinds.length} 类，现在起施行。`
      : `❎ ${it.by}没有同意${it.unit}的事件类型表，仍按原来的办。`,
  further: (step: StepName) => `已同意，接着请${steps[step]}审定。`,
  waitingSince: (it: { unit: string; count: number; since: number }) =>
    `审定${it.unit}的事件类型表（${it.count} 类），自${when.short(dayOf(it.since))}，用 /kinds 查看和审定`,
  decidedAlready: "这份事件类型表已经处理过，不用再按。",
  notYours: (step: StepName) => `这份事件类型表要由${steps[step]}审定。`,
  full: (most: number) => `事件类型表最多 ${most} 类，请先发一份表换新。`,
  noSheet:
    "这张表不像事件类型表：要有事件类型、时限、流程、方式、口径这几列，至少一行。用“下载空表”照着填最稳妥。",
  gone: "这一类已经不在事件类型表里，请重新选择。",
  elsewhere: (unit: string) => `这一类是${unit}的事件类型表里的，不适用于这个单位。`,
  mistakes: (all: readonly KindMistake[]) =>
    [
      `事件类型表有 ${all.length} 处要改，没有任何改动：`,
      ...firstLines(
        all.map((each) => `• ${each.cell} ${mistakes[each.code](each)}`),
        SHOWN,
        (count) => `另有 ${count} 处`,
      ),
    ].join("\n"),
  inPapers: (it: {
    held: KindTable | null
    asked: KindTable | null
    wanted: Source | null
  }): readonly string[] => {
    if (it.held !== null) return [`✓ 事件类型表 ${it.held.kinds.length} 类`]
    if (it.wanted === null) return []
    const waits = it.asked === null ? "请发 /kinds 填写" : "已报，等待审定"
    return [`🔴 还没有事件类型表，${waits}（依据 ${cited.cite(it.wanted)}）`]
  },
}
