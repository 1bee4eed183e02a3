import type { AskedTick, Lacking } from "../../rules/chain.ts"
import type { Source } from "../../rules/owed.ts"
import type { Procedure, ProcedureKind, StepName, Verdict } from "../../rules/procedure.ts"
import type { ShownLevel, ShownProcedure } from "../../rules/progress.ts"
import { type Day, dayOf } from "../../rules/time.ts"
import { cited } from "./cited.ts"
import type { Named } from "./details.ts"
import { offline } from "./offline.ts"
import { people } from "./people.ts"
import { quota } from "./quota.ts"
import * as when from "./when.ts"

const steps: Record<StepName, string> = {
  ...people.roles,
  deputy: "副职",
  "drafting-department": "起草部门",
  "supervising-unit": "主管单位",
  "openness-office": "政务公开主管部门",
  "county-office": "县政府办公室",
  "city-office": "市政府办公室",
  "provincial-office": "省政府办公厅",
  "state-council-office": "国务院办公厅",
}

const kinds: Record<ProcedureKind, string> = {
  "account.open": "开设",
  "account.go-offline": "临时下线",
  "account.close": "关停",
  "account.exit": "退出监管：",
}

const verdicts: Record<Verdict, string> = { approved: "同意", refused: "不同意", returned: "退回修改" }
const marks: Record<ShownLevel["state"], string> = {
  approved: "✅",
  refused: "❎",
  returned: "↩️",
  waiting: "⏳",
  later: "·",
}

const titled = (it: Pick<ShownProcedure, "kind" | "account">): string =>
  `${kinds[it.kind]}${quota.named(it.account)}`

const cites = (sources: readonly Source[]): string =>
  [...new Set(sources.map(cited.cite))].join("、") || "本单位约定"

const level = (it: ShownLevel): string => {
  const day = it.on === null ? "" : when.short(it.on)
  switch (it.state) {
    case "waiting":
      return `${marks.waiting} ${steps[it.step]}（等待答复）`
    case "later":
      return `${marks.later} ${steps[it.step]}`
    default: {
      const who = it.paper === null ? (it.by ?? "") : `按纸质批复登记，文号 ${it.paper}`
      const stands = it.standsFor === null ? "" : `，代${it.standsFor}`
      const note = it.note === null ? "" : `：${it.note}`
      return `${marks[it.state]} ${steps[it.step]} ${day}${verdicts[it.state]}（${who}${stands}）${note}`
    }
  }
}

/** What only going offline has: why, and from when until when. */
const planned = ({ details: { cause, from, until } }: ShownProcedure): readonly string[] => [
  ...(cause === undefined
    ? []
    : [`原因：${(offline.causes as Readonly<Record<string, string>>)[cause] ?? cause}`]),
  ...(from === undefined || until === undefined
    ? []
    : [`时间：${when.fullDay(from)}至${when.fullDay(until)}`]),
]

const details = (it: ShownProcedure): readonly string[] => [
  ...(it.kind === "account.go-offline" ? planned(it) : []),
  ...(it.reason === null ? [] : [`理由：${it.reason}`]),
  ...it.attachments.map(({ what, paper }) => `附件：${what}（${paper}）`),
]

/** A second time it says who gave it back the first time, and why. */
const before = (it: ShownProcedure): readonly string[] =>
  it.returned === null ? [] : [`上次提交：${level(it.returned)}`]

const progress = (it: ShownProcedure): readonly string[] => it.levels.map(level)

const basis = (it: ShownProcedure): string => `依据：${cites(it.levels.flatMap(({ sources }) => sources))}`

const ends: Record<Procedure["state"], (it: ShownProcedure) => string> = {
  waiting: (it) => `${marks.waiting} ${titled(it)}：下一步${it.next === null ? "" : steps[it.next]}`,
  returned: (it) => `${marks.returned} ${titled(it)}：已退回修改，改好后请重新提交`,
  approved: (it) => `${marks.approved} ${titled(it)}：各级都已同意`,
  refused: (it) => `${marks.refused} ${titled(it)}：没有获得同意，账号没有变化`,
  withdrawn: (it) => `${titled(it)}：申请已撤回`,
  done: (it) => `${marks.approved} ${titled(it)}：已办结`,
}

const settled = (it: ShownProcedure): string => [ends[it.state](it), ...progress(it)].join("\n")

const ticked = (ticks: readonly AskedTick[]): string => ticks.map(({ says }) => says).join("、")

