import type { ShownHours } from "../../rules/shownroster.ts"
import type { Day, Instant } from "../../rules/time.ts"
import { firstLines } from "../list.ts"
import { span } from "./span.ts"
import * as when from "./when.ts"

const SHOWN = 8
const days = (from: Day, to: Day): string =>
  from === to ? when.day(from) : `${when.day(from)}至${when.day(to)}`

/** Leave, and who stands in for the shifts it takes away. */
export const leave = {
  commands: {
    leave: {
      title: "请假（不排班）",
      aliases: ["请假", "休假"],
      fields: {
        who: { label: "人员", ask: "谁请假？", example: "张敏" },
        from: { label: "第一天", ask: "从哪天开始请假？", example: "2026-03-05" },
        to: { label: "最后一天", ask: "到哪天为止？", example: "2026-03-06" },
        end: { label: "销假", ask: "销哪一次假？", example: "" },
      },
    },
    leaves: {
      title: "请假一览（可销假）",
      aliases: ["请假一览", "销假"],
      fields: {
        leave: { label: "请假", ask: "哪一次请假？", example: "" },
        step: { label: "操作", ask: "要做什么？", example: "" },
      },
    },
    fill: {
      title: "安排顶班",
      aliases: [],
      fields: {
        leave: { label: "请假", ask: "哪一次请假？", example: "" },
        at: { label: "班次", ask: "哪个班？", example: "" },
        by: { label: "顶班人", ask: "由谁顶班？", example: "" },
      },
    },
  },
  buttons: { end: "销假", fill: "找人顶班", all: "请假一览" },
  steps: { end: "销假", fill: "找人顶班" },
  endOf: (it: { who: string; from: Day; to: Day }) => `销假：${it.who} ${days(it.from, it.to)}`,
  listed: (all: readonly { who: string; from: Day; to: Day; lost: number }[]) =>
    all.length === 0
      ? "现在没有登记的请假。请假用 /leave。"
      : [
          "登记的请假：",
          ...firstLines(
            all.map(
              (it) =>
                `· ${it.who} ${days(it.from, it.to)}${it.lost === 0 ? "" : `，⚠️ ${it.lost} 个班还没有人`}`,
            ),
            SHOWN,
            (count) => `另有 ${count} 次`,
          ),
        ].join("\n"),
  enteredFor: (by: string, from: Day, to: Day) =>
    `${by}给您登记了请假：${days(from, to)}，这几天开始的班不再由您负责。如有出入，用 /leaves 可以销假。`,
  endedFor: (by: string, from: Day, to: Day) =>
    `${by}把您${days(from, to)}的请假销了，之后的班照旧由您负责（已经由别人顶的除外）。`,
  taken: (it: { who: string; from: Day; to: Day; warnings: readonly string[] }) =>
    [`✅ 已登记：${it.who}${days(it.from, it.to)}请假，这几天开始的班不再由其负责。`, ...it.warnings].join(
      "\n",
    ),
  noShifts: "这几天没有排班，不用安排顶班。",
  asked: (count: number) => `有 ${count} 个班要找人顶班，已告诉排班的人。`,
  holes: (it: { unit: string; who: string; lost: readonly ShownHours[]; offered: number }) =>
    [
      `【顶班】${it.unit}：${it.who}请假，这些班还没有人：`,
      ...firstLines(
        it.lost.map((each) => `· ${span(each)}`),
        SHOWN,
        (count) => `另有 ${count} 个班`,
      ),
      it.offered > 0
        ? "先看第一个班，按一下由谁来顶："
        : "第一个班找不到合适的人（同单位、同类职责、那时有空、叫得到）。请用 /shift 安排，或先邀请一位同事。",
    ].join("\n"),
  fill: (name: string, it: { from: Instant; to: Instant }) => `${name}顶 ${span(it)}`,
  filled: (name: string, it: { from: Instant; to: Instant }) => `✅ ${span(it)}由${name}顶班，已告诉本人。`,
  allFilled: "请假空出的班都有人了。",
  standsIn: (who: string, it: { from: Instant; to: Instant }) =>
    `【顶班】${who}请假，${span(it)}由您顶班。如有不便，请尽快告诉排班的人，或用 /swap 换班。`,
  ended: (who: string) => `✅ ${who}已销假。之后的班照旧；已经由别人顶的班不变。`,
  backwards: "最后一天早于第一天，请核对。",
  past: "请假的日子已经过去，请填今天或以后的日子。",
  tooLong: "请假最长登记一年。时间更长请用 /leaving 办理离岗。",
  away: (who: string, from: Day, to: Day) => `${who}${days(from, to)}请假，请另作安排。`,
  overAlready: "这次请假已经结束。",
  filledAlready: "这个班已经有人了，或者请假已经结束。",
  cannot: (name: string) => `${name}现在顶不了这个班，请另选一位。`,
}
