import { type Carried, type Doing, doingOf } from "../../rules/acts.ts"
import { type Duty, isLastWorkingDay, isReceivedToday, looksLike, safeDay } from "../../rules/duty.ts"
import { isOpen, type Phase } from "../../rules/obligation.ts"
import type { Said } from "../../rules/owed.ts"
import { formatQuantityInChinese } from "../../rules/quantity.ts"
import type { Reckoning } from "../../rules/reckoning.ts"
import { addDays, type Day, dayOf, endOf, timeOf } from "../../rules/time.ts"
import { acts } from "./acts.ts"
import { change } from "./change.ts"
import { cited } from "./cited.ts"
import { quota } from "./quota.ts"
import * as when from "./when.ts"

const phases: Record<Phase, string> = {
  scheduled: "还没到时候",
  open: "待办",
  warned: "临近",
  today: "今天到期",
  overdue: "已逾期",
  escalated: "已逾期，已报领导",
  done: "按时办结",
  late: "逾期办结",
  waived: "经批准免办",
  missed: "未达到目标",
  free: "可以办理",
  void: "不再需要",
}

const marks: Record<Phase, string> = {
  scheduled: "⚪",
  open: "🟢",
  warned: "🟡",
  today: "🟠",
  overdue: "🔴",
  escalated: "🔴",
  done: "✅",
  late: "☑️",
  waived: "➖",
  missed: "➖",
  free: "⚪",
  void: "➖",
}

type Proof = NonNullable<Doing["proof"]>

const proofs: Record<Proof, { readonly ask: string; readonly missing: string }> = {
  receipt: {
    ask: "备案回执或系统编号是多少？",
    missing: "请写上回执编号或系统编号，没有凭据不能办结。",
  },
  link: {
    ask: "请发公告或内容的链接。",
    missing: "请附上链接，没有链接不能办结。",
  },
  paper: {
    ask: "文件编号是多少？",
    missing: "请写上文号，没有文号不能办结。",
  },
  note: {
    ask: "请简要说明办理情况，比如时间、参加人数、材料存放处。",
    missing: "请简要说明办理情况，作为日后检查的依据。",
  },
}

/** What it is about: an account, a person, a person's account, or the unit. */
const whose = (it: Pick<Duty, "account" | "unit" | "person">): string => {
  const account = it.account === null ? null : quota.named(it.account)
  return account !== null && it.person !== null
    ? `${account}（${it.person}）`
    : (account ?? it.person ?? it.unit)
}

/** What is to be done, for what, and who receives it: `开设备案（报县政府办公室）：微博“示例县发布”`. */
const named = (it: Pick<Duty, "act" | "to" | "account" | "unit" | "person" | "about">): string =>
  `${acts[it.act]}${it.to === null ? "" : `（报${it.to}）`}：${whose(it)}${it.about === null ? "" : `（${it.about}）`}`

/** What one person entered when it was too late, and nobody has confirmed. */
const alone = "一人补登、未经确认，按逾期计"

/** With its year when that is not the one in which it is read. */
const dated = ({ due, left }: Duty): string => {
  if (due === null || left === null) return ""
  return addDays(due.day, -left).slice(0, 4) === due.day.slice(0, 4)
    ? when.day(due.day)
    : when.fullDay(due.day)
}

const until = (it: Duty): string => {
  const { due, left, freeOn, phase, settled } = it
  if (settled !== null)
    return `${when.fullDay(settled.on)}${phase === "waived" ? "批准" : "办理"}${settled.alone ? `（${alone}）` : ""}`
  if (phase === "scheduled" && freeOn !== null) return `${when.day(freeOn)}起可以办理`
  if (due === null || left === null) return "没有写明期限，请尽快办理"
  const time = due.at === endOf(due.day) ? "24:00" : timeOf(due.at)
  const last = `${dated(it)}${time} 前${due.provisional ? "（暂定）" : ""}`
  if (phase === "missed") return `力争${last}，没有达到`
  if (left < 0) return `${dated(it)}到期，已逾期 ${-left} 天`
  return left === 0 ? `今天到期，${last}` : left === 1 ? `明天到期，${last}` : `还剩 ${left} 天，${last}`
}

