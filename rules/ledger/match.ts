import type { Account, Platform } from "../account.ts"
import { isEnded } from "../life.ts"
import type { Unit } from "../unit.ts"
import { nameKey } from "../words.ts"
import { type LedgerRow, stateOf } from "./ledger.ts"

/** A row whose unit is known. */
export interface Settled {
  readonly line: LedgerRow
  readonly unit: Unit
}

/** The account a row speaks of, none, or several that it may mean. */
export type Match =
  | { readonly kind: "account"; readonly account: Account }
  | { readonly kind: "new" }
  | { readonly kind: "ambiguous"; readonly accounts: readonly Account[] }

const sameUnit = ({ unit }: Settled, account: Account): boolean => account.unitId === unit.id
const sameState = ({ line }: Settled, account: Account): boolean =>
  isEnded(account) === (stateOf(line.values) === "retired")
const sameDay = ({ line }: Settled, account: Account): boolean =>
  !account.retired || !line.values.retiredOn || account.retired.on === line.values.retiredOn

/** From the closest likeness to the loosest: an account changes its unit only when nothing fits better. */
const likenesses: readonly ((row: Settled, account: Account) => boolean)[] = [
  (row, account) => sameUnit(row, account) && sameState(row, account) && sameDay(row, account),
  (row, account) => sameUnit(row, account) && !isEnded(account),
  (row, account) => sameUnit(row, account),
  (row, account) => sameState(row, account) && sameDay(row, account),
]

/** Which platforms a row may mean, the likelier first. */
const platformsOf = ({ values, vague }: LedgerRow): readonly Platform[] =>
  vague ? ["wechat-subscription", "wechat-service"] : [values.platform]

/** Finds for every row the account it speaks of, by platform, name and unit. No account is given to two rows. */
export const matcher = (
  rows: readonly Settled[],
  accounts: readonly Account[],
): ((row: Settled) => Match) => {
  const key = (platform: Platform, name: string) => `${platform} ${nameKey(name)}`
  const index = new Map<string, Account[]>()
  for (const account of accounts) {
    const at = key(account.platform, account.name)
    const found = index.get(at)
    if (found) found.push(account)
    else index.set(at, [account])
  }
  const matches = new Map<Settled, Match>()
  const taken = new Set<Account>()
  for (const alike of likenesses)
    for (const row of rows) {
      if (matches.has(row)) continue
      const free = platformsOf(row.line)
        .map((platform) => index.get(key(platform, row.line.values.name)) ?? [])
        .map((found) => found.filter((account) => !taken.has(account) && alike(row, account)))
        .find((found) => found.length > 0)
      const [account, ...others] = free ?? []
      if (!account) continue
      if (others.length > 0) matches.set(row, { kind: "ambiguous", accounts: [account, ...others] })
      else {
        taken.add(account)
        matches.set(row, { kind: "account", account })
      }
    }
  return (row) => matches.get(row) ?? { kind: "new" }
}
