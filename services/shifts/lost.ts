import type { Person } from "../../rules/person.ts"
import { type Leave, type Shift, shiftsBetween } from "../../rules/roster.ts"
import { addDays, endOf, instantOf } from "../../rules/time.ts"
import type { Act } from "../app.ts"
import { calendar } from "../calendar.ts"
import * as people from "../people.ts"
import { planOf } from "../roster.ts"

/** The units on whose rosters somebody may stand. */
export const unitsOf = async (act: Act, person: Person): Promise<readonly string[]> => {
  const roles = await people.rolesOf(act, person.id)
  return [...new Set([person.unitId, ...roles.map(({ unitId }) => unitId)])]
}

/** The shifts that a leave takes away, that are not over, and for which nobody has been found yet. */
export const shiftsLost = async (
  act: Act,
  { personId, from, to }: Pick<Leave, "personId" | "from" | "to">,
): Promise<readonly Shift[]> => {
  const person = await act.tables.persons.get(personId)
  if (person === null) return []
  const found: Shift[] = []
  for (const unitId of await unitsOf(act, person)) {
    const plan = await planOf(act, unitId)
    const there = { ...plan, absences: plan.absences.filter((each) => each.personId !== personId) }
    const shifts = shiftsBetween(await calendar(act), there, instantOf(from), endOf(addDays(to, 1)))
    found.push(
      ...shifts.filter(
        (shift) => shift.personId === personId && from <= shift.on && shift.on <= to && shift.to > act.now,
      ),
    )
  }
  return found.sort((a, b) => a.from - b.from)
}
