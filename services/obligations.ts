import { advanced, closed, settledBy } from "../rules/lifecycle.ts"
import { isOpen, type Obligation, type Planned } from "../rules/obligation.ts"
import type { Occasion } from "../rules/occasion.ts"
import { type Moment, startedBy } from "../rules/planning.ts"
import type { Act } from "./app.ts"
import * as bindings from "./bindings.ts"
import { calendar } from "./calendar.ts"

/** Opens what an occasion asks for; what was open for it and is asked for no longer loses its cause. */
export const start = async (act: Act, occasion: Occasion): Promise<readonly Obligation[]> => {
  const account = occasion.accountId === null ? null : await act.tables.accounts.get(occasion.accountId)
  const duties = await bindings.duties(act, occasion.unitId, account)
  const known = await act.tables.obligations.where("occasion", occasion.id)
  const wanted = startedBy(await calendar(act), duties, account, occasion, moment(act, known))
  const placed = await place(act, wanted)
  const keys = new Set(wanted.map(({ key }) => key))
  for (const row of known) if (!keys.has(row.key)) await end(act, row)
  return placed
}

/** Now, with what is known already since earlier. */
export const moment = ({ now }: Act, known: readonly Obligation[]): Moment => {
  const times = new Map(known.map(({ key, notedAt }) => [key, notedAt]))
  return { now, noted: (key) => times.get(key) ?? now }
}

/** Puts obligations as they are counted now: what was done stays done, by the new date in time or late. */
export const place = async (act: Act, wanted: readonly Planned[]): Promise<readonly Obligation[]> => {
  const placed: Obligation[] = []
  for (const fresh of wanted) {
    const [known = null] = await act.tables.obligations.where("key", fresh.key)
    const row = known === null ? { ...fresh, id: act.newId() } : recounted(known, fresh, act)
    if (JSON.stringify(row) !== JSON.stringify(known)) await act.tables.obligations.put(row)
    placed.push(row)
  }
  return placed
}

const recounted = (known: Obligation, fresh: Planned, { now }: Act): Obligation => {
  const kept = { ...fresh, id: known.id, settled: known.settled }
  if (known.phase === "waived" || known.phase === "missed") return closed(kept, known.phase, now)
  if (known.settled !== null) return settledBy(kept, known.settled)
  return advanced({ ...kept, phase: "open" }, now)
}

/** The cause of an obligation is gone; what was done stays on record. */
export const end = async (act: Act, row: Obligation): Promise<void> => {
  if (isOpen(row)) await act.tables.obligations.put(closed({ ...row, again: false }, "void", act.now))
}
