import type { Totals } from "../../rules/proof.ts"
import * as when from "./when.ts"

/** The proof for an inspection: what was due, and what became of it. */
export const proof = {
  sheet: "限期事项办理情况",
  headings: {
    number: "序号",
    unit: "单位",
    account: "账号",
    what: "事项",
    to: "报送对象",
    rules: "依据",
    since: "起算日",
    due: "期限",
    moved: "期限变动",
    result: "结果",
    on: "办理日期",
    by: "办理人",
    proof: "凭据",
    note: "说明（免办理由）",
  },
  provisional: (day: string) => `${day}（暂定）`,
  bornLate: (result: string) => `${result}（补录时已逾期）`,
  moved: (from: string, on: string) => `原为${from}，${on}改`,
  totals: (it: Totals): readonly (readonly [label: string, count: number])[] => [
    ["应办", it.due],
    ["按时办结", it.inTime],
    ["逾期办结", it.late],
    ["尚未办结", it.open],
    ["其中已逾期", it.overdue],
    ["经批准免办", it.waived],
    ["力争目标未达到", it.missed],
  ],
  period: (unit: string | null, from: string, until: string) =>
    `${unit ?? "全部单位"}，${when.fullDay(from)}至${when.fullDay(until)}到期的事项`,
  madeOn: (day: string) => `${when.fullDay(day)}由值守导出`,
  fileName: (unit: string, from: string, until: string) => `限期事项_${unit}_${from}至${until}`,
  sent: (it: { period: string; totals: Totals }) =>
    `${it.period}：应办 ${it.totals.due} 项，按时办结 ${it.totals.inTime} 项，逾期办结 ${it.totals.late} 项，尚未办结 ${it.totals.open} 项（已逾期 ${it.totals.overdue} 项），免办 ${it.totals.waived} 项。`,
  tooMany: (count: number, most: number) =>
    `这段时间有 ${count} 项，一次最多导出 ${most} 项。请缩短时间，或请安装值守的技术人员用命令行导出。`,
  backwards: "结束日期早于开始日期，请核对。",
  periods: {
    year: "今年1月1日",
    quarter: "本季度第一天",
    month: "本月1日",
    today: "今天",
    yearEnd: "今年12月31日",
  },
  command: {
    title: "导出限期事项办理情况（备查）",
    aliases: ["备查", "办理情况", "事项台账"],
    fields: {
      unit: { label: "单位", ask: "哪个单位（含下级）？", example: "示例县教育局" },
      from: { label: "开始日期", ask: "从哪天到期的事项开始？", example: "2026-01-01" },
      until: { label: "结束日期", ask: "到哪天为止？", example: "2026-03-31" },
    },
  },
}
