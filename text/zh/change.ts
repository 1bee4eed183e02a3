import type { Changed, Part } from "../../rules/change.ts"
import type { UnitKind } from "../../rules/unit.ts"
import { unit } from "./unit.ts"

const parts: Record<Part, string> = {
  name: "名称",
  sponsor: "主办单位",
  operator: "运营单位",
  custodian: "密码保管人",
  verification: "认证信息",
  "unit-name": "单位名称",
  "unit-kind": "单位类型",
}

/** What has changed and is to be reported. */
export const change = {
  line: ({ part, before, after }: Changed): string => {
    const shown = (value: string | null): string =>
      value === null ? "无" : part === "unit-kind" ? unit.kinds[value as UnitKind] : value
    return `${parts[part]}：${shown(before)} → ${shown(after)}`
  },
  happened: (note: string) => `事由：${note}`,
}
