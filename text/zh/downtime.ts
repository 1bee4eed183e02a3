import { days, hours, type Instant, minutes } from "../../rules/time.ts"
import { firstLines } from "../list.ts"
import * as when from "./when.ts"

const span = (length: number): string =>
  length >= days(1)
    ? `${Math.floor(length / days(1))} 天 ${Math.floor((length % days(1)) / hours(1))} 小时`
    : length >= hours(1)
      ? `${Math.floor(length / hours(1))} 小时 ${Math.floor((length % hours(1)) / minutes(1))} 分钟`
      : `${Math.floor(length / minutes(1))} 分钟`

/** What the clock does, as people call it; what is not named here is counted together. */
const kinds: Readonly<Record<string, string>> = {
  quota: "更新期限到期",
  obligation: "有期限的事项",
  offline: "下线账号的期限",
  leaving: "离岗人员的期限",
  round: "每日提醒和最后提醒",
  lead: "信息线索",
  message: "没有发出的消息",
  swap: "换班申请",
  lookout: "值班表检查",
  checkin: "值班签到",
  muster: "值班签到安排",
  incident: "突发事件",
  recount: "期限重新计算",
  moved: "日期变动通知",
  finding: "整改核销",
}

interface Sum {
  readonly kind: string
  readonly count: number
  readonly first: Instant
  readonly named: readonly string[]
}

const MOST_NAMED = 5

const named = ({ kind, count }: Sum): string => `${kinds[kind] ?? "其他到期的事"} ${count} 项`

/** The truth after a downtime. */
export const downtime = {
  confession: (it: { since: Instant | null; now: Instant; late: readonly Sum[]; lapsed: readonly Sum[] }) =>
    [
      it.since === null
        ? `【值守恢复】值守曾经中断，${when.instant(it.now)}恢复。`
        : `【值守恢复】${when.instant(it.since)}至${when.instant(it.now)}值守中断 ${span(it.now - it.since)}，期间没有收发任何消息。`,
      ...(it.late.length === 0 ? ["没有晚办的事。"] : ["晚了的，现在逐项补办："]),
      ...it.late.flatMap((each) => [
        `· ${named(each)}，最早应在 ${when.instant(each.first)}，晚了 ${span(it.now - each.first)}`,
        ...firstLines(
          each.named.map((name) => `　${name}，中断期间到期`),
          MOST_NAMED,
          (count) => `　另有 ${count} 项在中断期间到期`,
        ),
      ]),
      ...(it.lapsed.length === 0 ? [] : ["已经过去、不再补的："]),
      ...it.lapsed.map((each) => `· ${named(each)}`),
    ].join("\n"),
}
