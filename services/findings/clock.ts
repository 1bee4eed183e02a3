import type { Finding } from "../../rules/finding.ts"
import type { Act } from "../app.ts"
import { shown } from "./showing.ts"
import * as telling from "./telling.ts"

/** What was put right waits for somebody to close it: they are reminded, once. */
export const run = async (act: Act, finding: Finding): Promise<void> => {
  await act.tables.findings.put({ ...finding, dueAt: null })
  if (finding.state !== "rectified") return
  await telling.tell(
    act,
    finding.officeId,
    await telling.closers(act, finding),
    `waiting:${finding.id}:${finding.round}`,
    {
      text: act.text.finding.stillWaiting(await shown(act, finding)),
      buttons: telling.closeButtons(act, finding),
    },
  )
}
