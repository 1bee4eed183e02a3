import type { Clock, Need } from "../../rules/incident.ts"
import type { IncidentKind, Severity } from "../../rules/gravity.ts"
import type { Hindrance } from "../../rules/ladder.ts"
import { type Day, type Instant, timeOf } from "../../rules/time.ts"
import {
  card,
  clocks,
  hindrances,
  kinds,
  severities,
  type Shown,
  span,
  steps,
  titled,
} from "./incidentcard.ts"
import { due, why } from "./incidentdue.ts"
import { timelineName, timelinePaper } from "./incidentpaper.ts"
import { story, timeline } from "./incidentstory.ts"
import { commands } from "./incidentwords.ts"
import * as when from "./when.ts"

const gone = "没有这起事件。"

/** Emergencies: raised, called, taken, answered, closed. */
export const incident = {
  commands,
  titled,
  kinds,
  severities,
  steps,
  clocks,
  gone,
  none: "现在没有正在处理的突发情况。",
  mistaken: { yes: "误报" },
  nothing: "没有新进展",
  drilled: (line: string) => (line === "" ? "" : `【演练】${line}`),
  buttons: {
    sos: "🚨 紧急情况",
    take: "我来处理",
    pass: "不是我的事",
    help: "需要增援",
    progress: "登记进展",
    still: "还在处理",
    nothingNew: "没有新进展",
    done: "办结",
    undo: "撤销",
    detail: "补充情况",
    answered: "登记回应链接",
    supply: "补齐办结材料",
    severity: "调整级别",
  },
  card,
  hindered: (name: string, why: string) => `⚠️ 没有叫到${name}：${hindrances[why as Hindrance]}`,
  raised: (it: { number: string; called: readonly string[]; unit: string }) =>
    [
      `🚨 已报告，编号 ${it.number}（${it.unit}）。${it.called.length === 0 ? "现在一个人也叫不到，请马上打电话。" : `已叫${it.called.join("、")}。`}`,
      "知道更多了，随时用“补充情况”补上。",
    ].join("\n"),
  raisedAlready: (number: string, kind: IncidentKind) =>
    `这个账号的“${kinds[kind]}”已经有人报告，编号 ${number}，正在处理。要补充情况，请发 /detail。`,
  foundInFuture: (found: Instant, now: Instant) =>
    `发现时间 ${when.instant(found)} 比现在（${when.instant(now)}）还晚，请核对。`,
  folded: (it: Shown) => `🚨 ${titled(it)}：已经重新呼叫，请看最新的一张卡片。`,
  nobodyLeft: (it: Shown, round: number) =>
    [
      `🆘【无人应答】${titled(it)}`,
      `${it.unit}，${when.instant(it.foundAt)}发现。第 ${round} 轮能叫的人都叫过了，${it.holder === null ? "没有人接手" : `${it.holder.name}在处理，还要人手`}。`,
      "请马上打电话，或者由在场的人接手。还会一轮一轮叫下去。",
      ...it.skipped,
    ].join("\n"),
  silent: (it: Shown, name: string) =>
    `🔔 ${titled(it)}：${name}接手后超过 ${span(it.ladder.silence)}没有消息，现在重新叫人。`,
  leftIt: (it: Shown, name: string, heir: string | null) =>
    `🔔 ${titled(it)}：${name}不再在岗，${heir === null ? "现在重新叫人" : `由${heir}处理`}。`,
  clock: (it: Shown, clock: Clock, now: Instant) => {
    const due = clock.dueAt ?? now
    return due > now
      ? `⏱ ${titled(it)}：${clocks[clock.do]}还剩 ${span(due - now)}，${when.instant(due)}前。`
      : `❗ ${titled(it)}：${clocks[clock.do]}已过 ${when.instant(due)} 的时限，请马上办。`
  },
  told: (it: Shown, clock: Clock, now: Instant) => {
    const due = clock.dueAt ?? now
    const how = due > now ? `还剩 ${span(due - now)}` : "时限已过"
    return `❗【请您过问】${it.unit} ${titled(it)}：${clocks[clock.do]}还没有完成，${how}。${it.holder === null ? "还没有人接手。" : `${it.holder.name}在处理。`}`
  },
  anythingNew: (it: Shown) => `${titled(it)}：有无新进展？有进展请接着发布，并登记在这里。`,
  takenByYou: (at: Instant) => `您在 ${timeOf(at)} 已经接手了。`,
  takenBy: (name: string, at: Instant) => `${name}已经接手（${timeOf(at)}）。多谢！要帮忙请与其联系。`,
  youHaveIt: (number: string) => `${number} 由您处理。处理中请随手登记进展。`,
  youJoined: (number: string) => `${number} 已记下您的应答。`,
  closedAlready: (name: string, at: Instant) => `这起事件已由${name}于 ${when.instant(at)} 办结。`,
  notCalled: "这次没有叫到您，不用答复。",
  passed: (next: readonly string[]) => `好的。${next.length === 0 ? "" : `已叫${next.join("、")}。`}`,
  helpComes: (next: readonly string[]) =>
    next.length === 0 ? "能叫的人都叫过了。请直接打电话。" : `已叫${next.join("、")}。`,
  allCalled: "这一轮能叫的人都叫过了。请直接打电话。",
  notYours: "这不是您接手的，不能替别人操作。",
  tooLateToUndo: "已经过了可以撤销的时间。要交给别人，请按“需要增援”。",
  undone: "已撤销，什么都没有漏：叫人从原处继续。",
  stillYours: "好的，还由您处理。",
  notForCompanies: (company: string) =>
    `您是${company}的人员。按规定，外包人员不能接手突发情况，请本单位人员处理。`,
  otherGroup: "这起事件不归这个群，请在本单位的群里或私聊里处理。",
  nothingToAnswer: "这起事件没有等着登记的回应或更正链接。",
  linkUsed: (link: string) => `${link} 已经登记过了。`,
  answered: (number: string) => `✅ ${number} 的回应链接已登记。`,
  progressed: (number: string) => `已记下 ${number} 的进展。`,
  detailed: (number: string) => `已补充到 ${number}。`,
  supplied: (number: string, left: number) =>
    left === 0 ? `已记下。${number} 办结要的材料都齐了。` : `已记下。${number} 办结还差 ${left} 项。`,
  judged: (number: string, severity: Severity) => `${number} 现在是${severities[severity]}，时限已重新计算。`,
  /** On its button: how long it can be taken back. */
  undoWithin: (length: number) => `撤销（${span(length)}内）`,
  resolved: (number: string, undo: number) =>
    `✅ ${number} 已办结。${undo === 0 ? "" : `${span(undo)}内可以撤销。`}`,
  sameSeverity: "级别没有变化。",
  noSuchNeed: "办结不要这一项。",
  needsDay: "请写明移交的日期。",
  wrongDay: (day: Day) => `${when.fullDay(day)}不对：不能早于发现的那天，也不能晚于今天。`,
  cannotClose: (it: { links: readonly Clock[]; needs: readonly Need[] }) =>
    [
      "还不能办结，还差：",
      ...it.links.map(({ do: what }) => `· ${clocks[what]}的链接（/answered）`),
      ...it.needs.map(({ says }) => `· ${says}（/supply）`),
    ].join("\n"),
  takeFirst: "还没有人接手。请先按“我来处理”。",
  notYoursToClose: (name: string) => `${name}在处理，由其办结，或者由分管领导办结。`,
  line: (it: Shown) =>
    `${titled(it)}（${it.unit}）：${it.holder === null ? "还没有人接手" : `${it.holder.name}接手，${when.instant(it.holder.at)}起`}`,
  drillBegun: (it: { number: string; called: readonly string[]; unit: string }) =>
    `【演练】已开始，编号 ${it.number}（${it.unit}）。${it.called.length === 0 ? "没有人能叫到。" : `已叫${it.called.join("、")}。`}不会通知外单位；接手并办结后，记为今年的演练。`,
  drillMeasured: (number: string, length: number) => `演练 ${number}：${span(length)}内有人接手`,
  timeline,
  timelinePaper,
  due,
  why,
  timelineFiles: { docx: "Word 文档", xlsx: "Excel 表格" },
  timelineName,
  photos: "照片",
  photoOf: (number: string, name: string, said: string | null) =>
    `📷 ${number}：${name}发来照片${said === null ? "" : `：${said}`}`,
  photoNumber: (number: string, at: number, of: number) => `📷 ${number} 照片 ${at}/${of}`,
  photoAdded: (number: string) => `已把照片补充到 ${number}，有关人员都能看到。`,
  photosShown: (count: number) => `共 ${count} 张照片，私下发给您。`,
  photoForNothing: "现在没有您在处理或报告的突发情况，照片没有保存。出了事请先发 /sos，再把照片发来。",
  tooManyPhotos: (number: string, most: number) => `${number} 已有 ${most} 张照片，不再增加。请发链接补充。`,
  timelineMade: (number: string) => `${number} 的处置经过，可以直接归档。`,
  story,
}
