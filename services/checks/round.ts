import { isSigned } from "../../rules/check.ts"
import { isWatched } from "../../rules/life.ts"
import { advanced } from "../../rules/lifecycle.ts"
import { isOpen, type Obligation } from "../../rules/obligation.ts"
import { dayOf, type Month } from "../../rules/time.ts"
import type { Act } from "../app.ts"
import { keep } from "../obligations.ts"
import * as settling from "../settling.ts"
import { monthOfCheck, owedBy } from "./opening.ts"
import { sheetsIn } from "./reading.ts"

/** The accounts of an office's check that nobody has signed yet. */
const leftOf = async (act: Act, officeId: string, month: Month): Promise<number> => {
  let left = 0
  for (const sheet of await act.tables.checks.where("unsigned", officeId)) {
    const account = sheet.month === month && sheet.kind === "check" ? sheet.accountId : null
    const found = account === null ? null : await act.tables.accounts.get(account)
    if (found !== null && isWatched(found)) left += 1
  }
  return left
}

/** With the last sheet an office's check of that month was held; posts that were looked up are its sample too. */
export const finish = async (act: Act, officeId: string, month: Month): Promise<void> => {
  if ((await leftOf(act, officeId, month)) > 0) return
  const sheets = (await sheetsIn(act, month)).filter(
    (sheet) => sheet.officeId === officeId && sheet.kind === "check" && isSigned(sheet),
  )
  const looked = sheets.flatMap(({ sample }) => sample).filter(({ found }) => found !== null).length
  const note = act.text.check.held(sheets.length, looked)
  for (const row of await owedBy(act, officeId)) if (monthOfCheck(row) === month) await settle(act, row, note)
  if (looked === 0) return
  for (const row of await act.tables.obligations.where("unitItself", officeId))
    if (row.act === "sample.take" && isOpen(row) && row.phase !== "scheduled") await settle(act, row, note)
}

/** A unit has looked at itself. */
export const finishSelf = async (act: Act, unitId: string): Promise<void> => {
  for (const row of await act.tables.obligations.where("unitItself", unitId))
    if (row.act === "check.self" && isOpen(row)) await settle(act, row, null)
}

const settle = (act: Act, row: Obligation, note: string | null) =>
  settling.settle(act, row, { on: dayOf(act.now), proof: null, note })

/** What was signed is not any longer: the check is still to be held. */
export const reopen = async (act: Act, officeId: string, month: Month): Promise<void> => {
  for (const row of await act.tables.obligations.where("unitItself", officeId))
    if (row.act === "check.hold" && row.settled?.by === act.by && monthOfCheck(row) === month)
      await keep(act, advanced({ ...row, settled: null, phase: "open" }, act.now))
}
