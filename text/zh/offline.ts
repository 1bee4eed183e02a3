import type { Cause, OfflineWindow } from "../../rules/offline.ts"
import type { Source } from "../../rules/owed.ts"
import type { Day } from "../../rules/time.ts"
import { cited } from "./cited.ts"
import type { Named } from "./details.ts"
import { quota } from "./quota.ts"
import * as when from "./when.ts"

const causes: Record<Cause, string> = {
  rectification: "内容整改",
  upgrade: "升级改造",
  "force-majeure": "不可抗力（长时间断电断网等）",
  ordered: "被责令紧急关停",
}
const allCauses: Record<OfflineWindow["cause"], string> = { ...causes, unreported: "未经报批" }

const pers = { year: "每年", quarter: "每季度", month: "每月" }

const span = (it: OfflineWindow): string =>
  `${when.fullDay(it.start)}至${it.end === null ? "今" : when.fullDay(it.end)}（${allCauses[it.cause]}${it.unreported && it.cause !== "unreported" ? "，未及时报备" : ""}）`

const by = (sources: readonly Source[]): string =>
  sources.length === 0 ? "" : `\n依据：${[...new Set(sources.map(cited.cite))].join("、")}`

const account = { label: "账号", ask: "哪个账号？", example: "示例县发布" }

