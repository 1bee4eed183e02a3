import { type Account, platforms } from "../../rules/account.ts"
import { instantOf } from "../../rules/time.ts"
import type { Level } from "../../rules/verdict/index.ts"
import { levelIn, type Week } from "../../rules/verdict/week.ts"
import { inOrder } from "../../rules/words.ts"
import type { Act } from "../app.ts"
import * as facts from "./facts.ts"
import { asOf } from "./then.ts"

/** How one account stood, week by week. */
export interface MatrixRow {
  readonly account: Account
  readonly levels: readonly Level[]
}

/** In the order of their units, and there by platform and name: never by how they stand. */
export const inRows = (
  accounts: readonly Account[],
  units: readonly { readonly id: string }[],
): readonly Account[] => {
  const places = new Map(units.map(({ id }, place) => [id, place]))
  const placeOf = ({ unitId }: Account): number => places.get(unitId) ?? units.length
  return [...accounts].sort(
    (a, b) =>
      placeOf(a) - placeOf(b) ||
      platforms.indexOf(a.platform) - platforms.indexOf(b.platform) ||
      inOrder(a.name, b.name),
  )
}

/** How accounts stood in some weeks, each judged by the rules that held at its end. */
export const rowsOf = async (
  act: Act,
  accounts: readonly Account[],
  weeks: readonly Week[],
): Promise<readonly MatrixRow[]> => {
  const rows = accounts.map((account) => ({ account, levels: [] as Level[] }))
  for (const week of weeks) {
    const rules = facts.rulesOf(await asOf(act, week.at))
    for (const row of rows) {
      const known = await facts.of(act, rules, row.account, instantOf(week.from), week.at)
      row.levels.push(levelIn(known, week))
    }
  }
  return rows
}
