import { hoursOn } from "./roster.ts"
import { undatedIn } from "./rostersheet/days.ts"
import { legendOf } from "./rostersheet/legend.ts"
import { isMatrix, readMatrix } from "./rostersheet/matrix.ts"
import type { Entry, Known, Read, SheetMistake, SheetShift } from "./rostersheet/reading.ts"
import { columnsOf, readRows } from "./rostersheet/rows.ts"
import { cellName, type Table } from "./table.ts"
import { minutes } from "./time.ts"
import { shorten } from "./words.ts"

export type { Known, SheetMistake, SheetShift } from "./rostersheet/reading.ts"

export interface SheetReading {
  readonly shifts: readonly SheetShift[]
  readonly mistakes: readonly SheetMistake[]
  /** How many shifts are over already. */
  readonly over: number
}

/** Whether a table is the office's roster: a column of dates and columns of names on duty, or days across. */
export const isRosterSheet = (table: Table): boolean =>
  columnsOf(table) !== null || isMatrix(table) || undatedIn(table) !== null

/** Reads an office's roster: one row a shift, one row a day, or one row a person or layer with the days across. */
export const readRosterSheet = (table: Table, known: Known): SheetReading => {
  const { entries, mistakes } = partsOf(table, known)
  const shifts: SheetShift[] = []
  const wrong: SheetMistake[] = [
    ...Object.keys(table.unreadable).map((cell) => ({ cell, code: "unreadable" as const, says: "" })),
    ...mistakes,
  ]
  const now = Math.floor(known.now / minutes(1)) * minutes(1)
  let over = 0
  for (const { cell, layer, day, hours, people } of entries) {
    const span = hoursOn(hours, day)
    if (span.to <= known.now) {
      over += 1
      continue
    }
    for (const named of people) {
      if (!("personId" in named)) wrong.push({ cell, ...named })
      else if (isAway(known, named.personId, day))
        wrong.push({ cell, code: "away", says: nameOf(known, named.personId) })
      else shifts.push({ cell, layer, ...span, from: Math.max(span.from, now), personId: named.personId })
    }
  }
  return { shifts, mistakes: inPlace([...once(wrong), ...doubles(shifts, known)]), over }
}

/** A year of three shifts a day has a third of it. */
const MOST_ROWS = 3_000

const partsOf = (table: Table, known: Known): Read => {
  if (table.rows.length > MOST_ROWS)
    return {
      entries: [],
      mistakes: [{ cell: cellName(MOST_ROWS, 0), code: "long", says: String(MOST_ROWS) }],
    }
  const legend = legendOf(table, known.hours)
  const columns = columnsOf(table)
  if (columns !== null) return readRows(table, columns, { legend, known })
  const undated = isMatrix(table) ? null : undatedIn(table)
  return undated === null ? readMatrix(table, { legend, known }) : { entries: [], mistakes: [undated] }
}

const nameOf = ({ people }: Known, personId: string): string =>
  people.find(({ id }) => id === personId)?.name ?? ""

const isAway = ({ absences }: Known, personId: string, day: Entry["day"]): boolean =>
  absences.some((each) => each.personId === personId && each.from <= day && day <= each.to)

/** How much of a cell is repeated to whoever wrote it. */
const REPEATED = 30

const once = (mistakes: readonly SheetMistake[]): readonly SheetMistake[] => [
  ...new Map(
    mistakes
      .map((each) => ({ ...each, says: shorten(each.says, REPEATED) }))
      .map((each) => [`${each.cell}/${each.code}/${each.says}`, each] as const),
  ).values(),
]

/** In the order in which a sheet is read. */
const inPlace = (mistakes: readonly SheetMistake[]): readonly SheetMistake[] => {
  const place = ({ cell }: SheetMistake): readonly [number, string] => {
    const [, column = "", row = ""] = /^([A-Z]+)(\d+)$/.exec(cell) ?? []
    return [Number(row), column.padStart(3)]
  }
  return [...mistakes].sort((one, other) => {
    const [a, b] = [place(one), place(other)]
    return a[0] - b[0] || (a[1] < b[1] ? -1 : Number(a[1] > b[1]))
  })
}

/** Somebody who stands twice at the same time. */
const doubles = (shifts: readonly SheetShift[], known: Known): readonly SheetMistake[] => {
  const found: SheetMistake[] = []
  const last = new Map<string, SheetShift>()
  for (const shift of [...shifts].sort((a, b) => a.from - b.from)) {
    const before = last.get(shift.personId)
    if (before !== undefined && before.to > shift.from)
      found.push({ cell: shift.cell, code: "double", says: nameOf(known, shift.personId) })
    if (before === undefined || shift.to > before.to) last.set(shift.personId, shift)
  }
  return once(found)
}
