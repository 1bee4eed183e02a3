import type { Duty } from "../../rules/duty.ts"
import type { Day } from "../../rules/time.ts"
import { obligation } from "./obligation.ts"
import * as when from "./when.ts"

/** What one person alone cannot say: a second one confirms it. */
export const second = {
  buttons: { yes: "确认属实", no: "不能确认" },
  commands: {
    confirm: {
      title: "确认补登的日期",
      aliases: [],
      fields: {
        request: { label: "申请", ask: "哪一项？", example: "" },
        say: { label: "意见", ask: "是否属实？", example: "确认属实" },
      },
    },
  },
  asks: (it: { by: string; duty: Duty; on: Day; proof: string | null }) =>
    [
      `【请您确认】${it.by}补登：${obligation.named(it.duty)}（${it.duty.unit}）`,
      `办理日期：${when.fullDay(it.on)}${it.proof === null ? "" : `；凭据：${it.proof}`}`,
      `期限是${it.duty.due === null ? "" : when.fullDay(it.duty.due.day)}，今天才登记。您确认后才算按时，否则仍算逾期。`,
      ...obligation.rules([it.duty]),
    ].join("\n"),
  howTo: (days: number) => `核对凭据后请点选。${days} 天内没有答复，补登自动作废。`,
  asked: (seconds: readonly string[]) =>
    `期限已过，补登按时办结要由另一位确认，已经报给${seconds.join("、")}。确认之前仍算逾期；有结果马上告诉您。`,
  askedAlready: (it: { by: string; asked: readonly string[] }) =>
    `${it.by}已经补登过这一项，正在等${it.asked.join("、")}确认，不用重复登记。`,
  nobody: (unit: string) =>
    `期限已过，补登按时办结要由另一位确认，“${unit}”还没有别人能确认，没有登记。请先用 /invite 邀请或用 /appoint 指定；也可以按今天的日期登记为逾期办结。`,
  nobodyYet: (unit: string) =>
    `期限已过，补登按时办结要由另一位确认，“${unit}”还没有别人能确认，仍按逾期计。可以先用 /invite 邀请或用 /appoint 指定。`,
  takenBack: (duty: Duty) => `补登（${obligation.named(duty)}）已经撤回，不用确认。`,
  notYours: "这一项报给了别人确认，不用您处理。",
  about: (duty: Duty) => `补登（${obligation.named(duty)}）`,
  confirmed: (by: string, duty: Duty) => `${by}确认属实：\n${obligation.finished(duty)}`,
  overMeanwhile: (duty: Duty) => `这一项在这之前已经处理过了，没有改动：\n${obligation.line(duty)}`,
}
