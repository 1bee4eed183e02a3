import type { Account } from "../rules/account.ts"
import { inForce } from "../rules/force.ts"
import { isWatched } from "../rules/life.ts"
import type { Act } from "./app.ts"
import { stackOf } from "./rulebooks.ts"
import * as units from "./units.ts"

/**
 * Whether a rulebook asks for the account's place in the matrix and it has none: it hangs under the main account of its
 * unit or of one above, and the main account of a government is the core itself.
 */
export const isOutside = async (act: Act, account: Account): Promise<boolean> => {
  const path = await units.above(act, account.unitId)
  const [own] = path
  if (own === undefined || !isWatched(account)) return false
  const asked = inForce(await stackOf(act, own), "require", {
    unitKind: own.kind,
    platform: account.platform,
  }).some(({ rule }) => rule.require === "account.matrix-parent")
  if (!asked || (account.main && own.kind.endsWith("-government"))) return false
  for (const { id } of path)
    for (const each of await act.tables.accounts.where("unit", id))
      if (each.id !== account.id && each.main && isWatched(each)) return false
  return true
}
