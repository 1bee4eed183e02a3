import type { Checkin, Times } from "../../rules/checkin.ts"
import type { Muster } from "../../rules/muster.ts"
import { addDays, dayOf, days, type Instant, instantOf } from "../../rules/time.ts"
import { planned, timesFor, type Turn, turnsIn } from "../../rules/turns.ts"
import type { Act } from "../app.ts"
import { planOf, shiftsOf } from "../roster.ts"
import { stackOf } from "../rulebooks.ts"
import * as units from "../units.ts"
import { refresh } from "./cards.ts"
import * as handshakes from "./handshakes.ts"

/** How far ahead turns are looked up, and so long ahead their check-ins stand: longer than anybody is away unnoticed. */
const SIGHT = days(32)
/** No shift is longer, nor is anybody asked so long after they began. */
const BACK = days(1)
const AHEAD = days(3)

export const timesOf = async (act: Act, unitId: string) => {
  const unit = await units.unit(act, unitId)
  return timesFor(await stackOf(act, unit), unit.kind)
}

/** The turns of those of a unit who check in, from now on; one that goes on from a shift of yesterday began with that. */
const turnsOf = async (act: Act, unitId: string, { layers }: Times): Promise<readonly Turn[]> => {
  const shifts = await shiftsOf(act, unitId, act.now - BACK, act.now + SIGHT)
  return turnsIn(shifts, layers).filter(({ to }) => to > act.now)
}

/** Puts the check-ins of a unit as its roster has them now; a swap takes them along. */
export const replan = async (act: Act, unitId: string): Promise<void> => {
  const times = await timesOf(act, unitId)
  const muster = await act.tables.musters.get(unitId)
  const known = await act.tables.checkins.where("open", unitId)
  const turns =
    times === null ? [] : (await turnsOf(act, unitId, times)).filter(({ from }) => from <= act.now + AHEAD)
  const seenUntil = muster?.seenUntil ?? act.now
  const changed =
    times === null
      ? []
      : planned({ known: inOrder(known), turns, times, seenUntil, unitId }, act.newId, act.now)
  for (const row of changed) await act.tables.checkins.put(row)
  for (const { id } of changed) {
    const before = known.find((each) => each.id === id)
    if (before !== undefined && isSeen(before)) await refresh(act, id)
  }
  await goOn(act, unitId, seenUntil)
}

/** Whether its card says something that no longer holds. */
const isSeen = ({ state }: Checkin): boolean => state === "asked" || state === "absent"

const inOrder = (rows: readonly Checkin[]): readonly Checkin[] => [...rows].sort((a, b) => a.from - b.from)

/** Looked at again tomorrow, as long as anything stands on the roster. */
const goOn = async (act: Act, unitId: string, seenUntil: Instant): Promise<void> => {
  const { rotas, overrides } = await planOf(act, unitId)
  const today = dayOf(act.now)
  const stands =
    rotas.some(({ until }) => until === null || until >= addDays(today, -1)) ||
    overrides.some(({ to }) => to > act.now)
  if (!stands) return act.tables.musters.remove(unitId)
  await act.tables.musters.put({
    id: unitId,
    seenUntil: Math.max(seenUntil, act.now + AHEAD),
    dueAt: instantOf(addDays(today, 1)),
  })
}

/** The daily look: at the turns that come, and at who can be reached in them. */
export const muster = async (act: Act, { id }: Muster): Promise<void> => {
  await replan(act, id)
  await handshakes.look(act, id)
}
