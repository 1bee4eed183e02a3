import { waiting } from "../rules/incident.ts"
import { inStep, putForward } from "../rules/setback.ts"
import type { Act } from "./app.ts"

const FOREVER = Number.MAX_SAFE_INTEGER
const MANY = 10_000

/** The clock may have been put back: what is urgent does not wait until it has caught up. Doing it twice is harmless. */
export const putRight = async (act: Act): Promise<void> => {
  const { incidents, outbox } = act.tables
  for (const it of await incidents.due(FOREVER, MANY)) {
    const next = waiting(inStep(it, act.now))
    if (next.dueAt !== it.dueAt || next.holder?.heardAt !== it.holder?.heardAt) await incidents.put(next)
  }
  const rows = await outbox.where("state", "waiting")
  const ahead = Math.max(0, ...rows.map(({ createdAt }) => createdAt - act.now))
  for (const row of rows) {
    const next = putForward(row, ahead, act.now)
    if (next.leaveAt !== row.leaveAt || next.createdAt !== row.createdAt) await outbox.put(next)
  }
}
