import type { Duty } from "../../rules/duty.ts"
import type { Day } from "../../rules/time.ts"
import { obligation } from "./obligation.ts"
import * as when from "./when.ts"

const kinds = { task: "一般任务", result: "办理后附结果链接（如领导批示）", phone: "换手机重装政务通" }

/** Giving somebody a task with a date. */
export const task = {
  kinds,
  commands: {
    task: {
      title: "交办任务",
      aliases: ["交办", "布置任务"],
      fields: {
        kind: { label: "类别", ask: "交办哪一类？", example: "一般任务" },
        person: { label: "承办人", ask: "交给谁办？", example: "张敏" },
        title: { label: "任务", ask: "办什么事？", example: "整理三季度留言" },
        by: { label: "期限", ask: "最晚哪天办好？", example: "2026-03-20" },
      },
    },
  },
  past: (by: Day) => `${when.fullDay(by)}已经过了，期限不能早于今天。`,
  notAsked: "该单位适用的规章没有这一类要求，没有建立任务。需要时请按“一般任务”交办。",
  begun: (name: string, its: readonly Duty[]) =>
    [`已交给${name}：`, ...its.map(obligation.line), ...obligation.rules(its)].join("\n"),
  given: (by: string, it: Duty) =>
    [
      `【交办】${by}交给您一项任务：`,
      obligation.line(it),
      ...obligation.rules([it]),
      "办好后点按钮或发 /done 登记。",
    ].join("\n"),
}
