import { type Layer, layers, type Shift } from "./roster.ts"
import type { Hours } from "./rosterwords.ts"
import { type Interval, touches } from "./interval.ts"
import { type Day, dayOf, days, timeOf } from "./time.ts"

/** One row of a written roster: the hours of a day, and who has them. */
export type RosterLine = Readonly<Record<Layer, readonly string[]>> & {
  readonly day: Day
  readonly hours: Hours
}

/** A row has room for one day's hours: what is longer stands in several. */
const piecesOf = (shift: Shift): readonly Shift[] =>
  shift.to - shift.from <= days(1)
    ? [shift]
    : [{ ...shift, to: shift.from + days(1) }, ...piecesOf({ ...shift, from: shift.from + days(1) })]

/**
 * What a written roster of some days has to say: the shifts of those days, and of any other shift as much as lies between
 * the first and the last of them, so that whoever reads it as the whole of that time leaves nobody out.
 */
export const writtenShifts = (shifts: readonly Shift[], first: Day, last: Day): readonly Shift[] =>
  layers.flatMap((layer) => {
    const all = shifts.filter((each) => each.layer === layer)
    const own = all.filter(({ on }) => on >= first && on <= last)
    const span: Interval = {
      from: Math.min(...own.map(({ from }) => from)),
      to: Math.max(...own.map(({ to }) => to)),
    }
    return all
      .filter((each) => touches(each, span))
      .map((each) => ({ ...each, from: Math.max(each.from, span.from), to: Math.min(each.to, span.to) }))
  })

/** The rows of a roster, in order: those who have the same hours stand in one. */
export const rosterLines = (
  shifts: readonly Shift[],
  nameOf: (personId: string) => string,
): readonly RosterLine[] => {
  const rows = new Map<string, { day: Day; hours: Hours; from: number; names: Record<Layer, string[]> }>()
  for (const { layer, personId, from, to } of shifts.flatMap(piecesOf)) {
    const hours = { start: timeOf(from), end: timeOf(to) }
    const key = `${from}-${to}`
    const row = rows.get(key) ?? {
      day: dayOf(from),
      hours,
      from,
      names: { duty: [], deputy: [], leader: [] },
    }
    row.names[layer].push(nameOf(personId))
    rows.set(key, row)
  }
  return [...rows.values()]
    .sort((a, b) => a.from - b.from)
    .map(({ day, hours, names }) => ({ day, hours, ...names }))
}
