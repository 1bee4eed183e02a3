import type { Act } from "./app.ts"
import * as following from "./following.ts"
import type { Move, Recount, Reminded } from "./move.ts"
import * as outbox from "./outbox.ts"
import * as quotas from "./quotas.ts"
import * as rounds from "./rounds.ts"

/** Everything with open dates that hang on the calendar. */
const recounts: readonly Recount[] = [quotas.recount, following.recount]

/**
 * What follows from holiday notices that were loaded: rounds and open dates are counted anew, and those whose date
 * moved, and only they, are told what moved, with their next digest.
 */
export const afterLoading = async (act: Act, years: readonly string[]): Promise<void> => {
  if (years.length === 0) return
  await rounds.beginAll(act)
  const told = new Map<string, { readonly whom: Reminded; readonly moves: Move[] }>()
  for (const recount of recounts)
    for (const move of await recount(act))
      for (const whom of move.to) {
        const key = `${whom.to.kind}:${whom.to.id}`
        const known = told.get(key) ?? { whom, moves: [] }
        known.moves.push(move)
        told.set(key, known)
      }
  for (const { whom, moves } of told.values())
    await outbox.post(act, {
      to: whom.to,
      lane: "notice",
      dueAt: await rounds.next(act, whom.unitId, "digest"),
      body: { text: act.text.calendar.moved(years, moves) },
    })
}
