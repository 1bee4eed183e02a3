import type { Finding } from "../../rules/finding.ts"
import type { Act } from "../app.ts"

/** A sheet is closed with the last of what it led to; the sheets of later months that met the same problem, too. */
export const closeSheets = async (act: Act, { id, accountId }: Finding): Promise<void> => {
  if (accountId === null) return
  for (const sheet of await act.tables.checks.where("account", accountId)) {
    if (sheet.state !== "findings" || !sheet.findingIds.includes(id)) continue
    const states = []
    for (const each of sheet.findingIds) states.push((await act.tables.findings.get(each))?.state)
    if (states.some((state) => state === "open" || state === "rectified")) continue
    await act.tables.checks.put({ ...sheet, state: "closed" })
  }
}
