import type { ShownHours, ShownSwap } from "../../rules/shownroster.ts"
import type { Swap } from "../../rules/swap.ts"
import { span } from "./span.ts"

const layers = { duty: "值班", deputy: "副班", leader: "带班" } as const
const of = (it: ShownHours): string => `${span(it)}${layers[it.layer]}`

const says = ({ giver, taker, give, take }: ShownSwap): string =>
  take === null
    ? `${giver}的 ${of(give)}，由${taker}来值`
    : `${giver}的 ${of(give)}，和${taker}的 ${of(take)}对换`

/** Two people change shifts. */
export const swap = {
  commands: {
    swap: {
      title: "换班、替班",
      aliases: ["换班", "替班"],
      fields: {
        shift: { label: "班次", ask: "哪个班要换出去？", example: "3月5日" },
        person: { label: "对方", ask: "换给谁？", example: "李国强" },
        take: { label: "换回", ask: "换对方的哪个班？", example: "3月6日" },
      },
    },
    swapped: {
      title: "答复换班",
      aliases: [],
      fields: {
        swap: { label: "换班", ask: "哪一次换班？", example: "" },
        step: { label: "答复", ask: "同意吗？", example: "" },
      },
    },
  },
  steps: { yes: "同意", no: "不同意", undo: "撤销换班", withdraw: "不换了" },
  buttons: { yes: "同意", no: "不同意", undo: "撤销换班", withdraw: "不换了" },
  noShifts: "您最近没有排班，不用换。",
  asks: (it: ShownSwap) => `【换班】${it.by}想换班：\n${says(it)}。\n您同意吗？`,
  asked: (it: ShownSwap, name: string, isReachable: boolean) =>
    `已请${name}确认：\n${says(it)}。\n对方同意后生效，开班前都可以撤销。${isReachable ? "" : `\n⚠️ ${name}没有和我开通私聊，请当面告诉对方。`}`,
  settledAs: {
    asked: (it) => `【换班】等待确认：${says(it)}。`,
    done: (it) => `✅ 换班已生效：${says(it)}。\n开班前可以撤销。`,
    refused: (it) => `❎ 对方不同意换班：${says(it)}。值班表没有变化。`,
    withdrawn: (it) => `换班已取消：${says(it)}。值班表没有变化。`,
    lapsed: (it) => `换班没有在开班前确认，已作废：${says(it)}。值班表没有变化。`,
    undone: (it) => `↩️ ${it.by}撤销了换班，恢复原来的安排：${says(it)}。`,
  } satisfies Record<Swap["state"], (it: ShownSwap) => string>,
  otherKind: "两个班不是同一单位、同一类的班，不能对换。没有改动。",
  himself: "不能和自己换班，请另选一位。",
  settled: "这次换班已经有结果了，不用再按。",
  notAsked: "这次换班不是请您确认的。",
  notYours: "只有换班的双方和排班的人可以撤销。",
  changedSince: "这个班后来又有调整，换不了了。请看最新的值班表再换。",
}
