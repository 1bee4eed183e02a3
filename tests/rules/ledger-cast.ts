import type { Account } from "../../rules/account.ts"
import { type Ledger, readLedger } from "../../rules/ledger.ts"
import type { Table } from "../../rules/table.ts"
import type { Unit } from "../../rules/unit.ts"

export const table = (rows: readonly (readonly string[])[], more: Partial<Table> = {}): Table => ({
  sheet: "台账",
  rows,
  unreadable: {},
  others: [],
  ...more,
})

const unit = (id: string, name: string, parentId: string | null, shortNames: string[] = []): Unit => ({
  id,
  name,
  shortNames,
  kind: "other",
  parentId,
  rulebooks: [],
  times: {},
})

export const units: readonly Unit[] = [
  unit("county", "示例县人民政府办公室", null, ["县府办"]),
  unit("police", "示例县公安局", "county", ["县公安局", "公安"]),
  unit("health", "示例县卫生健康局", "county", ["县卫健局"]),
  unit("police-office", "办公室", "police"),
  unit("health-office", "办公室", "health"),
]

export const account = (id: string, more: Partial<Account> = {}): Account => ({
  id,
  unitId: "county",
  platform: "weibo",
  name: "示例发布",
  link: null,
  verification: null,
  operator: null,
  custodian: null,
  editors: [],
  openedOn: null,
  main: false,
  state: "live",
  retired: null,
  exceptions: [],
  registeredAt: 0,
  lastPostAt: null,
  ...more,
})

export const retiredOn = (on: string, reason = "机构改革"): Pick<Account, "state" | "retired"> => ({
  state: "retired",
  retired: { on, reason, by: "zhao", at: 0 },
})

/** A ledger of these rows below the three required headings and the given ones. */
export const ledgerOf = (headings: readonly string[], ...rows: readonly (readonly string[])[]): Ledger => {
  const { ledger, mistakes } = readLedger(table([["账号名称", "平台", "主办单位", ...headings], ...rows]))
  if (mistakes.length > 0) throw new Error(JSON.stringify(mistakes))
  return ledger
}
