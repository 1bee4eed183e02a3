import type { Lead, LeadDay, LeadDays } from "../../rules/lead.ts"
import type { Source } from "../../rules/owed.ts"
import type { Line } from "../../rules/statement.ts"
import { type Day, type Instant, timeOf } from "../../rules/time.ts"
import { cited } from "./cited.ts"
import * as when from "./when.ts"

const days: Record<LeadDays, string> = { "every-day": "每天", "working-days": "只在工作日" }

const titles = (leads: readonly Pick<Lead, "title">[]): string =>
  leads.map(({ title }) => `“${title}”`).join("、")

/** How the day went. */
const state = (row: LeadDay | null): string => {
  switch (row?.state) {
    case "in":
      return row.none ? "按时报告没有线索" : "按时报送"
    case "in-late":
      return `${row.cameAt === null ? "" : timeOf(row.cameAt)}才${row.none ? "报告没有线索" : "报送"}（应在${timeOf(row.by)}前）`
    case "late":
      return `过了${timeOf(row.by)}，还没有报`
    case "missed":
      return "没有报"
    case "off":
      return "值守中断，不计"
    default:
      return ""
  }
}

/** What is sent in for publishing. */
export const lead = {
  days,
  buttons: { lead: "报线索", none: "今天没有" },
  stated: { yes: "我负责，报送", no: "先不报" },
  commands: {
    lead: {
      title: "报送信息线索",
      aliases: ["报线索", "线索"],
      fields: {
        unit: { label: "单位", ask: "哪个单位的线索？", example: "示例县教育局" },
        say: { label: "情况", ask: "今天有线索吗？", example: "今天没有" },
        title: { label: "标题", ask: "线索的标题是什么？", example: "新建小学明天开学" },
        what: { label: "内容", ask: "简要说说内容；不用说就跳过。", example: "城南小学，首批学生320人" },
        stated: { label: "承诺", ask: "可以报送吗？", example: "我负责，报送" },
      },
    },
    leads: {
      title: "查看近期信息线索",
      aliases: ["线索列表"],
      fields: { unit: { label: "单位", ask: "哪个单位？", example: "示例县教育局" } },
    },
  },
  asksStatement: (lines: readonly Line[]) =>
    lines.length === 0 ? "可以报送吗？" : `您对这条线索的${lines.map(cited.says).join("、")}负责吗？`,
  notStated: "没有作出承诺，线索没有报送。",
  reminder: (it: { unit: string; by: Instant; source: Source }) =>
    [
      `【信息线索】请在 ${timeOf(it.by)} 前报送${it.unit}今天的线索；没有就按“今天没有”。`,
      `依据 ${cited.cite(it.source)}`,
    ].join("\n"),
  noneNoted: (unit: string, row: LeadDay | null) =>
    `✅ 已记下：${unit}今天没有线索${row?.state === "in-late" ? "（已过报送时间）" : ""}。`,
  sent: (it: { unit: string; title: string; row: LeadDay | null }) =>
    `✅ 已报送${it.unit}的线索“${it.title}”${it.row?.state === "in-late" ? "（已过报送时间）" : ""}。`,
  /** What a digest says. */
  arrived: (unit: string, leads: readonly Lead[]) => `📰 ${unit}新线索：${titles(leads)}，发 /leads 查看`,
  missed: (unit: string, row: LeadDay) => `🔴 ${unit}${when.day(row.day)}没有报送信息线索`,
  late: (unit: string, row: LeadDay) => `🟡 ${unit}${when.day(row.day)}的信息线索：${state(row)}`,
  list: (unit: string, shown: readonly { day: Day; row: LeadDay | null; leads: readonly Lead[] }[]) =>
    [
      `【信息线索】${unit}，近7天`,
      ...(shown.length === 0 ? ["没有线索。"] : []),
      ...shown.flatMap((it) => [
        `▪ ${when.day(it.day)}${state(it.row) === "" ? "" : `：${state(it.row)}`}`,
        ...it.leads.map(
          (each) => `· ${each.title}（${each.by}）${each.what === null ? "" : `\n　${each.what}`}`,
        ),
      ]),
    ].join("\n"),
}
