import type { Account } from "../../rules/account.ts"
import { type CheckSheet, isSigned } from "../../rules/check.ts"
import { isWatched } from "../../rules/life.ts"
import type { Source } from "../../rules/owed.ts"
import type { Day, Month } from "../../rules/time.ts"
import type { Act } from "../app.ts"
import { proposedDay } from "../findings/opening.ts"
import { cited } from "../reviews/showing.ts"
import * as units from "../units.ts"
import { filled } from "./filling.ts"

export interface ShownSheet {
  readonly sheet: CheckSheet
  readonly account: Account
}

/** One unit's check of a month. */
export interface ShownCheck {
  readonly unitId: string
  readonly unit: string
  readonly month: Month
  readonly kind: CheckSheet["kind"]
  readonly sheets: readonly ShownSheet[]
  readonly sources: readonly Source[]
  /** By when problems have to be put right, unless another day is set. */
  readonly proposed: Day
  /** Who signed it, and when; null while something is unsigned. */
  readonly signed: { readonly by: string; readonly at: number } | null
}

/** What is wrong on a sheet: its lines, and posts that were not to be found. */
export const wrongOn = ({ lines, sample }: CheckSheet): number =>
  lines.filter(({ answer }) => answer === "wrong").length +
  sample.filter(({ found }) => found === false).length

/** The sheets of a unit in a month, filled as far as the bot knows; outsourced accounts first. */
export const sheetsOf = async (
  act: Act,
  unitId: string,
  month: Month,
  kind: CheckSheet["kind"],
): Promise<readonly ShownSheet[]> => {
  const found: ShownSheet[] = []
  for (const sheet of await act.tables.checks.where("unit", unitId)) {
    if (sheet.month !== month || sheet.kind !== kind) continue
    const account = await act.tables.accounts.get(sheet.accountId)
    // Nobody looks at an account any longer that is over.
    if (account === null || (!isSigned(sheet) && !isWatched(account))) continue
    found.push({ account, sheet: await filled(act, account, sheet) })
  }
  const first = ({ account: { operator } }: ShownSheet): number => (operator === null ? 1 : 0)
  return found.sort((a, b) => first(a) - first(b) || (a.sheet.id < b.sheet.id ? -1 : 1))
}

export const shown = async (
  act: Act,
  unitId: string,
  month: Month,
  kind: CheckSheet["kind"],
): Promise<ShownCheck> => {
  const sheets = await sheetsOf(act, unitId, month, kind)
  const last = sheets.every(({ sheet }) => isSigned(sheet)) ? (sheets.at(-1)?.sheet.signed ?? null) : null
  return {
    unitId,
    unit: (await units.unit(act, unitId)).name,
    month,
    kind,
    sheets,
    sources: await cited(
      act,
      sheets.flatMap(({ sheet: { rules } }) => rules),
    ),
    proposed: await proposedDay(act, unitId),
    signed: last === null ? null : { by: (await act.tables.persons.get(last.by))?.name ?? "—", at: last.at },
  }
}
