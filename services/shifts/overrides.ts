import { touches } from "../../rules/interval.ts"
import type { Person } from "../../rules/person.ts"
import type { Layer, Override } from "../../rules/roster.ts"
import { addDays, type Day, dayOf, instantOf, minutes } from "../../rules/time.ts"
import type { Act } from "../app.ts"
import * as people from "../people.ts"
import { Refusal } from "../refusal.ts"
import { changed, type Effect } from "./changing.ts"
import * as members from "./members.ts"

const FARTHEST_DAYS = 366

type Entry = Pick<Override, "layer" | "from" | "to" | "personId" | "forId">

/** Puts changes of a unit's shifts in one step; gives back what undoes them. */
export const put = async (
  act: Act,
  unitId: string,
  because: Override["because"],
  entries: readonly Entry[],
): Promise<string> => {
  const known = await act.tables.overrides.where("unit", unitId)
  const step = Math.max(0, ...known.map((each) => each.step)) + 1
  const batch = act.newId()
  for (const entry of entries)
    await act.tables.overrides.put({
      ...entry,
      id: act.newId(),
      unitId,
      because,
      batch,
      step,
      by: act.by,
      at: act.now,
      undoneAt: null,
    })
  return batch
}

/** Hours that have begun are only changed from now on; hours that are over not at all. */
export const stillAhead = (act: Act, { from, to }: Pick<Override, "from" | "to">) => {
  const now = Math.floor(act.now / minutes(1)) * minutes(1)
  if (to <= now) throw new Refusal(act.text.roster.past)
  return { from: Math.max(from, now), to }
}

interface Wanted {
  readonly unitId: string
  readonly layer: Layer
  readonly from: number
  readonly to: number
  /** Null leaves the hours to nobody. */
  readonly person: Person | null
}

/** Gives hours to one person, whatever the rotas say. */
export const set = async (
  act: Act,
  me: people.Member,
  { unitId, layer, person, ...wanted }: Wanted,
): Promise<{ readonly batch: string; readonly effect: Effect; readonly from: number }> => {
  await people.demand(act, me, "roster.edit", unitId)
  const hours = stillAhead(act, wanted)
  if (dayOf(hours.from) > addDays(dayOf(act.now), FARTHEST_DAYS))
    throw new Refusal(act.text.roster.tooFar(dayOf(hours.from)))
  if (person) {
    await members.demand(act, unitId, [person])
    await members.demandThere(act, person, hours.from, hours.to)
  }
  let batch = ""
  const work = async () => {
    batch = await put(act, unitId, "set", [{ layer, ...hours, personId: person?.id ?? null, forId: null }])
  }
  const effect = await changed(act, unitId, work, { named: person ? [person] : [], seen: true })
  return { batch, effect, from: hours.from }
}

/** Changes of later days are void once the days are arranged anew; gives back how many there were. */
export const voidFrom = async (act: Act, unitId: string, layer: Layer, from: Day): Promise<number> => {
  const later = (await act.tables.overrides.where("unit", unitId)).filter(
    (each) => each.layer === layer && each.undoneAt === null && each.from >= instantOf(from),
  )
  for (const each of later) await act.tables.overrides.put({ ...each, undoneAt: act.now })
  return later.length
}

/** Undoes what was changed in one step, as long as none of it has begun and nothing was changed on top of it. */
export const undo = async (act: Act, batch: string, seen: boolean): Promise<Effect> => {
  const words = act.text.roster
  const made = await act.tables.overrides.where("batch", batch)
  const [first] = made
  if (first === undefined || made.some(({ undoneAt }) => undoneAt !== null))
    throw new Refusal(words.undoneAlready)
  // A sheet may begin with days that are over: they stay as they were.
  const ahead = made.filter(({ from }) => from > act.now)
  if (ahead.length === 0 || (first.because !== "imported" && ahead.length < made.length))
    throw new Refusal(words.begun)
  const later = (await act.tables.overrides.where("unit", first.unitId)).filter(
    (each) => each.undoneAt === null && each.step > first.step,
  )
  if (later.some((each) => made.some((one) => one.layer === each.layer && touches(one, each))))
    throw new Refusal(words.changedSince)
  const work = async () => {
    for (const each of ahead) await act.tables.overrides.put({ ...each, undoneAt: act.now })
  }
  return changed(act, first.unitId, work, { named: [], seen })
}

/** Undoes a change made by hand, for whoever arranges the roster. */
export const undoBy = async (act: Act, me: people.Member, batch: string): Promise<Effect> => {
  const [first] = await act.tables.overrides.where("batch", batch)
  if (first === undefined) throw new Refusal(act.text.roster.undoneAlready)
  await people.demand(act, me, "roster.edit", first.unitId)
  return undo(act, batch, true)
}
