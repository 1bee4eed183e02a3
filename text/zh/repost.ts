import type { Account } from "../../rules/account.ts"
import type { Duty } from "../../rules/duty.ts"
import type { OfficialSource, Repost } from "../../rules/repost.ts"
import { endOf, type Instant, timeOf } from "../../rules/time.ts"
import { obligation } from "./obligation.ts"
import { quota } from "./quota.ts"
import * as when from "./when.ts"

const sources: Record<OfficialSource, string> = { account: "上级政务账号", website: "政府网站" }
const urgencies = { routine: "日常信息", urgent: "突发事件，夜里也提醒" }

interface Asked {
  readonly account: Pick<Account, "platform" | "name">
  readonly duty: Duty & { readonly aim: boolean }
  readonly done: { readonly by: string; readonly at: Instant } | null
}

const until = ({ due }: Pick<Duty, "due">): string =>
  due === null
    ? "请尽快转发"
    : due.at === endOf(due.day)
      ? `${when.day(due.day)}24:00 前${due.provisional ? "（暂定）" : ""}`
      : `${when.day(due.day)}${timeOf(due.at)} 前`

/** An aim that is missed is no more than that. */
const state = ({ duty, done }: Asked): string => {
  const missed = duty.phase === "missed"
  if (done !== null)
    return `${done.by}，${when.instant(done.at)}已转发${missed ? "（没有赶上力争的时间）" : duty.phase === "late" ? "（逾期）" : ""}`
  if (duty.phase === "waived") return "经批准免办"
  if (missed) return `力争${until(duty)}，没有赶上，仍请转发`
  if (duty.phase === "overdue" || duty.phase === "escalated") return `${until(duty)}，已逾期，请马上转发`
  return `${duty.aim ? "力争" : ""}${until(duty)}`
}

const mark = ({ duty, done }: Asked): string => (done === null && duty.phase !== "waived" ? "⬜" : "✅")

const line = (it: Asked): string => `${mark(it)} ${quota.named(it.account)}：${state(it)}`

const soonestFirst = (its: readonly Asked[]): readonly Asked[] =>
  [...its].sort((a, b) => (a.duty.due?.at ?? Infinity) - (b.duty.due?.at ?? Infinity))

const MOST = 40

/** What is published above, and passed on below. */
export const repost = {
  sources,
  urgencies,
  commands: {
    upstream: {
      title: "登记上级要转发的信息",
      aliases: ["上级信息", "上级转发"],
      fields: {
        unit: { label: "单位", ask: "要哪个单位（含下级）的账号转发？", example: "示例县人民政府办公室" },
        source: { label: "来源", ask: "是哪里发布的？只转发官方信息。", example: "上级政务账号" },
        from: { label: "发布者", ask: "是哪个账号或网站发布的？", example: "示例市发布" },
        title: { label: "标题", ask: "信息的标题是什么？", example: "关于做好防汛工作的通知" },
        link: { label: "原文链接", ask: "请发原文链接。", example: "https://weibo.com/1/Ab" },
        at: { label: "发布时间", ask: "上级什么时候发布的？时限从那时算起。", example: "今天 9:30" },
        platforms: { label: "平台", ask: "只要哪些平台转发？全部就跳过。", example: "微博" },
        urgency: { label: "紧急程度", ask: "是突发事件信息吗？", example: "日常信息" },
      },
    },
    reposted: {
      title: "已转发上级信息",
      aliases: [],
      fields: { obligation: { label: "事项", ask: "哪一项？", example: "" } },
    },
  },
  card: (it: Repost, asked: readonly Asked[]) =>
    [
      `${it.urgent ? "【紧急转发任务】" : "【转发任务】"}${it.title}`,
      `${sources[it.source]}“${it.from}”，${when.instant(it.at)}发布`,
      it.link,
      ...soonestFirst(asked).slice(0, MOST).map(line),
      ...(asked.length > MOST ? [`另有 ${asked.length - MOST} 个账号。`] : []),
      `已转发 ${asked.filter(({ done }) => done !== null).length}/${asked.length}`,
      ...obligation.rules(asked.map(({ duty }) => duty)),
    ].join("\n"),
  reposted: (account: Asked["account"]) => `已转发 ${quota.named(account)}`,
  noted: (account: Asked["account"]) => `已登记：${quota.named(account)}已转发。`,
  announcedHere: (count: number) => `已登记，${count} 个账号的时限开始计算。`,
  announced: (by: string, at: Instant) => `这条信息${by}已经在${when.instant(at)}登记过了，不用再登记。`,
  nobody: (unit: string) => `“${unit}”和下级单位适用的规章没有要求账号转发上级信息，没有建立任务。`,
  likes: "值守只登记官方信息的转发，不登记点赞、投票、涨粉之类的要求。没有建立任务。",
  unknownSource: (from: string) =>
    `“${from}”不在官方来源之列：既不是本单位或上级在台账里登记、正在运行的账号，也不在规则写明的来源名单里。没有建立任务；请核对名称，或先登记这个账号。`,
  notOfficial:
    "这不是政府网站的链接（域名应以 gov.cn 结尾），没有建立任务。政务账号的信息请选“上级政务账号”。",
}