/** Whatever goes through levels of approval: cards, recording, and what is refused. */
export const procedure = {
  steps,
  kinds,
  titled,
  buttons: {
    agree: "同意",
    refuse: "不同意",
    sendBack: "退回修改",
    record: "登记批复",
    show: "查看进度",
    withdraw: "撤回申请",
  },
  verdicts,
  gone: "没有这项申请。",
  none: "现在没有正在办理的申请。",
  card: (it: ShownProcedure) =>
    [
      it.next !== null && it.levels.some((each) => each.step === it.next && each.step in people.roles)
        ? `【请您审批】${it.asker}申请${titled(it)}`
        : `【请跟进】${titled(it)}，等${it.next === null ? "" : steps[it.next]}批复`,
      `单位：${it.unit}`,
      ...before(it),
      ...details(it),
      ...progress(it),
      basis(it),
      ...(it.next !== null && !(it.next in people.roles)
        ? [`请向${steps[it.next]}报送，收到纸质批复后登记文号和日期。值守只登记，不代为批准。`]
        : []),
    ].join("\n"),
  show: (it: ShownProcedure) =>
    [ends[it.state](it), `单位：${it.unit}`, ...before(it), ...details(it), ...progress(it), basis(it)].join(
      "\n",
    ),
  settled,
  ends,
  sent: (it: ShownProcedure) =>
    [`已提交：${titled(it)}`, ...progress(it), basis(it), "有结果马上告诉您。"].join("\n"),
  settledAlready: (it: ShownProcedure) => `这一步已经处理过了。${settled(it)}`,
  withdrawn: (it: ShownProcedure, by: string, reason: string) => `${by}撤回了${titled(it)}的申请：${reason}`,
  over: (it: Named, ended: { readonly on: Day; readonly reason: string } | null) =>
    `${quota.named(it)}已${ended === null ? "经" : `于${when.short(ended.on)}`}停用${ended === null ? "" : `（${ended.reason}）`}，这项申请不用再办，没有改动。`,
  abandoned: (it: ShownProcedure) => `${titled(it)}：账号已经停用，申请不用再办，已自动撤回。`,
  underWayAlready: (it: ShownProcedure) =>
    `${titled(it)}已经在办理，不用再次提交。\n${progress(it).join("\n")}`,
  lacking: (it: Lacking & { readonly reasons: readonly string[] }) =>
    [
      "还不能提交，请先补齐：",
      ...(it.reason ? [`· 理由只能是：${it.reasons.join("、")}`] : []),
      ...(it.ticks.length > 0 ? [`· 方案缺：${ticked(it.ticks)}`] : []),
      ...it.attachments.map(({ what }) => `· 附件：${what}（写明文号或链接）`),
    ].join("\n"),
  nobodyDecides: (step: StepName, unit: string) =>
    `“${unit}”还没有${steps[step]}，没有人能审批这一步，没有提交。请先用 /invite 邀请或用 /appoint 指定。`,
  notYours: (step: StepName, inPerson: boolean) =>
    `这一步要由${steps[step]}${inPerson ? "本人" : ""}决定${inPerson ? "，不能由别人代理" : ""}。`,
  recordedOnly: (step: StepName) => `${steps[step]}的批复在纸上，请由管理员用 /record 登记文号和日期。`,
  notRecorded: (step: StepName) => `${steps[step]}在本单位内，请本人在卡片上点选，不能用文号代替。`,
  paperFromFuture: (on: Day) => `${when.fullDay(on)}还没有到，批复日期不能晚于今天。`,
  paperTooOld: (on: Day, step: StepName, before: Day) =>
    `批复日期 ${when.fullDay(on)} 早于上一步（${steps[step]}，${when.fullDay(before)}），请核对。`,
  hindrances: {
    over: (it: { state: Procedure["state"] }) =>
      ({
        waiting: "这项申请还在办理。",
        returned: "这项申请已退回修改，请先重新提交。",
        approved: "这项申请各级都已同意，不用再登记。",
        refused: "这项申请没有获得同意，已经结束。",
        withdrawn: "这项申请已撤回。",
        done: "这项申请已办结。",
      })[it.state],
    "no-such-step": (it: { step: StepName }) => `这项申请不需要${steps[it.step]}批复。`,
    "out-of-order": (it: { step: StepName; first: StepName }) =>
      it.first in people.roles
        ? `还不到${steps[it.step]}：先经本单位${steps[it.first]}同意。`
        : `还不到${steps[it.step]}：请先登记${steps[it.first]}的批复。`,
    "same-person": (it: { step: StepName }) => `您已经作为${steps[it.step]}同意过，这一步要由另一位决定。`,
    decided: (it: { step: StepName; by: string | null; verdict: Verdict; on: Day }) =>
      `${steps[it.step]}这一步已由${it.by ?? "别人"}于${when.short(it.on)}处理（${verdicts[it.verdict]}），没有重复。`,
  },
  waitingSince: (it: ShownProcedure, since: number) =>
    `${titled(it)}（${it.unit}）：等${it.next === null ? "" : steps[it.next]}，自${when.short(dayOf(since))}`,
}
