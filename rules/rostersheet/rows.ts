import { type Layer } from "../roster.ts"
import { isNames, layerIn } from "../rosterwords.ts"
import { cellName, type Table } from "../table.ts"
import { type Day, dayOf } from "../time.ts"
import { nameKey } from "../words.ts"
import { dayIn, isFar } from "./days.ts"
import type { Legend } from "./legend.ts"
import { namesIn, peopleIn } from "./people.ts"
import type { Entry, Known, Read, SheetMistake } from "./reading.ts"

const LOOKED_THROUGH = 12

const isDate = (text: string): boolean => /^(值班)?日期$|^(date|day|日期时间)$/.test(nameKey(text))
const isHoursColumn = (text: string): boolean =>
  /^(班次|时段|班别|时间|值班时间|值班时段|班|shift|hours)$/.test(nameKey(text))

interface Columns {
  readonly row: number
  readonly date: number
  readonly hours: number | null
  /** The columns of names, with what their headings say. */
  readonly names: readonly { readonly column: number; readonly layer: Layer; readonly heading: string }[]
}

/** Where the headings of a roster with a row for each day or shift stand; null when the table is none. */
export const columnsOf = ({ rows }: Table): Columns | null => {
  for (const [row, cells] of rows.slice(0, LOOKED_THROUGH).entries()) {
    const date = cells.findIndex(isDate)
    if (date < 0) continue
    const hours = cells.findIndex(isHoursColumn)
    const names = cells.flatMap((heading, column) =>
      column !== date && column !== hours && isNames(heading)
        ? [{ column, layer: layerIn(heading), heading }]
        : [],
    )
    if (names.length > 0) return { row, date, hours: hours < 0 ? null : hours, names }
  }
  return null
}

/** Reads a roster with one row a shift, or one row a day with a column for each shift or layer. */
export const readRows = (
  { rows }: Table,
  columns: Columns,
  { legend, known }: { readonly legend: Legend; readonly known: Known },
): Read => {
  const entries: Entry[] = []
  const mistakes: SheetMistake[] = []
  let lastDay: Day | null = null
  for (const [index, cells] of rows.entries()) {
    if (index <= columns.row) continue
    const at = (column: number): string => (cells[column] ?? "").trim()
    const named = columns.names.filter(({ column }) => namesIn(at(column)).length > 0)
    if (named.length === 0) continue
    const written = at(columns.date)
    const day: Day | null = written === "" ? lastDay : dayIn(written, known.now)
    lastDay = day
    if (day === null || isFar(day, dayOf(known.now))) {
      const code = day === null ? "day" : "far"
      mistakes.push({ cell: cellName(index, columns.date), code, says: written })
      continue
    }
    const shiftWord = columns.hours === null ? "" : at(columns.hours)
    for (const { column, layer, heading } of named) {
      const cell = cellName(index, column)
      const hours = legend.hours([shiftWord, heading], layer)
      if (hours !== null) {
        entries.push({ cell, layer, day, hours, people: peopleIn(at(column), known.people) })
        continue
      }
      const where =
        columns.hours === null || shiftWord === ""
          ? cellName(columns.row, column)
          : cellName(index, columns.hours)
      mistakes.push({ cell: where, code: "hours", says: shiftWord || heading })
    }
  }
  return { entries, mistakes }
}
