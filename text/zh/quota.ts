import type { Platform } from "../../rules/account.ts"
import type { Condition } from "../../rules/condition.ts"
import { formatFrequencyInChinese } from "../../rules/frequency.ts"
import type { Owed, Said, Source } from "../../rules/owed.ts"
import type { Miss } from "../../rules/quota.ts"
import { formatQuantityInChinese } from "../../rules/quantity.ts"
import { quantityOf } from "../../rules/stretch.ts"
import type { Day } from "../../rules/time.ts"
import { cited } from "./cited.ts"
import { platform } from "./platform.ts"
import * as when from "./when.ts"

const conditions: Record<Condition, string> = {
  green: "正常",
  amber: "临近",
  red: "超期",
  dormant: "休眠",
  zombie: "僵尸",
}
const marks: Record<Condition, string> = { green: "🟢", amber: "🟡", red: "🔴", dormant: "💤", zombie: "⚫" }

const named = (account: { readonly platform: Platform; readonly name: string }): string =>
  `${platform[account.platform]}“${account.name}”`

const last = (it: Pick<Owed, "lastPost">): string =>
  it.lastPost === null ? "还没有更新记录" : `上次更新 ${when.short(it.lastPost)}`

const short = (it: Pick<Owed, "needed" | "count">): string =>
  it.needed > 1 ? `已更新 ${it.count} 次，还差 ${it.needed - it.count} 次` : ""

const deadline = (it: Owed): string =>
  `${it.left === 0 ? "今天是最后一天" : it.left === 1 ? "明天是最后一天" : `还剩 ${it.left} 天`}，${when.day(it.until)}24:00 前${it.provisional ? "（暂定）" : ""}${it.ahead ? "（整段都在假期里，请提前安排定时发布）" : ""}`

/** By when, and what was posted so far. */
const pending = (it: Owed): string =>
  [deadline(it), short(it), last(it)].filter((part) => part !== "").join("；")

const silent = (it: Owed): string => `已 ${it.silent} 天没有更新，请尽快更新（${last(it)}）`

const line = (it: Owed): string => `${marks[it.condition]} ${named(it.account)}：${pending(it)}`

const overdue = (it: Owed): string => `${marks[it.condition]} ${named(it.account)}：${silent(it)}`

/** How the last day comes about: `2月28日＋14天`. */
const sum = (it: Owed): string =>
  it.frequency.kind === "every" && it.lastPost !== null && !it.ahead && it.left >= 0
    ? `（${when.short(it.lastPost)}＋${formatQuantityInChinese(quantityOf(it.frequency))}）`
    : ""

const rule = (it: Owed): string =>
  `${cited.cite(it.source)}：${formatFrequencyInChinese(it.frequency)}${it.counts === "originals" ? "原创" : ""}`

const missingYear = (year: string): string =>
  `📅 ${year}年放假安排还没有载入，涉及该年的日期都是暂定的。国务院办公厅通知发布后，请联系安装值守的技术人员载入（zhishou calendar import）。`

/** The rules that a message rests on, each once. */
const rules = (its: readonly Owed[]): readonly string[] =>
  [...new Set(its.map(rule))].map((each) => `依据 ${each}`)

