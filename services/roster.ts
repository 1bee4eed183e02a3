import type { Person } from "../rules/person.ts"
import {
  type Absence,
  type Layer,
  type Parting,
  type Plan,
  type Shift,
  shiftsBetween,
} from "../rules/roster.ts"
import type { ShownShift } from "../rules/shownroster.ts"
import { endOf, type Instant } from "../rules/time.ts"
import type { Act } from "./app.ts"
import { calendar } from "./calendar.ts"

/** Everything that the shifts of a unit are computed from. */
export const planOf = async (act: Act, unitId: string): Promise<Plan> => {
  const rotas = await act.tables.rotas.where("unit", unitId)
  const overrides = await act.tables.overrides.where("unit", unitId)
  const named = new Set([
    ...rotas.flatMap(({ people }) => people),
    ...overrides.flatMap(({ personId }) => personId ?? []),
  ])
  const absences: Absence[] = []
  const partings: Parting[] = []
  for (const personId of named) {
    absences.push(...(await leavesOf(act, personId)))
    const at = await partingOf(act, personId)
    if (at !== null) partings.push({ personId, at })
  }
  return { rotas, overrides, absences, partings }
}

/** The leaves of somebody that stand. */
export const leavesOf = async (act: Act, personId: string) =>
  (await act.tables.leaves.where("person", personId)).filter(({ endedAt }) => endedAt === null)

/** When somebody left, or will leave; null for those who stay. */
const partingOf = async (act: Act, personId: string): Promise<Instant | null> => {
  const person = await act.tables.persons.get(personId)
  if (person?.state === "active") return person.leavesAt ?? null
  const departures = await act.tables.departures.where("person", personId)
  const ended = departures.flatMap(({ state, lastOn }) =>
    state === "ended" || state === "left" ? [endOf(lastOn)] : [],
  )
  return ended.length === 0 ? act.now : Math.max(...ended)
}

/** The shifts of a unit, of every layer, that touch the time from one instant up to another, in order of their start. */
export const shiftsOf = async (
  act: Act,
  unitId: string,
  from: Instant,
  to: Instant,
): Promise<readonly Shift[]> => shiftsBetween(await calendar(act), await planOf(act, unitId), from, to)

/** Shifts with the names of those who have them. */
export const named = async (act: Act, shifts: readonly Shift[]): Promise<readonly ShownShift[]> => {
  const found = []
  for (const { layer, personId, from, to } of shifts) {
    const who = (await act.tables.persons.get(personId))?.name ?? act.text.people.unnamed
    found.push({ layer, who, from, to })
  }
  return found
}

/** Who has this layer's shift at a moment; nobody when the roster says nothing, or whom it names is absent. */
export const onDuty = async (
  act: Act,
  unitId: string,
  layer: Layer,
  at: Instant,
): Promise<readonly Person[]> => {
  const shifts = (await shiftsOf(act, unitId, at, at + 1)).filter((shift) => shift.layer === layer)
  const ids = [...new Set(shifts.map(({ personId }) => personId))]
  const found = await Promise.all(ids.map((id) => act.tables.persons.get(id)))
  return found.filter((person) => person !== null)
}
