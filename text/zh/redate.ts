import type { Duty } from "../../rules/duty.ts"
import type { Day } from "../../rules/time.ts"
import { obligation } from "./obligation.ts"
import * as when from "./when.ts"

/** Correcting the day with which a duty began. */
export const redate = {
  commands: {
    redate: {
      title: "更正起算日",
      aliases: ["更正日期"],
      fields: {
        obligation: { label: "事项", ask: "更正哪一项的起算日？", example: "开设备案" },
        on: { label: "起算日", ask: "正确的日期是哪天？", example: "2026-03-02" },
        reason: { label: "原因", ask: "为什么更正？原来的日期会一并保留。", example: "登记时写错了年份" },
      },
    },
  },
  noStart: "这一项按周期或按时刻安排，没有可以更正的起算日。",
  same: (on: Day) => `起算日本来就是 ${when.fullDay(on)}，没有改动。`,
  mends:
    "这样改会让已经逾期的事项变成按时。请用 /redate 更正起算日，由另一位领导确认。确实不用办的，由分管领导用 /waive 写明理由免办。没有改动。",
  himself: "更正是您自己提出的，要由另一位领导确认。",
  asksLeader: (it: { by: string; duty: Duty; before: Day; on: Day; reason: string }) =>
    [
      `【请您确认】${it.by}要更正起算日：${obligation.named(it.duty)}`,
      `由 ${when.fullDay(it.before)}改为 ${when.fullDay(it.on)}，原因：${it.reason}`,
      "更正后，逾期的会变成按时，须由您确认。",
    ].join("\n"),
  asked: (leaders: readonly string[]) =>
    `更正后逾期的会变成按时，要由另一位确认，已经报给${leaders.join("、")}。确认之前没有改动。`,
  about: (duty: Duty) => `更正起算日（${obligation.named(duty)}）`,
  agreed: (it: { by: string; duty: Duty; on: Day; reason: string }) =>
    `✅ ${it.by}确认了更正：${obligation.named(it.duty)}，从 ${when.fullDay(it.on)}起算。理由：${it.reason}`,
  done: (it: Duty, on: Day) => `已更正，从 ${when.fullDay(on)}起算：\n${obligation.line(it)}`,
  corrected: (from: Day, to: Day, by: string, reason: string) =>
    `起算日由 ${when.fullDay(from)}更正为 ${when.fullDay(to)}（${by}：${reason}）`,
}
