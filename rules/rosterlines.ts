import type { Layer, Shift } from "./roster.ts"
import type { Hours } from "./rosterwords.ts"
import { type Day, timeOf } from "./time.ts"

/** One row of a written roster: the hours of a day, and who has them. */
export type RosterLine = Readonly<Record<Layer, readonly string[]>> & {
  readonly day: Day
  readonly hours: Hours
}

/** The rows of a roster, in order: those who have the same hours stand in one. */
export const rosterLines = (
  shifts: readonly Shift[],
  nameOf: (personId: string) => string,
): readonly RosterLine[] => {
  const rows = new Map<string, { day: Day; hours: Hours; from: number; names: Record<Layer, string[]> }>()
  for (const { layer, personId, from, to, on } of shifts) {
    const hours = { start: timeOf(from), end: timeOf(to) }
    const key = `${from}-${to}`
    const row = rows.get(key) ?? { day: on, hours, from, names: { duty: [], deputy: [], leader: [] } }
    row.names[layer].push(nameOf(personId))
    rows.set(key, row)
  }
  return [...rows.values()]
    .sort((a, b) => a.from - b.from)
    .map(({ day, hours, names }) => ({ day, hours, ...names }))
}
