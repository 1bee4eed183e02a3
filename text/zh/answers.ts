import { type Attention, attentions } from "../../rules/case.ts"
import type { TopicLine } from "../../rules/casetopics.ts"
import type { Paper } from "../../rules/paper.ts"
import { type Day, dayOf, type Instant } from "../../rules/time.ts"
import { cases } from "./cases.ts"
import * as when from "./when.ts"

interface Summary {
  readonly unit: string
  readonly period: { readonly from: Day; readonly until: Day }
  readonly draft: boolean
  readonly lines: readonly TopicLine[]
  readonly answers: readonly { readonly number: string; readonly topic: string; readonly link: string }[]
  readonly base: string | null
}

const quarter = ({ period: { from } }: Pick<Summary, "period">): string =>
  `${from.slice(0, 4)}年第${["一", "二", "三", "四"][Math.floor((Number(from.slice(5, 7)) - 1) / 3)] ?? ""}季度`
const topicOf = ({ topic }: TopicLine): string => topic ?? "未整理或要求保密"
const attended = ({ by }: TopicLine): string =>
  attentions
    .filter((each: Attention) => by[each] > 0)
    .map((each) => `${cases.attentions[each]} ${by[each]}`)
    .join("、")
const sum = (its: readonly TopicLine[], of: "count" | "settled" | "reopened"): number =>
  its.reduce((all, each) => all + each[of], 0)
const title = (it: Summary): string => `${it.unit}${quarter(it)}留言主题汇总${it.draft ? "（草稿）" : ""}`
const unfinished = "本季度还没有结束，数字会变。"

/** Messages by topic, and the base of questions and answers. */
export const answers = {
  files: { docx: "Word 文档", xlsx: "Excel 表格" },
  quarters: { this: "本季度", last: "上季度" },
  sheet: "留言主题",
  commands: {
    answers: {
      title: "留言主题汇总和问答库",
      aliases: ["问答库", "留言汇总"],
      fields: {
        unit: { label: "单位", ask: "哪个单位？", example: "示例县教育局" },
        quarter: { label: "季度", ask: "哪个季度？", example: "上季度" },
        format: { label: "格式", ask: "要哪种文件？", example: "Excel 表格" },
        link: { label: "问答库链接", ask: "问答库在哪里？", example: "https://example.org/wd" },
      },
    },
  },
  kept: (unit: string, link: string) => `✅ ${unit}的问答库：${link}`,
  made: (it: Summary) => `${title(it)}已生成。`,
  fileName: (it: Summary) => `${it.unit}${quarter(it)}留言主题汇总`,
  text: (it: Summary) =>
    [
      `【${title(it)}】共 ${sum(it.lines, "count")} 条，办结 ${sum(it.lines, "settled")} 条`,
      ...it.lines.map((line) => `· ${topicOf(line)}：${line.count} 条（${attended(line)}）`),
      ...(it.lines.length === 0 ? ["没有留言。"] : []),
      ...(it.draft ? [unfinished] : []),
      `可收入问答库的答复 ${it.answers.length} 条。`,
      it.base === null ? "还没有登记问答库链接。" : `问答库：${it.base}`,
    ].join("\n"),
  paper: (it: Summary, now: Instant): Paper => ({
    title: title(it),
    number: null,
    blocks: [
      ...(it.draft ? [{ kind: "note" as const, text: unfinished }] : []),
      { kind: "heading", text: "一、主题和关注度" },
      {
        kind: "table",
        columns: [
          { heading: "主题", width: 24 },
          ...attentions.map((each) => ({
            heading: cases.attentions[each],
            width: 10,
            align: "center" as const,
          })),
          { heading: "条数", width: 8, align: "center" },
          { heading: "办结", width: 8, align: "center" },
          { heading: "重新办理", width: 10, align: "center" },
        ],
        rows: it.lines.map((line) => [
          topicOf(line),
          ...attentions.map((each) => line.by[each]),
          line.count,
          line.settled,
          line.reopened,
        ]),
        sum: [
          "合计",
          ...attentions.map((each) => it.lines.reduce((all, { by }) => all + by[each], 0)),
          sum(it.lines, "count"),
          sum(it.lines, "settled"),
          sum(it.lines, "reopened"),
        ],
      },
      { kind: "heading", text: "二、可收入问答库的答复" },
      {
        kind: "table",
        columns: [
          { heading: "编号", width: 12 },
          { heading: "主题", width: 20 },
          { heading: "答复链接", width: 40 },
        ],
        rows: it.answers.map(({ number, topic, link }) => [number, topic, link]),
      },
      { kind: "note", text: it.base === null ? "还没有登记问答库链接。" : `问答库：${it.base}` },
    ],
    signed: [it.unit, when.fullDay(dayOf(now))],
  }),
}
