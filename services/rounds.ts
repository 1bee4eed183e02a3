import type { Round } from "../rules/round.ts"
import { nextWorkingTime } from "../rules/times.ts"
import type { Act } from "./app.ts"
import { calendar } from "./calendar.ts"
import * as units from "./units.ts"

/** Lets a unit's rounds begin, or moves them after its times or the calendar changed. */
export const begin = async (act: Act, unitId: string): Promise<void> => {
  for (const kind of ["digest", "last-call"] as const) {
    const id = `${kind}:${unitId}`
    const known = await act.tables.rounds.get(id)
    // What is due is done first, and then plans the next by itself: nothing is skipped.
    if (known && known.dueAt <= act.now) continue
    const lastRunAt = known?.lastRunAt ?? null
    await act.tables.rounds.put({ id, unitId, kind, dueAt: await next(act, unitId, kind), lastRunAt })
  }
}

/** When a unit's round comes next. */
export const next = async (act: Act, unitId: string, kind: Round["kind"]): Promise<number> => {
  const times = await units.times(act, unitId)
  return nextWorkingTime(await calendar(act), kind === "digest" ? times.digest : times.lastCall, act.now)
}