/** Going offline for a while, and coming back. */
export const offline = {
  causes,
  buttons: { down: "登记已下线", online: "登记已恢复" },
  commands: {
    offline: {
      title: "申请临时下线",
      aliases: ["申请下线", "临时下线"],
      fields: {
        account: { ...account, ask: "哪个账号要下线？" },
        cause: { label: "原因", ask: "为什么下线？", example: "升级改造" },
        from: { label: "下线日期", ask: "打算哪天下线？", example: "2026-03-10" },
        until: { label: "恢复日期", ask: "打算哪天恢复？", example: "2026-03-20" },
        ticks: { label: "内容", ask: "已经准备好了哪些？请逐项点选。", example: "应急预案" },
        papers: {
          label: "附件",
          ask: "附件的文号或链接是什么？一行一份。",
          example: "整改方案：某政发〔2026〕3号",
        },
        on: { label: "关停日期", ask: "哪天关停的？", example: "今天" },
        paper: {
          label: "报告文号",
          ask: "书面报告的文号是什么？还没有报就跳过。",
          example: "某局发〔2026〕5号",
        },
        reportedOn: { label: "报告日期", ask: "书面报告是哪天报的？", example: "今天" },
      },
    },
    down: {
      title: "登记账号已下线",
      aliases: ["已下线"],
      fields: {
        account: { ...account, ask: "哪个账号下线了？" },
        on: { label: "下线日期", ask: "哪天下线的？", example: "今天" },
        link: {
          label: "公告链接",
          ask: "账号上下线公告的链接是什么？没有就跳过。",
          example: "https://weibo.com/1234567890/abc",
        },
      },
    },
    online: {
      title: "登记账号已恢复",
      aliases: ["恢复上线", "已恢复"],
      fields: {
        account: { ...account, ask: "哪个账号恢复了？" },
        on: { label: "恢复日期", ask: "哪天恢复的？", example: "今天" },
        link: {
          label: "链接",
          ask: "恢复后第一条内容的链接是什么？没有就跳过。",
          example: "https://weibo.com/1234567890/abd",
        },
      },
    },
    found: {
      title: "报告账号擅自下线",
      aliases: ["擅自下线"],
      fields: {
        account: { ...account, ask: "发现哪个账号没有报批就下线了？" },
        on: { label: "日期", ask: "哪天起看不到的？", example: "今天" },
        note: { label: "情况", ask: "怎么发现的？可以跳过。", example: "巡查时主页打不开" },
      },
    },
  },
  lapsedReason: "批准当年有效，年底没有下线，已失效",
  offlineAlready: (it: Named) =>
    `${quota.named(it)}现在已经下线或不在运行，不能再申请。临时下线没有延期，请按期恢复后发 /online 登记。`,
  offlineNow: (it: { account: Named; start: Day | null; until: Day | null }) =>
    [
      `⏸ ${quota.named(it.account)}${it.start === null ? "" : `${when.day(it.start)}起`}临时下线${it.until === null ? "" : `，最晚 ${when.fullDay(it.until)}恢复`}，下线期间不用更新，这一项现在不能办。`,
      "已经恢复的，请先发 /online 登记，再办这一项。",
    ].join("\n"),
  runningAlready: (it: { account: Named; window: OfflineWindow; by: string | null }) =>
    `${quota.named(it.account)}已经由${it.by ?? "别人"}于${when.instant(it.window.at)}登记为下线：${span(it.window)}。不用重复登记，恢复后发 /online 登记。`,
  notOffline: (it: Named) => `${quota.named(it)}现在没有下线，不用登记恢复。`,
  fromPast: (from: Day) =>
    `下线日期 ${when.fullDay(from)} 已经过了。下线要先报批；没有报批就已下线的，请用 /found 报告。`,
  backwards: (from: Day, until: Day) =>
    `恢复日期 ${when.fullDay(until)} 早于下线日期 ${when.fullDay(from)}，请核对。`,
  tooLong: (from: Day, until: Day, last: Day) =>
    `${when.fullDay(from)}下线，最晚 ${when.fullDay(last)}恢复，不能到 ${when.fullDay(until)}；没有延期。`,
  tooMany: (it: {
    account: Named
    taken: readonly OfflineWindow[]
    atMost: number
    per: keyof typeof pers | null
    source: Source
  }) =>
    [
      `${quota.named(it.account)}不能再临时下线：${it.per === null ? "" : pers[it.per]}不超过 ${it.atMost} 次，已经用过：`,
      ...it.taken.map((each) => `· ${span(each)}`),
      `依据：${cited.cite(it.source)}`,
    ].join("\n"),
  onlyLater: "遇不可抗力或被责令下线，仍请登记；其他原因只能申请次数重新计算之后的日期。",
  overlaps: (it: Named, window: OfflineWindow) =>
    `${quota.named(it)}在这一天已经登记为下线：${span(window)}。请核对日期。`,
  beforeOpening: (on: Day, opened: Day) =>
    `${when.fullDay(on)}早于账号的开通日期 ${when.fullDay(opened)}，请核对。`,
  notApproved: (it: Named) =>
    `${quota.named(it)}没有获得同意的下线申请，不能登记。请先用 /offline 申请；没有报批就已下线的，请用 /found 报告。`,
  beforeApproval: (on: Day, approved: Day) =>
    `下线日期 ${when.fullDay(on)} 早于获批日期 ${when.fullDay(approved)}，请核对。`,
  approvedLastYear: (it: Named, approved: Day) =>
    `${quota.named(it)}的下线批准是 ${when.fullDay(approved)}的，当年有效，已经失效。请重新申请。`,
  approvedThough: (it: Named) => `${quota.named(it)}的下线已经获得同意，请用 /down 登记，不算擅自下线。`,
  notAnnounced: (it: Named, sources: readonly Source[]) =>
    `${quota.named(it)}还不能登记下线：没有下线公告的链接。下线的同时要在账号上发公告，请附上链接。${by(sources)}`,
  approved: (it: Named, from: Day, year: number | null) =>
    `${quota.named(it)}的临时下线已获得同意，计划 ${when.day(from)}下线。请同时在账号上发公告，下线后发 /down 登记。${year === null ? "" : `批准当年有效，${year}年底前没有下线就失效（本单位约定）。`}`,
  down: (it: Named, on: Day, last: Day | null) =>
    [
      `⏸ ${quota.named(it)}已于${when.day(on)}下线。`,
      ...(last === null ? [] : [`最晚 ${when.fullDay(last)}恢复，没有延期。恢复后发 /online 登记。`]),
      "下线期间只暂停更新期限，密码、备案、培训照常。",
    ].join("\n"),
  shutDown: (it: Named, on: Day, reportBy: Day | null) =>
    [
      `⏸ 已登记：${quota.named(it)}于${when.day(on)}关停。`,
      ...(reportBy === null
        ? []
        : [`请书面报备，${when.fullDay(reportBy)}前发 /done 登记文号。逾期没有报备，就算作一次临时下线。`]),
      "更新期限暂停，恢复后发 /online 登记。",
    ].join("\n"),
  found: (it: Named, told: readonly string[]) =>
    `已登记：${quota.named(it)}未经报批下线，计一次，更新期限不暂停。${told.length === 0 ? "" : `已告知${told.join("、")}。`}恢复后发 /online 登记。`,
  unreported: (it: {
    account: Named
    unit: string
    by: string
    on: Day
    note: string | null
    sources: readonly Source[]
  }) =>
    [
      `【擅自下线】${it.unit}的${quota.named(it.account)}`,
      `${it.by}报告：${when.day(it.on)}起看不到，没有报批记录。${it.note ?? ""}`,
      `请马上核实处理，恢复后发 /online 登记。${by(it.sources)}`,
    ].join("\n"),
  back: (it: { account: Named; window: OfflineWindow; days: number; late: boolean; paused: boolean }) =>
    [
      `✅ ${quota.named(it.account)}已恢复（${when.fullDay(it.window.end ?? it.window.start)}），下线 ${it.days} 天${it.late ? "，超过期限" : ""}。`,
      ...(it.window.procedureId === null ? [] : ["这次临时下线已经用完，剩下的天数不能再用。"]),
      ...(it.paused ? ["更新期限从恢复当天重新起算。"] : []),
    ].join("\n"),
  acrossNewYear: (it: { account: Named; unit: string; before: OfflineWindow; start: Day }) =>
    [
      `【请留意】${it.unit}的${quota.named(it.account)}跨年接连下线：`,
      `· ${span(it.before)}，算在 ${it.before.start.slice(0, 4)} 年`,
      `· ${when.fullDay(it.start)}起，算在 ${it.start.slice(0, 4)} 年`,
      "次数没有超，但接近连续下线，请您掌握。",
    ].join("\n"),
  lapsed: (it: Named) =>
    `${quota.named(it)}的临时下线批准已失效：当年没有下线，没有计次。需要时请重新申请（本单位约定）。`,
  notReported: (it: { account: Named; unit: string; start: Day }) =>
    `【未及时报备】${it.unit}的${quota.named(it.account)}于${when.day(it.start)}关停，没有按期书面报备，现已计为一次临时下线。请督促报备和恢复。`,
}
