import type { Paper } from "../../rules/paper.ts"
import { dayOf, type Instant, timeOf } from "../../rules/time.ts"
import { cited } from "./cited.ts"
import { clocks, kinds, severities } from "./incidentcard.ts"
import { happened, type Story } from "./incidentstory.ts"
import { quota } from "./quota.ts"
import * as when from "./when.ts"

const exact = (at: Instant): string => `${dayOf(at)} ${timeOf(at)}`

const facts = ({ of: it }: Story): readonly string[] => [
  `编号：${it.number}`,
  `类型：${it.own?.name ?? kinds[it.kind]}（${severities[it.severity]}）`,
  ...(it.account === null ? [] : [`账号：${quota.named(it.account)}`]),
  `发现：${when.fullDay(dayOf(it.foundAt))} ${timeOf(it.foundAt)}，${it.raisedBy}报告`,
  ...(it.what === null ? [] : [`情况：${it.what}`]),
  ...(it.link === null ? [] : [`链接：${it.link}`]),
  it.closed === null
    ? `现状：${it.holder === null ? "还没有人接手" : `${it.holder.name}在处理`}`
    : `办结：${when.fullDay(dayOf(it.closed.at))} ${timeOf(it.closed.at)}，${it.closed.name}。${it.closed.note ?? ""}`,
]

/** The story of an incident as an office files it. A drill says so in every line. */
export const timelinePaper = (story: Story, now: Instant): Paper => {
  const { of: it, lines } = story
  const marked = (line: string): string =>
    it.drill && line !== ""
      ? line
          .split("\n")
          .map((each) => `【演练】${each}`)
          .join("\n")
      : line
  return {
    title: marked(`${it.unit}\n突发情况处置经过`),
    number: null,
    blocks: [
      ...facts(story).map((text) => ({ kind: "paragraph" as const, text: marked(text) })),
      { kind: "heading", text: marked("经过（北京时间）") },
      {
        kind: "table",
        columns: [
          { heading: "时间", width: 18 },
          { heading: "人员", width: 12 },
          { heading: "事项", width: 50 },
        ],
        rows: lines.map((line) => [exact(line.at), line.by ?? "系统", marked(happened(line))]),
      },
      ...(it.clocks.length === 0
        ? []
        : [
            { kind: "heading" as const, text: marked("时限") },
            {
              kind: "table" as const,
              columns: [
                { heading: "事项", width: 18 },
                { heading: "期限", width: 18 },
                { heading: "完成", width: 44 },
              ],
              rows: it.clocks.map(({ do: what, dueAt, done, sources }) => [
                `${clocks[what]}${sources.length === 0 ? "" : `\n${sources.map(cited.cite).join("、")}`}`,
                dueAt === null ? "尽快" : exact(dueAt),
                done === null ? "未完成" : `${exact(done.at)}${done.link === null ? "" : `\n${done.link}`}`,
              ]),
            },
          ]),
      { kind: "note", text: marked("各行在事情发生时写入日志，此后没有改动；本表由日志逐行列出。") },
    ],
    signed: [it.unit, when.fullDay(dayOf(now))],
  }
}

/** What the file is called, and its sheet. */
export const timelineName = (number: string): string => `处置经过${number}`