export const quota = {
  conditions,
  marks,
  named,
  line,
  overdue,
  commands: {
    today: { title: "查看要更新的账号", aliases: ["今天", "待办"], fields: {} },
    why: {
      title: "查看提醒的依据",
      aliases: ["为什么", "依据"],
      fields: {
        case: { label: "事件", ask: "哪一起？", example: "2026-3" },
        obligation: { label: "事项", ask: "哪一项？", example: "开设备案" },
        item: { label: "内容", ask: "哪一条送审内容？", example: "" },
        account: { label: "账号", ask: "哪个账号？", example: "示例县发布" },
      },
    },
    preview: {
      title: "预览今后的提醒",
      aliases: ["预览"],
      fields: { days: { label: "天数", ask: "看今后多少天？", example: "30" } },
    },
  },
  today: (it: {
    day: Day
    overdue: readonly Owed[]
    due: readonly Owed[]
    duties: readonly string[]
    hidden: number
    clear: number
    elsewhere: number
  }) =>
    [
      `【待更新】${when.day(it.day)}`,
      ...(it.overdue.length + it.due.length === 0 ? ["眼下没有要更新的账号。"] : []),
      ...it.overdue.map(overdue),
      ...it.due.map((each) => `${line(each)}${sum(each)}`),
      ...(it.hidden > 0 ? [`另有 ${it.hidden} 项，期限更晚。`] : []),
      ...(it.clear > 0 ? [`${it.clear} 个账号本期已经更新，没有欠账。`] : []),
      ...(it.elsewhere > 0 ? [`另有 ${it.elsewhere} 个账号由工作群或其他同事负责，发 /accounts 查看。`] : []),
      ...rules([...it.overdue, ...it.due]),
      ...it.duties,
    ].join("\n"),
  digest: (it: {
    day: Day
    overdue: readonly Owed[]
    due: readonly Owed[]
    hidden: number
    duties: readonly string[]
    missedBelow: readonly string[]
    waiting: readonly string[]
    vacant: readonly string[]
    shifts: readonly string[]
    leads: readonly string[]
    festivals: readonly string[]
    missingYear: string | null
  }) =>
    [
      `【每日提醒】${when.day(it.day)}`,
      ...it.overdue.map(overdue),
      ...it.due.map(line),
      ...(it.hidden > 0 ? [`另有 ${it.hidden} 项，发 /today 查看。`] : []),
      ...rules([...it.overdue, ...it.due]),
      ...it.duties,
      ...(it.missedBelow.length > 0
        ? ["所辖账号新增未达标：", ...it.missedBelow.map((each) => `· ${each}`)]
        : []),
      ...(it.waiting.length > 0
        ? ["等您办理的申请（发 /applications 查看）：", ...it.waiting.map((each) => `· ${each}`)]
        : []),
      ...(it.vacant.length > 0
        ? ["岗位空缺，请督促明确（发 /papers 查看）：", ...it.vacant.map((each) => `· ${each}`)]
        : []),
      ...it.shifts,
      ...it.leads,
      ...it.festivals,
      ...(it.missingYear === null ? [] : [missingYear(it.missingYear)]),
    ].join("\n"),
  lastCall: (it: { day: Day; due: readonly Owed[]; duties: readonly string[]; hidden: number }) =>
    [
      `【最后提醒】${when.day(it.day)}`,
      ...it.due.map(line),
      ...(it.hidden > 0 ? [`另有 ${it.hidden} 项，发 /today 查看。`] : []),
      ...(it.due.length === 0
        ? []
        : [
            it.due.some(({ left }) => left > 0)
              ? "之后是休息日，请在今天下班前更新。"
              : "请在今天 24:00 前更新。",
          ]),
      ...rules(it.due),
      ...it.duties,
    ].join("\n"),
  missed: (it: {
    account: Owed["account"]
    unit: string
    miss: Pick<Miss, "from" | "until" | "needed" | "count">
    source: Source
    lastPost: Day | null
  }) =>
    [
      `【更新未达标】${it.unit}的${named(it.account)}`,
      `${when.day(it.miss.from)}至${when.day(it.miss.until)}应更新 ${it.miss.needed} 次，实际 ${it.miss.count} 次（${last(it)}）。`,
      `依据：${cited.cite(it.source)}。请督促尽快更新；此事只通知您一次。`,
    ].join("\n"),
  missedBelow: (it: { account: Owed["account"]; unit: string; until: Day }) =>
    `${it.unit}·${named(it.account)}（${when.day(it.until)}到期）`,
  moreMissed: (count: number) => `另有 ${count} 个，发 /accounts 查看`,
  report: (account: Owed["account"]) => `已更新 ${platform[account.platform]} ${account.name}`,
  /** What falls due, in a line about a date. */
  update: (account: Owed["account"]) => `${named(account)}更新`,
  whyButton: "查看依据",
  why: (it: {
    account: Owed["account"]
    unit: string
    condition: Condition
    lastPost: Day | null
    silent: number
    start: Day
    rules: readonly (Owed & Said & { readonly key: string })[]
    misses: readonly {
      readonly source: Source
      readonly miss: Pick<Miss, "from" | "until" | "needed" | "count" | "later">
    }[]
  }) =>
    [
      `${named(it.account)}（${it.unit}）`,
      `现在：${marks[it.condition]} ${conditions[it.condition]}${["red", "dormant", "zombie"].includes(it.condition) ? "，请立即更新" : ""}；${last(it)}，距今 ${it.silent} 天；从 ${when.fullDay(it.start)} 起算。`,
      ...(it.rules.length === 0 ? ["没有适用的更新要求。"] : []),
      ...it.rules.map((each) =>
        [
          `\n▪ ${rule(each)}`,
          `　${cited.says(each)}`,
          `　本期 ${when.day(each.from)}至${when.day(each.until)}${each.provisional ? "（暂定）" : ""}，应更新 ${each.needed} 次，已更新 ${each.count} 次；${when.short(each.until)}24:00 到期。`,
        ].join("\n"),
      ),
      ...(it.misses.length > 0
        ? [
            "\n未达标记录：",
            ...it.misses.map(
              ({ source, miss }) =>
                `· ${when.fullDay(miss.from)}至${when.fullDay(miss.until)}，应 ${miss.needed} 次，实际 ${miss.count} 次${(miss.later ?? 0) > 0 ? `，事后补报 ${miss.later ?? 0} 次` : ""}（${cited.cite(source)}）`,
            ),
          ]
        : []),
    ].join("\n"),
  preview: {
    outOfRange: (days: number, most: number) => `不能预览 ${days} 天，请写 1 到 ${most} 之间的天数。例如：30`,
    tooMany: (count: number, most: number) =>
      `您能看到 ${count} 个账号，预览最多 ${most} 个。请由下级单位的管理员预览自己的提醒。`,
    title: (days: number, count: number) =>
      count === 0
        ? `今后 ${days} 天，如果一切照旧，不会有提醒。`
        : `今后 ${days} 天，如果大家什么都不做，您能看到的单位会收到这 ${count} 条：`,
    line: (at: number, to: string, text: string) => `\n◆ ${when.instant(at)} → ${to}\n${text}`,
    more: (count: number) => `\n（后面还有 ${count} 条，没有列出）`,
  },
}
