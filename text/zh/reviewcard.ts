import type { Special } from "../../rules/item.ts"
import type { Source } from "../../rules/owed.ts"
import type { ShownItem, ShownItemLevel } from "../../rules/shownitem.ts"
import { cited } from "./cited.ts"
import { people } from "./people.ts"
import { procedure } from "./procedure.ts"
import { quota } from "./quota.ts"
import * as when from "./when.ts"

const specials: Record<Special, string> = {
  repost: "转载",
  others: "涉及其他单位",
  interpretation: "政策解读",
  policy: "重要政策",
  "policy-column": "进政策解读专栏",
  "major-decision": "重大决策",
  "public-safety": "公共安全稳定",
  service: "办事服务",
  event: "公开活动",
  comment: "留言跟帖",
  emergency: "紧急先发",
}

const marks: Record<ShownItemLevel["state"], string> = {
  approved: "✅",
  returned: "↩️",
  waiting: "⏳",
  later: "·",
}

export const cites = (sources: readonly Source[]): string =>
  [...new Set(sources.map(cited.cite))].join("、") || cited.house

const titled = (it: Pick<ShownItem, "title">): string => `《${it.title}》`
const named = (it: Pick<ShownItem, "accounts">): string => it.accounts.map(quota.named).join("、")

const level = (it: ShownItemLevel, at: number): string => {
  const name = `${marks[it.state]} ${at + 1}. ${procedure.steps[it.step]}`
  if (it.state === "waiting") return `${name}（等待答复）`
  if (it.state === "later") return it.before ? name : `${name}（发布后补审）`
  const who = it.paper === null ? (it.by ?? "") : `按纸质意见登记，文号 ${it.paper}`
  const stands = it.standsFor === null ? "" : `，代${it.standsFor}`
  const note = it.note === null ? "" : `：${it.note}`
  const day = it.at === null ? "" : ` ${when.instant(it.at)}`
  return `${name}${day}${it.state === "approved" ? "通过" : "退回"}（${who}${stands}）${note}`
}

const details = (it: ShownItem): readonly string[] => [
  `${it.unit} · ${named(it)}`,
  `${it.author}送审${it.category === null ? "" : ` · ${it.category}`}${it.provider === null ? "" : `（由${it.provider}提供）`}`,
  ...(it.specials.length === 0 ? [] : [`特别说明：${it.specials.map((each) => specials[each]).join("、")}`]),
  ...(it.link === null ? [] : [`草稿：${it.link}`]),
  ...(it.source === null ? [] : [`来源：${it.source}`]),
  ...it.others.map(({ unit, agreed }) => `涉及${unit}：${agreed}`),
  ...it.answers.map(({ says, said }) => `${says}：${said}`),
  ...(it.incident === null ? [] : [`关联事件：${it.incident}`]),
  ...it.doubts.map(({ what, sources }) => `⚠️ ${what}（${cites(sources)}），通过须写明理由`),
  ...it.hints.map(({ what, sources }) => `提醒：${what}（${cites(sources)}）`),
]

const gates = (it: ShownItem): readonly string[] => {
  const needed = it.gates.filter((each) => each.needed).map(cited.says)
  const thought = it.gates.filter((each) => !each.needed).map(cited.says)
  return [
    ...(needed.length === 0 ? [] : [`把关：${needed.join("、")}`]),
    ...(thought.length === 0 ? [] : [`另请留意：${thought.join("、")}`]),
  ]
}

const basis = (it: ShownItem): string => `依据：${cites(it.sources)}`
const levels = (it: ShownItem): readonly string[] => it.levels.map(level)

const state = (it: ShownItem): string => {
  switch (it.state) {
    case "returned":
      return `↩️ ${titled(it)}已退回修改`
    case "withdrawn":
      return `${titled(it)}已撤回`
    case "approved":
      return `✅ ${titled(it)}各级都已通过`
    case "waiting": {
      const who = it.next === null ? "" : procedure.steps[it.next.step]
      return it.clearedAt === null ? `⏳ ${titled(it)}等${who}审核` : `✅ ${titled(it)}可以先发，等${who}补审`
    }
  }
}

/** The cards of what is reviewed before it is published. */
export const reviewcard = {
  specials,
  titled,
  named,
  state,
  card: (it: ShownItem): string => {
    const waits = it.next === null ? "" : procedure.steps[it.next.step]
    const outside = it.next !== null && !(it.next.step in people.roles)
    const urgent = it.specials.includes("emergency")
    const head = outside
      ? `【请跟进】${titled(it)}，等${waits}审核`
      : it.clearedAt !== null
        ? `【请补审】${titled(it)}（紧急先发）`
        : `【${urgent ? "紧急，请马上审核" : "请审核"}】${titled(it)}`
    return [
      head,
      ...details(it),
      ...gates(it),
      ...levels(it),
      ...(outside ? ["请送去审核，收到书面意见后登记文号。值守只登记，不代为审核。"] : []),
      basis(it),
    ].join("\n")
  },
  full: (it: ShownItem): string =>
    [state(it), ...details(it), ...gates(it), ...levels(it), basis(it)].join("\n"),
  settled: (it: ShownItem): string => [state(it), ...levels(it)].join("\n"),
  sent: (it: ShownItem): string =>
    [`已送审：${titled(it)}`, ...details(it).slice(2), ...levels(it), basis(it), "有结果马上告诉您。"].join(
      "\n",
    ),
}
