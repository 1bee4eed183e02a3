import { type CheckSheet, isSigned } from "../../rules/check.ts"
import type { Month } from "../../rules/time.ts"
import type { Act } from "../app.ts"

/** The sheets of one month, those of all units or of one. */
export const sheetsIn = async (
  act: Act,
  month: Month,
  unitId: string | null = null,
): Promise<readonly CheckSheet[]> =>
  (await act.tables.checks.where("month", month)).filter(
    (sheet) => unitId === null || sheet.unitId === unitId,
  )

/** Under which id the sheet of an account in a month is kept. */
export const idOf = (month: Month, accountId: string, kind: CheckSheet["kind"]): string =>
  `${month}/${accountId}${kind === "self" ? "/self" : ""}`

/** What was signed last for an account by the office that checks it; null before the first. */
export const lastSigned = async (act: Act, accountId: string): Promise<CheckSheet | null> =>
  (await act.tables.checks.where("account", accountId))
    .filter((sheet) => sheet.kind === "check" && isSigned(sheet))
    .reduce<CheckSheet | null>(
      (last, each) => (last === null || (each.signed?.at ?? 0) > (last.signed?.at ?? 0) ? each : last),
      null,
    )
