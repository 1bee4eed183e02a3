import type { Platform } from "../../rules/account.ts"
import type { Layer } from "../../rules/roster.ts"
import type { Day } from "../../rules/time.ts"
import * as when from "./when.ts"

/** The words that stand in pictures: short, for a phone's width. */
export const picture = {
  rosterTitle: (unit: string) => `${unit} 值班表`,
  /** `2026年11月23日—11月29日` */
  span: (from: Day, until: Day) =>
    `${when.fullDay(from)}—${from.slice(0, 4) === until.slice(0, 4) ? when.short(until) : when.fullDay(until)}`,
  month: (year: number, month: number) => `${year}年${month}月`,
  shortLayers: { duty: "值", deputy: "副", leader: "带" } satisfies Record<Layer, string>,
  weekdays: ["周一", "周二", "周三", "周四", "周五", "周六", "周日"],
  today: "今天",
  rest: "休",
  makeUp: "班",
  nobody: "无人",
  none: "不排",
  more: (count: number) => `另${count}人`,
  nextDay: (time: string) => `次日${time}`,
  legendGap: "斜线加“无人”：此时段无人值班",
  legendRest: "休：休息日；班：调休上班",
  legendLayers: (marks: readonly (readonly [mark: string, layer: string])[]) =>
    marks.map(([mark, layer]) => `${mark}：${layer}`).join("；"),
  provisional: "节假日安排未公布，休息日为暂定",
  wholeNames: (names: readonly string[]) => `写不下的全名：${names.join("、")}`,
  missingNames: (names: readonly string[]) => `图中的〓：${names.join("、")}`,
  week: "图片",
  monthly: "月历",
  missing: "〓：本机无此字的字形，请看文字消息",
  rosterAlt: (unit: string, span: string) => `${unit}值班表（${span}）`,
  matrixTitle: (unit: string) => `${unit} 账号检查情况`,
  states: {
    good: "合格",
    near: "将不合格",
    bad: "不合格",
    none: "不检查",
  },
  /** As short as a line of a picture needs them. */
  platforms: {
    weibo: "微博",
    "wechat-subscription": "公众号",
    "wechat-service": "服务号",
    "wechat-video": "视频号",
    douyin: "抖音",
    kuaishou: "快手",
    toutiao: "头条",
    xiaohongshu: "小红书",
    bilibili: "B站",
    app: "APP",
    other: "其他",
  } satisfies Record<Platform, string>,
}
