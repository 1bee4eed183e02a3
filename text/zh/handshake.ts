import { span } from "./span.ts"
import * as when from "./when.ts"

interface Hours {
  readonly from: number
  readonly to: number
}

/** What shows, days before, that somebody on duty can be reached. */
export const handshake = {
  commands: {
    received: {
      title: "收到",
      aliases: [],
      fields: { what: { label: "消息", ask: "哪一条？", example: "" } },
    },
  },
  button: "收到",
  first: (unit: string, it: Hours) =>
    [
      `【值班确认】${unit}：您第一次值班，${span(it)}`,
      "到时在这里签到，有突发情况也在这里找您。请点“收到”，证明这里能联系到您；只问这一次。",
    ].join("\n"),
  test: (unit: string, minutes: number) =>
    `【联系测试】${unit}：看看有事时能不能马上找到您。请在 ${minutes} 分钟内点“收到”，没有别的事。`,
  thanks: "✅ 已收到，谢谢。",
  notYours: "这一条不是问您的。",
  unreachable: (unit: string, name: string, it: Hours) =>
    [
      `【值班联系不上】${unit}：${name} ${span(it)}值班`,
      `${name}还没有和我开通私聊（或已把我屏蔽），到时签到和突发情况都叫不到。请让本人打开与我的私聊、点“开始”，或用 /shift 换人。`,
    ].join("\n"),
  unanswered: (unit: string, name: string, from: number) =>
    [
      `【值班确认】${unit}：${name}一直没有点“收到”`,
      `${name}从 ${when.instant(from)} 起第一次值班。请打电话提醒一下；此事只通知您一次。`,
    ].join("\n"),
  unansweredTest: (unit: string, name: string, at: number) =>
    `【联系测试】${unit}：${name}没有回应 ${when.instant(at)} 的测试。请了解原因，留意有事时能否找到人；此事只通知您一次。`,
  held: (count: number) => `已向 ${count} 人发出联系测试`,
}
