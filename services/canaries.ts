import { compose } from "../rules/outbox.ts"
import type { Canary } from "../rules/canary.ts"
import type { Outgoing } from "../rules/outgoing.ts"
import type { Instant } from "../rules/time.ts"
import type { Act } from "./app.ts"

/** There is one, and so there is one message of it at a time. */
const ID = "canary"

const known = async ({ tables }: Act): Promise<Canary | null> => tables.canaries.get(ID)

/** Notes that the bot is there; with `goes`, sends the canary on its way. */
export const put = async (act: Act, { goes }: { readonly goes: boolean }): Promise<void> => {
  const backAt = (await known(act))?.backAt ?? null
  await act.tables.canaries.put({ id: ID, putAt: act.now, dueAt: goes ? act.now : null, backAt })
}

/** The clock has taken it: it goes on to the outbox, unless the one before it is still there. */
export const run = async (act: Act, canary: Canary): Promise<void> => {
  await act.tables.canaries.put({ ...canary, dueAt: null })
  if (await act.tables.outbox.get(ID)) return
  const message = { to: { kind: "chat", id: "self" }, lane: "notice", body: { text: "" } } as const
  await act.tables.outbox.put({ ...compose(message, ID, act.now, 0), probe: true })
}

/** The messenger has answered it, or has not; either way it is gone from the outbox. */
export const ended = async (act: Act, row: Outgoing, answered: boolean): Promise<void> => {
  await act.tables.outbox.remove(row.id)
  const canary = await known(act)
  if (canary && answered) await act.tables.canaries.put({ ...canary, backAt: act.now })
}

/** When the bot was there last; null when nobody has noted it yet. */
export const aliveAt = async (act: Act): Promise<Instant | null> => {
  const canary = await known(act)
  return canary && Math.max(canary.putAt, canary.backAt ?? 0)
}
