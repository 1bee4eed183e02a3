import type { Draft, Platform } from "../../rules/account.ts"
import type { Objection } from "../../rules/registration/objections.ts"
import { platform } from "./platform.ts"
import { registration } from "./registration.ts"
import * as when from "./when.ts"

export interface Named {
  readonly platform: Platform
  readonly name: string
}
export type Raised = readonly Objection[]

/** What is said of an account, in the order in which it is asked. */
export const fields = {
  unit: { label: "主办单位", ask: "这个账号由哪个单位主办？", example: "示例县人民政府办公室" },
  platform: { label: "平台", ask: "在哪个平台？", example: "微博" },
  name: { label: "名称", ask: "账号叫什么名称？请与平台上显示的一致。", example: "示例县发布" },
  link: {
    label: "链接",
    ask: "账号主页的链接是什么？没有就跳过。",
    example: "https://weibo.com/u/1234567890",
  },
  verification: {
    label: "认证信息",
    ask: "平台上公开的认证信息怎么写？应写明主办单位全称；还没有认证就跳过。",
    example: "示例县人民政府办公室官方微博",
  },
  openedOn: { label: "开通日期", ask: "哪天开通的？记不清就跳过。", example: "2020-05-18" },
  main: { label: "主账号", ask: "是不是本单位的主账号？", example: "否" },
  running: { label: "运营方式", ask: "由谁运营？", example: "本单位人员" },
  operator: {
    label: "运营单位",
    ask: "委托哪家单位运营？请写全称。",
    example: "示例文化传媒有限公司",
  },
  custodian: {
    label: "密码保管人",
    ask: "密码由谁保管？可以点选，也可以直接写姓名；还没定就跳过。（只要姓名，请不要发送密码）",
    example: "张三",
  },
  editors: {
    label: "编辑人员",
    ask: "由谁编辑发布？一般 1 至 2 人，可以点选，也可以直接写姓名。",
    example: "张三、李四",
  },
  lastPost: {
    label: "最近更新",
    ask: "最近一次更新是哪天？更新期限从那天算起；不清楚就跳过，从今天算起。",
    example: "昨天、2026-02-12",
  },
}
export type FieldName = keyof typeof fields

export const yesOrNo = { yes: "是", no: "否" }
export const runnings = { own: "本单位人员", outsourced: "委托其他单位" }

export const value = (it: Draft & { readonly unit: string }, field: FieldName): string => {
  switch (field) {
    case "unit":
      return it.unit
    case "platform":
      return platform[it.platform]
    case "main":
      return it.main ? yesOrNo.yes : yesOrNo.no
    case "running":
    case "operator":
      return it.operator === null ? runnings.own : `委托${it.operator}`
    case "custodian":
      return it.custodian?.name ?? "（未填）"
    case "editors":
      return it.editors.join("、") || "（未填）"
    case "openedOn":
      return it.openedOn === null ? "（未填）" : when.fullDay(it.openedOn)
    case "name":
      return it.name
    case "link":
    case "verification":
      return it[field] ?? "（未填）"
    case "lastPost":
      return ""
  }
}

/** An objection as a plain statement: what it takes to pass it is said elsewhere. */
export const plain = (objection: Objection): string =>
  `· ${registration.objection({ ...objection, strength: "hard" })}`
export const listed = (raised: Raised): readonly string[] =>
  raised.map((objection) => `· ${registration.objection(objection)}`)
