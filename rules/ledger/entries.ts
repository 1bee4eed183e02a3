import type { Account, Platform } from "../account.ts"
import { isComing } from "../life.ts"
import type { Unit } from "../unit.ts"
import { platforms } from "../account.ts"
import { inOrder } from "../words.ts"
import { described, type LedgerAccount } from "./fields.ts"
import { unitLabels } from "./units.ts"

/** What the ledger's columns say of one account, before it is put into words. */
export interface LedgerEntry {
  readonly name: string
  readonly platform: Platform
  readonly unit: string
  readonly link: string | null
  readonly verification: string | null
  readonly outsourced: boolean
  readonly operator: string | null
  readonly custodian: string | null
  readonly editors: readonly string[]
  readonly openedOn: string | null
  readonly main: boolean
  readonly state: "live" | "retired"
  readonly retiredOn: string | null
  readonly reason: string | null
}

export const entryOf = (account: LedgerAccount, unit: string): LedgerEntry => ({
  name: account.name,
  platform: account.platform,
  unit,
  link: account.link,
  verification: account.verification,
  outsourced: account.operator !== null,
  operator: account.operator,
  custodian: account.custodian?.name ?? null,
  editors: account.editors,
  openedOn: account.openedOn,
  main: account.main,
  state: account.state,
  retiredOn: account.retired?.on ?? null,
  reason: account.retired?.reason ?? null,
})

/** By pinyin, and by the letters themselves where pinyin leaves it open: the same accounts always give the same order. */
const byText = (a: string, b: string): number => inOrder(a, b) || (a < b ? -1 : a > b ? 1 : 0)

/** The accounts as lines of a ledger, but for those that have not opened yet, by unit, platform and name. */
export const ledgerEntries = (
  accounts: readonly Account[],
  units: readonly Unit[],
): readonly LedgerEntry[] => {
  const labels = unitLabels(units)
  return accounts
    .filter((account) => !isComing(account))
    .map((account) => entryOf(described(account), labels.get(account.unitId) ?? account.unitId))
    .sort(
      (a, b) =>
        byText(a.unit, b.unit) ||
        platforms.indexOf(a.platform) - platforms.indexOf(b.platform) ||
        byText(a.name, b.name) ||
        byText(a.retiredOn ?? "", b.retiredOn ?? ""),
    )
}
