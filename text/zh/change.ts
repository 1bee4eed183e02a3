import type { Changed, Part } from "../../rules/change.ts"
import type { UnitKind } from "../../rules/unit.ts"
import { unit } from "./unit.ts"

const parts: Record<Part, string> = {
  name: "名称",
  sponsor: "主办单位",
  operator: "运营单位",
  custodian: "密码保管人",
  editors: "编辑人员",
  verification: "认证信息",
  link: "链接",
  main: "主账号",
  "unit-name": "单位名称",
  "unit-kind": "单位类型",
  "unit-office": "账号负责部门",
  "unit-chief": "主要负责人",
  "unit-leader": "分管领导",
}

const shown = (part: Part, value: string | null): string => {
  if (value === null) return "无"
  if (part === "main") return value === "yes" ? "是" : "否"
  return part === "unit-kind" ? unit.kinds[value as UnitKind] : value
}

/** What has changed and is to be reported. */
export const change = {
  /** Several parts of which a change counts. */
  counted: (of: readonly (Part | "others")[]): string =>
    `${of.map((part) => (part === "others" ? "其他信息" : parts[part])).join("、")}有变`,
  line: ({ part, before, after }: Changed, byHouse: boolean): string =>
    `${parts[part]}：${shown(part, before)} → ${shown(part, after)}${byHouse ? "（按本单位约定计入）" : ""}`,
  happened: (note: string) => `事由：${note}`,
}
