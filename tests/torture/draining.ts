import { setTimeout as wait } from "node:timers/promises"
import type { Playground } from "../../playground/playground.ts"
import type { Outgoing } from "../../rules/outgoing.ts"
import { show } from "../../storage/audit.ts"

const PATIENCE = 240_000
/** So many looks without anything new, a tenth of a second apart. */
const QUIET = 20

/** Whether nothing is left that could leave by now. */
const outboxIsEmpty = async (folder: string, now: number): Promise<boolean> => {
  const waiting = new Set<string>()
  for await (const { changes } of show(folder, { table: "outbox" }))
    for (const [table, id, row] of changes) {
      if (table !== "outbox") continue
      const { state, leaveAt } = (row ?? {}) as Partial<Outgoing>
      if (state === "sending" || (state === "waiting" && (leaveAt ?? 0) <= now)) waiting.add(id)
      else waiting.delete(id)
    }
  return waiting.size === 0
}

/** Until every update is confirmed, and nothing waits that could leave by the bot's clock. */
export const drained = async (playground: Playground, folder: string, now: () => number): Promise<void> => {
  const deadline = Date.now() + PATIENCE
  let seen = 0
  for (let quiet = 0; Date.now() < deadline; quiet += 1) {
    const latest = playground.doings().at(-1)?.seq ?? 0
    if (latest > seen || playground.counts().pending > 0) quiet = 0
    seen = latest
    if (quiet >= QUIET && (await outboxIsEmpty(folder, now()))) return
    await wait(100)
  }
}