/** Every article it rests on; a figure of our own says so. */
const rests = ({ sources, house }: Duty): string =>
  `${[...new Set(sources.map(cited.cite))].join("、")}${house ? "（期限为本单位约定）" : ""}`

const line = (it: Duty): string => `${marks[looksLike(it)]} ${named(it)}，${until(it)}`

/** Where minutes count, it may be too late before its last day is over. */
const isPast = ({ phase, left }: Pick<Duty, "phase" | "left">): boolean =>
  (left ?? 0) < 0 || phase === "overdue" || phase === "escalated"

/** The rules that a message rests on, each once. */
const rules = (its: readonly Duty[]): readonly string[] =>
  [...new Set(its.map(rests))].map((each) => `依据 ${each}`)

/** `3月2日＋5个工作日＝3月9日（周一）`, and which working days were counted. */
const sum = ({ from, within, until: last, days }: Reckoning): string =>
  `${when.short(from)}＋${formatQuantityInChinese(within)}＝${when.day(last)}${days.length === 0 ? "" : `；工作日：${days.map(when.short).join("、")}`}。`

const obligationField = { label: "事项", ask: "哪一项？", example: "开设备案" }

export const obligation = {
  acts,
  phases,
  alone,
  marks,
  proofs,
  named,
  until,
  line,
  rests,
  rules,
  commands: {
    due: {
      title: "查看有期限的事项",
      aliases: ["期限", "到期事项"],
      fields: { scope: { label: "范围", ask: "看哪些？", example: "本单位" } },
    },
    done: {
      title: "办结一项",
      aliases: ["办结", "已办"],
      fields: {
        obligation: obligationField,
        on: { label: "办理日期", ask: "哪天办的？", example: "今天" },
        proof: { label: "凭据", ask: "凭什么证明已经办好？", example: "备2026-0315" },
      },
    },
    waive: {
      title: "免办一项（分管领导）",
      aliases: ["免办"],
      fields: {
        obligation: obligationField,
        reason: {
          label: "理由",
          ask: "为什么可以免办？理由会长期保存。",
          example: "该账号已并入市级账号，由市里统一备案",
        },
      },
    },
  },
  scopes: { mine: "我的", unit: "本单位", all: "全部所辖" },
  days: { today: "今天", yesterday: "昨天" },
  buttons: { done: "办结", why: "查看依据" },
  list: (it: { scope: string; due: readonly Duty[]; hidden: number; incidents: readonly string[] }) =>
    [
      `【有期限的事项】${it.scope}`,
      ...it.incidents,
      ...(it.due.length + it.incidents.length === 0 ? ["没有待办的事项。"] : []),
      ...it.due.map(line),
      ...(it.hidden > 0 ? [`另有 ${it.hidden} 项，期限更晚。`] : []),
      ...rules(it.due),
    ].join("\n"),
  finish: (it: Duty) => `办结 ${acts[it.act]}${it.account === null ? "" : ` ${it.account.name}`}`,
  /** What a reminder says of dated duties. */
  brought: (due: readonly Duty[], hidden: number): readonly string[] => [
    ...due.map(line),
    ...(hidden > 0 ? [`另有 ${hidden} 项有期限的事项，发 /due 查看。`] : []),
    ...(due.some(isReceivedToday) ? ["受理单位可能提早下班，请尽早报送。"] : []),
    ...(due.some(isLastWorkingDay) ? ["到期前只剩休息日，期限不顺延，请在今天办好。"] : []),
    ...rules(due),
  ],
  /** What a change asks for, said to whoever made it. */
  begun: (it: Duty) =>
    `⏱ 这次修改还要办：${named(it)}，${until(it)}。依据 ${rests(it)}。办好后发 /done 登记。`,
  finished: (it: Duty) =>
    [
      `${marks[it.phase]} ${named(it)}，${it.phase === "late" ? "已逾期办结" : "已按时办结"}`,
      `办理日期：${it.settled === null ? "" : when.fullDay(it.settled.on)}${it.settled?.proof ? `；凭据：${it.settled.proof}` : ""}`,
      ...(it.settled?.note ? [`说明：${it.settled.note}`] : []),
      `依据 ${rests(it)}`,
    ].join("\n"),
  waived: (it: Duty, by: string) => `➖ ${named(it)}，已由${by}批准免办。理由：${it.settled?.note ?? ""}`,
  firm: (it: Duty) =>
    `${named(it)}不能批准免办：${dated(it)}是最后期限，免办就成了延期。依据：${rests(it)}。`,
  escalated: (it: Duty) =>
    [
      `${isPast(it) ? "【逾期】" : "【将到期】"}${it.unit}：${named(it)}`,
      `${dated(it)}到期，至今没有办结。`,
      `依据：${rests(it)}。请督促办理；此事只通知您一次。`,
    ].join("\n"),
  bornLate: (it: Duty) =>
    [
      `【补录时已逾期】${named(it)}`,
      `按规定应在${it.due === null ? "" : when.fullDay(it.due.day)}前办结。请尽快办理，办好后发 /${doingOf(it.act).command ?? "done"} 登记。`,
      `依据：${rests(it)}`,
    ].join("\n"),
  reason: (
    it: Duty & {
      says: readonly Said[]
      reckoning: Reckoning | null
      noted: number
      happened: string | null
      history: readonly string[]
    },
  ) =>
    [
      `${marks[looksLike(it)]} ${named(it)}（${it.unit}）`,
      `现在：${until(it).startsWith(phases[it.phase]) ? "" : `${phases[it.phase]}；`}${until(it)}`,
      `${it.occasionId === null ? "本期从" : "从"} ${typeof it.since === "number" ? when.instant(it.since) : when.fullDay(it.since)} ${it.occasionId === null ? "开始" : "起算，当日不计"}。`,
      ...(it.reckoning === null ? [] : [sum(it.reckoning)]),
      ...(isOpen(it) && safeDay(it) !== null
        ? [`到期日是休息日，期限不顺延，最好在 ${when.day(safeDay(it) ?? "")}前办好。`]
        : []),
      `依据 ${rests(it)}`,
      ...(it.happened === null ? [] : [change.happened(it.happened)]),
      ...it.says.map((each) => `　${cited.says(each)}`),
      `登记于 ${when.fullDay(dayOf(it.noted))}。`,
      ...(it.settled?.note ? [`说明：${it.settled.note}`] : []),
      ...(it.history.length > 0 ? ["经过：", ...it.history.map((each) => `· ${each}`)] : []),
    ].join("\n"),
  moment: (at: number, phase: Phase, by: string | null) =>
    `${when.instant(at)} ${phases[phase]}${by === null ? "" : `（${by}）`}`,
  gone: "这一项已经不在了。发 /due 查看现在的事项。",
  none: "现在没有可以办结的事项。",
  tooLong: (most: number) => `凭据太长，最多 ${most} 个字。请只写编号。`,
  future: (on: Day) => `${when.fullDay(on)}还没有到，办理日期不能晚于今天。`,
  beforeStart: (on: Day, began: Day) =>
    `${when.fullDay(on)}早于这件事的起算日 ${when.fullDay(began)}，请核对日期。`,
  tooEarly: (free: Day) => `现在还不能办理，${when.fullDay(free)}起才可以。`,
  byCommand: (act: Carried, command: string) => `“${acts[act]}”请用 /${command} 办理，不用在这里办结。`,
  endedAlready: (it: { phase: Phase; by: string | null; on: Day | null }) =>
    `这一项${it.by === null ? "" : it.by}已经处理过了：${phases[it.phase]}${it.on === null ? "" : `（${when.day(it.on)}）`}，不用再办。`,
  receiptUsed: (proof: string, it: Duty) => `编号“${proof}”已经用于“${named(it)}”，请核对。`,
}
