import type { Obligation } from "../../rules/obligation.ts"
import type { Act } from "../app.ts"
import * as windows from "./windows.ts"

/** A written report turns out to have been made in time: the time offline that had counted for want of it is looked at again. */
export const lookAgain = async (act: Act, row: Obligation): Promise<void> => {
  if (row.act !== "filing.shutdown" || row.phase !== "done" || row.accountId === null) return
  for (const window of await windows.of(act, row.accountId))
    if (window.unreported && row.occasionId?.endsWith(`/${window.id}`) === true)
      await act.tables.offlineWindows.put({ ...window, dueAt: act.now })
}
