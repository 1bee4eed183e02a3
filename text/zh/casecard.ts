import type { Case, CaseNote } from "../../rules/case.ts"
import type { Duty } from "../../rules/duty.ts"
import { looksLike } from "../../rules/duty.ts"
import type { Source } from "../../rules/owed.ts"
import type { ShownCase } from "../../rules/showncase.ts"
import { dayOf } from "../../rules/time.ts"
import { cases } from "./cases.ts"
import { cited } from "./cited.ts"
import { obligation } from "./obligation.ts"
import { procedure } from "./procedure.ts"
import { quota } from "./quota.ts"
import * as when from "./when.ts"

const called = (it: Pick<Case, "number" | "topic">): string =>
  it.topic === null ? it.number : `${it.number} ${it.topic}`

const titled = (it: ShownCase): string =>
  [
    called(it),
    ...(it.confidential ? ["保密"] : []),
    ...(it.attention === "single" ? [] : [cases.attentions[it.attention]]),
    ...(it.supervised === null ? [] : ["‼️重点督查"]),
  ].join(" · ")

const until = (it: Duty): string => {
  if (it.settled !== null) return `${when.day(it.settled.on)}办理${it.phase === "late" ? "，已逾期" : ""}`
  if (it.due === null || it.left === null) return "没有写明期限"
  const last = `${when.day(it.due.day)}24:00 前${it.due.provisional ? "（暂定）" : ""}`
  if (it.left < 0) return `${when.day(it.due.day)}到期，已逾期 ${-it.left} 天`
  return it.left === 0 ? `今天到期，${last}` : `${last}，还剩 ${it.left} 天`
}
const clock = (label: string, it: Duty | null): readonly string[] =>
  it === null ? [] : [`${obligation.marks[looksLike(it)]} ${label}：${until(it)}`]

const cites = (sources: readonly Source[]): string =>
  [...new Set(sources.map(cited.cite))].join("、") || cited.house

const waits = ({ waits: it, postponing }: ShownCase): readonly string[] => [
  ...(postponing === null
    ? []
    : [
        `⏳ 申请延期到${when.fullDay(postponing.day)}${postponing.reason === "" ? "" : `：${postponing.reason}`}（${postponing.by}）`,
      ]),
  ...(it === null ? [] : [`⏳ 等${procedure.steps[it.step]}审核答复（${cites(it.sources)}）`]),
]

const lines = (it: ShownCase): readonly string[] => [
  ...(it.account === null ? [] : [`${quota.named(it.account)}${it.unit === null ? "" : ` · ${it.unit}`}`]),
  `收到：${when.instant(it.receivedAt)}`,
  ...(it.link === null ? [] : [`链接：${it.link}`]),
  ...(it.platformNumber === null ? [] : [`平台编号：${it.platformNumber}`]),
  ...(it.department === null ? [] : [`承办部门：${it.department}`]),
  ...(it.promised === null ? [] : [`承诺${when.fullDay(it.promised)}前答复`]),
  ...(it.reply === null ? [] : [`答复：${it.reply.link ?? "已在平台写好"}（${it.reply.by}）`]),
  ...clock("先回复", it.first),
  ...clock("办结", it.finish),
  `进度：${cases.steps[it.state]}${it.next === null ? "" : `，下一步 ${cases.steps[it.next]}`}${it.reopened === 0 ? "" : `（第 ${it.reopened + 1} 次办理）`}`,
  ...(it.content === null ? [] : [`满意情况：${cases.contents[it.content]}`]),
  ...waits(it),
]
const rules = (it: ShownCase): readonly string[] =>
  obligation.rules([it.first, it.finish].filter((each) => each !== null))

const notes: Record<CaseNote["what"], string> = {
  ...cases.steps,
  approved: "答复审核通过",
  "first-reply": "先回复",
  promised: "承诺日期",
  "asked-to-postpone": "申请延期",
  postponed: "同意延期",
  "not-postponed": "不同意延期",
  returned: "退回答复",
  reopened: "重新办理",
  confidential: "要求保密",
  hot: "标为热点",
  supervised: "列为重点督查",
}

/** Messages of the public as cards and lists. */
export const casecard = {
  called,
  titled,
  card: (it: ShownCase) => [`【留言】${titled(it)}`, ...lines(it), ...rules(it)].join("\n"),
  taken: (it: ShownCase) => [`✅ 已登记留言 ${titled(it)}`, ...lines(it), ...rules(it)].join("\n"),
  done: (it: ShownCase) =>
    [`✅ ${titled(it)}：${cases.steps[it.state]}`, ...lines(it), ...rules(it)].join("\n"),
  history: (it: ShownCase) =>
    [
      `【留言经过】${titled(it)}`,
      ...it.notes.map(
        ({ what, at, by, note }) =>
          `· ${when.instant(at)} ${notes[what]}（${by}）${note === null ? "" : `：${note}`}`,
      ),
    ].join("\n"),
  handed: (it: ShownCase) => [`【交办留言】${titled(it)}`, ...lines(it), ...rules(it)].join("\n"),
  asking: (it: ShownCase) =>
    [
      it.postponing === null ? `【请审核留言答复】${titled(it)}` : `【请审定延期】${titled(it)}`,
      ...lines(it),
    ].join("\n"),
  settled: (it: ShownCase) => {
    const last = it.notes.at(-1)
    const outcome =
      last === undefined
        ? ""
        : `：${notes[last.what]}（${last.by}）${last.note === null ? "" : `，${last.note}`}`
    return `【留言】${titled(it)}${outcome}`
  },
  supervised: (it: ShownCase, because: "reopened" | "discontent", sources: readonly Source[]) =>
    [
      `‼️【重点督查】留言 ${titled(it)}`,
      because === "reopened"
        ? `已经重新办理 ${it.reopened} 次，请督促办好。`
        : "对方不满意，请了解情况、督促办好。",
      ...lines(it),
      `依据 ${cites(sources)}`,
    ].join("\n"),
  list: (its: readonly { readonly it: ShownCase; readonly late: boolean }[]) =>
    [
      `【在办留言】${its.length} 条`,
      ...its.map(
        ({ it, late }) =>
          `${late ? "🔴" : "·"} ${titled(it)}，${when.short(dayOf(it.receivedAt))}收到，${it.next === null ? cases.steps[it.state] : `下一步 ${cases.steps[it.next]}`}`,
      ),
    ].join("\n"),
}
