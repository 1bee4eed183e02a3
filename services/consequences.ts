import { type Doing, doingOf } from "../rules/acts.ts"
import { isOpen, type Obligation } from "../rules/obligation.ts"
import { addDays } from "../rules/time.ts"
import type { Act } from "./app.ts"
import * as checks from "./checks/opening.ts"
import * as reachtests from "./checkins/reachtests.ts"
import * as occasions from "./occasions.ts"
import * as overdue from "./overdue.ts"
import * as reposts from "./reposts/cards.ts"

/** The clock has come to an obligation: it moves on, and what was not done in time may start something of its own. */
export const run = async (act: Act, before: Obligation): Promise<void> => {
  await overdue.run(act, before)
  const row = await act.tables.obligations.get(before.id)
  if (row === null) return
  if (row.phase !== before.phase) await reposts.refresh(act, row)
  await reachtests.begin(act, row)
  if (row.act === "check.hold" && before.phase === "scheduled" && isOpen(row)) await checks.open(act, row)
  await start(act, row)
}

/** Counted from the day after its last one. */
const start = async (act: Act, { act: of, due, phase, unitId, accountId }: Obligation): Promise<void> => {
  const { missed }: Doing = doingOf(of)
  if (missed === undefined || due === null || !["overdue", "escalated"].includes(phase)) return
  const happened = { kind: missed, on: addDays(due.day, 1), unitId, accountId }
  if ((await act.tables.occasions.get(occasions.idOf(happened))) === null)
    await occasions.happen(act, happened)
}
