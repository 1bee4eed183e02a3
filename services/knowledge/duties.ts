import * as shownDuties from "../duties.ts"
import { fine, type Source, wrong } from "./knowing.ts"

/** What has a line of its own, or is asked because of a check. */
const ELSEWHERE: readonly string[] = [
  "password.change",
  "rectification.finish",
  "request.first-reply",
  "request.finish",
]

/** Whether anything with a date is overdue for the account. */
export const duties: Source = async (act, account) => {
  const rows = (await act.tables.obligations.where("account", account.id)).filter(
    (row) => (row.phase === "overdue" || row.phase === "escalated") && !ELSEWHERE.includes(row.act),
  )
  const names = []
  for (const row of rows) names.push(act.text.obligation.named(await shownDuties.shown(act, row)))
  return names.length === 0 ? fine() : wrong(act.text.check.knows.overdue(names))
}
