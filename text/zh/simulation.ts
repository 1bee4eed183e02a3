import * as when from "./when.ts"

/** What the clock was doing when it posted a message, by the name of its job. */
const jobs: Readonly<Record<string, string>> = {
  quota: "更新周期结束",
  obligation: "期限已过",
  round: "工作日提醒",
  offline: "临时下线到期",
  leaving: "人员离岗",
  incident: "突发情况",
  moved: "日期变动",
  checkin: "接班签到",
  handshake: "值班确认",
  muster: "联系测试",
  lookout: "值班空缺",
  swap: "换班过期",
  lead: "信息线索",
  review: "发布审核",
  finding: "整改核销",
  "forget-request": "申请过期",
}

const job = (name: string): string => jobs[name] ?? name

/** A period played forward: every message, with when, to whom, and why. */
export const simulation = {
  columns: ["时间", "收件人", "单位", "事由", "依据", "首行", "全文"],
  job,
  line: (it: { at: number; to: string; job: string; first: string; grounds: readonly string[] }) =>
    `${when.instant(it.at)} → ${it.to}｜${job(it.job)}｜${it.first}${it.grounds.length === 0 ? "" : `（依据 ${it.grounds.join("、")}）`}`,
  total: (from: string, until: string, count: number) =>
    count === 0
      ? `${when.fullDay(from)}至${when.fullDay(until)}，如果一切照旧，不会发出提醒。`
      : `${when.fullDay(from)}至${when.fullDay(until)}，如果大家什么都不做，会发出这 ${count} 条：`,
  gone: "（已不在册）",
}
