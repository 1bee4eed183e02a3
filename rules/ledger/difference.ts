import type { Account } from "../account.ts"
import { isEnded, isWatched } from "../life.ts"
import type { Unit } from "../unit.ts"
import { nameKey } from "../words.ts"
import { entryOf, type LedgerEntry } from "./entries.ts"
import { after, blank, described, type FieldFault, type LedgerAccount } from "./fields.ts"
import { type CellMistake, type Ledger, mistakeIn } from "./ledger.ts"
import { matcher, type Settled } from "./match.ts"
import { unitFinder, unitLabels } from "./units.ts"

/** An account that the ledger names for the first time. */
export interface Added {
  readonly row: number
  readonly account: LedgerAccount
  readonly entry: LedgerEntry
}

export interface Changed {
  readonly row: number
  readonly account: Account
  readonly from: LedgerEntry
  readonly to: LedgerEntry
  /** The columns in which `from` and `to` differ. */
  readonly keys: readonly (keyof LedgerEntry)[]
  /** The fields that change, each with its whole new value. */
  readonly patch: Partial<LedgerAccount>
}

export type DifferenceMistake = CellMistake<
  FieldFault | "unknown-unit" | "dissolved-unit" | "ambiguous-unit" | "ambiguous-account" | "twice"
>

/** What taking in a ledger would do. */
export interface Difference {
  readonly added: readonly Added[]
  readonly changed: readonly Changed[]
  readonly unchanged: readonly Account[]
  /** Live accounts of which the ledger does not speak: nothing happens to them. */
  readonly absent: readonly Account[]
  readonly mistakes: readonly DifferenceMistake[]
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

const patchBetween = (before: LedgerAccount, later: LedgerAccount): Partial<LedgerAccount> =>
  Object.fromEntries(
    Object.entries(later).filter(([field, value]) => !same(before[field as keyof LedgerAccount], value)),
  )

/** That an account is run by somebody else is said by naming the operator. */
const keysBetween = (from: LedgerEntry, to: LedgerEntry): (keyof LedgerEntry)[] =>
  (Object.keys(to) as (keyof LedgerEntry)[]).filter(
    (key) => key !== "outsourced" && !same(from[key], to[key]),
  )

const isThere = (account: Account, unit: Unit): boolean => account.unitId === unit.id && !isEnded(account)

/** What a ledger would change in the accounts: nothing that it does not say. */
export const difference = (
  ledger: Ledger,
  accounts: readonly Account[],
  units: readonly Unit[],
): Difference => {
  const find = unitFinder(units)
  const labels = unitLabels(units)
  const labelOf = (unitId: string): string => labels.get(unitId) ?? unitId
  const added: Added[] = []
  const changed: Changed[] = []
  const unchanged: Account[] = []
  const mistakes: DifferenceMistake[] = []
  const spoken = new Set<Account>()
  const firstRow = new Map<string, number>()

  const settled = ledger.rows.flatMap((line): Settled[] => {
    const [unit, ...others] = find(line.values.unit)
    const at = { row: line.row, key: "unit", found: line.values.unit } as const
    if (unit && others.length === 0) return [{ line, unit }]
    const also = unit ? [unit, ...others].map(({ id }) => labelOf(id)) : []
    mistakes.push(mistakeIn(ledger, unit ? "ambiguous-unit" : "unknown-unit", { ...at, also }))
    return []
  })

  const matchOf = matcher(settled, accounts)
  for (const row of settled) {
    const { line, unit } = row
    const match = matchOf(row)
    const at = { row: line.row, key: "name", found: line.values.name } as const
    if (match.kind === "ambiguous") {
      for (const account of match.accounts) spoken.add(account)
      const also = match.accounts.map(({ unitId }) => labelOf(unitId))
      mistakes.push(mistakeIn(ledger, "ambiguous-account", { ...at, also }))
      continue
    }
    const account = match.kind === "account" ? match.account : null
    if (account) spoken.add(account)
    const before = account ? described(account) : blank(line, unit.id)
    const later = after(ledger, line, before, unit)
    if ("fault" in later) {
      mistakes.push(later.fault)
      continue
    }
    // It gets no account and no account back; what is there already goes on, and what is over is history.
    if (unit.dissolved && later.state === "live" && !(account && isThere(account, unit))) {
      const into = labels.get(unit.dissolved.into ?? "")
      const also = into === undefined ? [] : [into]
      const place = { row: line.row, key: "unit", found: line.values.unit, also } as const
      mistakes.push(mistakeIn(ledger, "dissolved-unit", place))
      continue
    }
    const identity = JSON.stringify([later.platform, nameKey(later.name), later.unitId, later.retired?.on])
    const first = firstRow.get(identity)
    firstRow.set(identity, first ?? line.row)
    if (first !== undefined) {
      const also = [`${ledger.columns.name?.letters ?? ""}${first}`]
      mistakes.push(mistakeIn(ledger, "twice", { ...at, also }))
      continue
    }
    const to = entryOf(later, labelOf(later.unitId))
    if (!account) {
      added.push({ row: line.row, account: later, entry: to })
      continue
    }
    const from = entryOf(before, labelOf(before.unitId))
    const keys = keysBetween(from, to)
    if (keys.length === 0) unchanged.push(account)
    else changed.push({ row: line.row, account, from, to, keys, patch: patchBetween(before, later) })
  }
  return {
    added,
    changed,
    unchanged,
    absent: accounts.filter((account) => isWatched(account) && !spoken.has(account)),
    mistakes: mistakes.sort((a, b) => a.row - b.row),
  }
}
