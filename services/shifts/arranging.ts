import { apart, type Arrangement, stands } from "../../rules/arrangement.ts"
import { ahead } from "../../rules/coverage.ts"
import { type Layer, type Plan, shiftKey, shiftsBetween } from "../../rules/roster.ts"
import { type Day, type Instant, instantOf } from "../../rules/time.ts"
import type { Act } from "../app.ts"
import { calendar } from "../calendar.ts"
import * as people from "../people.ts"
import { Refusal } from "../refusal.ts"
import { planOf } from "../roster.ts"
import { changed, type Effect } from "./changing.ts"

/** Does something to a unit's rotas, and remembers how to take it back; gives back under which id. */
export const remembered = async (
  act: Act,
  { unitId, layer, from }: { readonly unitId: string; readonly layer: Layer; readonly from: Day },
  work: () => Promise<unknown>,
): Promise<string> => {
  const was = await planOf(act, unitId)
  const standing = new Set(was.overrides.flatMap(({ id, undoneAt }) => (undoneAt === null ? [id] : [])))
  await work()
  const is = await planOf(act, unitId)
  const voided = is.overrides.filter(({ id, undoneAt }) => undoneAt !== null && standing.has(id))
  const made: Arrangement = {
    id: act.newId(),
    unitId,
    layer,
    before: apart(was.rotas, is.rotas),
    after: apart(is.rotas, was.rotas),
    voided: voided.map(({ id }) => id),
    step: Math.max(0, ...was.overrides.map(({ step }) => step)),
    startsAt: (await firstOther(act, was, is)) ?? instantOf(from),
    by: act.by,
    at: act.now,
    undoneAt: null,
  }
  await act.tables.arrangements.put(made)
  return made.id
}

/** When the first shift starts that is another in the second plan; null when none is, as far as a roster is looked at. */
const firstOther = async (act: Act, one: Plan, other: Plan): Promise<Instant | null> => {
  const days = await calendar(act)
  const { from, to } = ahead(act.now)
  const keys = [one, other].map((plan) => {
    const coming = shiftsBetween(days, plan, from, to).filter((shift) => shift.from > act.now)
    return new Map(coming.map((shift) => [`${shiftKey(shift)}/${String(shift.to)}`, shift.from]))
  })
  const [a, b] = [keys[0] ?? new Map<string, number>(), keys[1] ?? new Map<string, number>()]
  const apartAt = [...a, ...b].filter(([key]) => a.has(key) !== b.has(key)).map(([, at]) => at)
  return apartAt.length === 0 ? null : Math.min(...apartAt)
}

/** Takes it back: until the first shift starts that is another because of it, and as long as nothing was built on it. */
export const undo = async (act: Act, me: people.Member, id: string): Promise<Effect> => {
  const words = act.text.roster
  const made = await act.tables.arrangements.get(id)
  if (made === null || made.undoneAt !== null) throw new Refusal(words.undoneAlready)
  await people.demand(act, me, "roster.edit", made.unitId)
  if (made.startsAt <= act.now) throw new Refusal(words.begun)
  const rotas = await act.tables.rotas.where("unit", made.unitId)
  if (!stands(made, rotas, await act.tables.overrides.where("unit", made.unitId)))
    throw new Refusal(words.changedSince)
  const work = async () => {
    for (const rota of made.after) await act.tables.rotas.remove(rota.id)
    for (const rota of made.before) await act.tables.rotas.put(rota)
    for (const each of made.voided) {
      const override = await act.tables.overrides.get(each)
      if (override !== null) await act.tables.overrides.put({ ...override, undoneAt: null })
    }
    await act.tables.arrangements.put({ ...made, undoneAt: act.now })
  }
  return changed(act, made.unitId, work, { named: [], seen: true })
}
