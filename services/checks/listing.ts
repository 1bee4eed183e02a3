import { type CheckSheet, isSigned } from "../../rules/check.ts"
import type { Month } from "../../rules/time.ts"
import type { Act } from "../app.ts"
import * as offices from "../offices.ts"
import { monthOfCheck, open, owedBy } from "./opening.ts"
import { shown, type ShownCheck, wrongOn } from "./showing.ts"

/** How many units a list fills and shows at once: the others wait behind their names. */
const SHOWN = 30

/** An office's check of a month, unit by unit. */
export interface Overview {
  readonly month: Month
  readonly checks: readonly ShownCheck[]
  /** Units that are not shown. */
  readonly more: number
}

/**
 * Opens what the offices over these units owe and was not opened yet, accounts that came later among them. Gives back the
 * months that are still owed, the earliest first.
 */
export const openAll = async (act: Act, unitIds: readonly string[]): Promise<readonly Month[]> => {
  const known = new Set<string>()
  for (const id of unitIds) known.add((await offices.officeOf(act, id)).id)
  const months = new Set<Month>()
  for (const id of known)
    for (const row of await owedBy(act, id)) {
      await open(act, row)
      months.add(monthOfCheck(row))
    }
  return [...months].sort()
}

/** The checks of these units in a month, those first that nobody has signed. */
export const overview = async (
  act: Act,
  unitIds: readonly string[],
  month: Month,
  kind: CheckSheet["kind"],
): Promise<Overview> => {
  const unsigned: string[] = []
  const signed: string[] = []
  for (const id of unitIds) {
    const sheets = (await act.tables.checks.where("unit", id)).filter(
      (sheet) => sheet.month === month && sheet.kind === kind,
    )
    if (sheets.length > 0) (sheets.every(isSigned) ? signed : unsigned).push(id)
  }
  const all = [...unsigned, ...signed]
  const checks: ShownCheck[] = []
  for (const id of all.slice(0, SHOWN)) {
    const check = await shown(act, id, month, kind)
    if (check.sheets.length > 0) checks.push(check)
  }
  return { month, checks, more: Math.max(0, all.length - SHOWN) }
}

/** Whether nothing is wrong in a unit, so that it can be signed with others in one press. */
export const isClean = ({ signed, sheets }: ShownCheck): boolean =>
  signed === null && sheets.every(({ sheet }) => wrongOn(sheet) === 0)
