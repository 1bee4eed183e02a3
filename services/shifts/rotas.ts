import { ahead, spokenFor } from "../../rules/coverage.ts"
import { touches } from "../../rules/interval.ts"
import type { Person } from "../../rules/person.ts"
import { hoursOn, inTurns, type Layer, type Rota, type RotaDays } from "../../rules/roster.ts"
import { addDays, type Day, dayOf, days, instantOf, type TimeOfDay } from "../../rules/time.ts"
import type { Act } from "../app.ts"
import { calendar } from "../calendar.ts"
import * as people from "../people.ts"
import { Refusal } from "../refusal.ts"
import { remembered } from "./arranging.ts"
import { changed, type Effect } from "./changing.ts"
import * as members from "./members.ts"
import { voidFrom } from "./overrides.ts"

/** Farther ahead than this nobody arranges a rota. */
const FARTHEST_DAYS = 366

/** From one time of day to another, which is on the next day when it is not later. */
export interface Hours {
  readonly start: TimeOfDay
  readonly end: TimeOfDay
}

/** A rota as somebody wants it. */
export interface Wanted {
  readonly unitId: string
  readonly layer: Layer
  readonly days: RotaDays
  /** The shifts of a day. */
  readonly hours: readonly Hours[]
  /** The people of each shift; of a single group when the same people take all of them in turn. */
  readonly groups: readonly (readonly Person[])[]
  readonly turn: number
  readonly from: Day
  /** Beside what is arranged already, instead of in its place. */
  readonly beside: boolean
}

/** What became of a rota that was wanted. */
export interface SetUp {
  readonly rotas: readonly Rota[]
  /** What was arranged so far, and ends the day before. */
  readonly ended: readonly Rota[]
  /** How many changes by hand of the days after are void. */
  readonly voided: number
  readonly effect: Effect
  /** What takes it back. */
  readonly undo: string
}

/** Arranges who takes which shift in turn, in the place of what was arranged for those days so far. */
export const setUp = async (act: Act, me: people.Member, wanted: Wanted): Promise<SetUp> => {
  await people.demand(act, me, "roster.edit", wanted.unitId)
  const named = [...new Map(wanted.groups.flat().map((person) => [person.id, person])).values()]
  refuseWrong(act, wanted)
  await members.demand(act, wanted.unitId, named)
  const rotas = rotasOf(act, wanted)
  let ended: readonly Rota[] = []
  let voided = 0
  let undo = ""
  const arrange = async () => {
    if (!wanted.beside) {
      ended = await giveWay(act, wanted)
      voided = await voidFrom(act, wanted.unitId, wanted.layer, wanted.from)
    }
    for (const rota of rotas) await act.tables.rotas.put(rota)
  }
  const work = async () => {
    undo = await remembered(act, wanted, arrange)
  }
  const effect = await changed(act, wanted.unitId, work, {
    named,
    seen: true,
    ...(wanted.layer === "duty"
      ? { spoken: async () => spokenFor(await calendar(act), rotas, ahead(act.now)) }
      : {}),
  })
  return { rotas, ended, voided, effect, undo }
}

const refuseWrong = (act: Act, { from, hours }: Wanted): void => {
  const words = act.text.roster
  const today = dayOf(act.now)
  if (from < today) throw new Refusal(words.past)
  if (from > addDays(today, FARTHEST_DAYS)) throw new Refusal(words.tooFar(from))
  // The day after as well: a shift of the night may run into the next morning's.
  const shifts = [from, addDays(from, 1)].flatMap((day) =>
    hours.map((each) => ({ ...hoursOn(each, day), each })),
  )
  for (const [index, one] of shifts.entries())
    for (const other of shifts.slice(index + 1))
      if (touches(one, other)) throw new Refusal(words.hoursOverlap(one.each, other.each))
}

const rotasOf = (act: Act, { hours, groups, ...wanted }: Wanted): readonly Rota[] => {
  const group = act.newId()
  const { unitId, layer, days: pattern, turn, from } = wanted
  return hours.map(({ start, end }, nth) => ({
    id: act.newId(),
    unitId,
    layer,
    days: pattern,
    start,
    end,
    people: (groups.length > 1 ? (groups[nth] ?? []) : inTurns(groups[0] ?? [], hours.length, nth)).map(
      ({ id }) => id,
    ),
    turn,
    from,
    until: null,
    group,
    by: act.by,
    at: act.now,
  }))
}

/** Ends what was arranged for the same days; of a rota of every day the other days stay. */
const giveWay = async (act: Act, wanted: Wanted): Promise<readonly Rota[]> => {
  const ended: Rota[] = []
  for (const rota of await act.tables.rotas.where("unit", wanted.unitId)) {
    if (rota.layer !== wanted.layer || (rota.until !== null && rota.until < wanted.from)) continue
    const rest = remaining(rota.days, wanted.days)
    if (rest === rota.days) continue
    ended.push(rota)
    await endOn(act, rota, addDays(wanted.from, -1))
    if (rest === null) continue
    const from = rota.from > wanted.from ? rota.from : wanted.from
    await act.tables.rotas.put({ ...rota, id: act.newId(), days: rest, from })
  }
  return ended
}

/** The days that are left of one pattern beside another. */
const remaining = (of: RotaDays, beside: RotaDays): RotaDays | null => {
  if (beside === "every day" || of === beside) return null
  if (of !== "every day") return of
  return beside === "working days" ? "rest days" : "working days"
}

const endOn = async (act: Act, rota: Rota, last: Day): Promise<void> => {
  if (last < rota.from) await act.tables.rotas.remove(rota.id)
  else await act.tables.rotas.put({ ...rota, until: last })
}

/** The rotas of a unit that have not ended, those that were set up together as one. */
export const standing = async (act: Act, unitId: string): Promise<readonly (readonly Rota[])[]> => {
  const today = dayOf(act.now)
  const groups = new Map<string, Rota[]>()
  for (const rota of await act.tables.rotas.where("unit", unitId)) {
    if (rota.until !== null && rota.until < today) continue
    const key = `${rota.group}/${rota.days}`
    groups.set(key, [...(groups.get(key) ?? []), rota])
  }
  return [...groups.values()].map((rotas) => rotas.sort((a, b) => (a.start < b.start ? -1 : 1)))
}

/** Ends rotas that were set up together, after a last day. */
export const end = async (
  act: Act,
  me: people.Member,
  rotas: readonly Rota[],
  last: Day,
): Promise<{ readonly effect: Effect; readonly undo: string }> => {
  const [first] = rotas
  if (first === undefined) throw new Error("nothing to end")
  await people.demand(act, me, "roster.edit", first.unitId)
  if (last < addDays(dayOf(act.now), -1)) throw new Refusal(act.text.roster.past)
  // What would begin later than this is far beyond any roster.
  if (instantOf(last) > act.now + days(FARTHEST_DAYS)) throw new Refusal(act.text.roster.tooFar(last))
  let undo = ""
  const work = async () => {
    undo = await remembered(act, { ...first, from: addDays(last, 1) }, async () => {
      for (const rota of rotas) await endOn(act, rota, last)
    })
  }
  const effect = await changed(act, first.unitId, work, { named: [], seen: true })
  return { effect, undo }
}
