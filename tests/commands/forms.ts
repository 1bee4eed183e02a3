import type { Draft } from "../../rules/account.ts"

const SAID = [
  "/register",
  "平台：微博",
  "名称：示例交通",
  "链接：https://weibo.com/u/1",
  "认证信息：示例县交通运输局官方微博",
  "开通日期：2020-05-18",
  "主账号：是",
  "运营方式：本单位人员",
  "密码保管人：张敏",
  "编辑人员：张敏、李四",
  "最近更新：2026-02-25",
]
/** The whole form of a registration in one message, with some lines written differently. */
export const form = (changes: Readonly<Record<string, string>> = {}): string =>
  [
    ...SAID.map((line) => {
      const [label = ""] = line.split("：")
      return label in changes ? `${label}：${changes[label] ?? ""}` : line
    }),
    ...Object.entries(changes)
      .filter(([label]) => !SAID.some((line) => line.startsWith(`${label}：`)))
      .map(([label, value]) => `${label}：${value}`),
  ].join("\n")

/** An account as it might be registered. */
export const draft = (unitId: string, changes: Partial<Draft> = {}): Draft => ({
  unitId,
  platform: "weibo",
  name: "示例交通",
  link: "https://weibo.com/u/1",
  verification: "示例县交通运输局官方微博",
  operator: null,
  custodian: { name: "张敏", personId: null },
  editors: ["张敏"],
  openedOn: "2020-05-18",
  main: true,
  ...changes,
})

export const HEADING = "账号名称,平台,主办单位,密码保管人,编辑人员"

/** A small ledger of two units. */
export const LEDGER = [
  HEADING,
  "示例交通,微博,示例县交通运输局,张敏,张敏、李四",
  "示例交通,抖音,示例县交通运输局,赵六,张敏",
  "示例镇,微信订阅号,示例镇,,王五",
]

export const csv = (lines: readonly string[]) => ({
  name: "台账.csv",
  bytes: Buffer.from(lines.join("\n")),
})
