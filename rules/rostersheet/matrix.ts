import { type Layer } from "../roster.ts"
import { isNames, layerIn } from "../rosterwords.ts"
import { cellName, type Table } from "../table.ts"
import { dayOf } from "../time.ts"
import { nameKey } from "../words.ts"
import { codesIn, isCode, isShift } from "./codes.ts"
import { type DayRow, dayRowOf, isFar, isWeekdays, monthIn } from "./days.ts"
import type { Legend } from "./legend.ts"
import { find, namesIn, peopleIn } from "./people.ts"
import type { Entry, Known, Read, SheetMistake } from "./reading.ts"

const LOOKED_THROUGH = 12
const NOTES = /^(注|备注|说明|合计|小计|总计|签字|签名|制表|审核|填表|联系电话|电话|total|note)/

/** Every row of days of a sheet: a month may stand in two halves, one below the other. */
const dayRowsOf = (table: Table, now: Known["now"]): readonly DayRow[] => {
  const found: DayRow[] = []
  for (const row of table.rows.keys()) {
    if (found.length === 0 && row >= LOOKED_THROUGH) break
    const titles = table.rows.slice(0, found[0]?.row ?? row).map((cells) => cells.join(" "))
    const days = dayRowOf(table, row, { now, month: monthIn([...titles, table.sheet], now) })
    if (days !== null) found.push(days)
  }
  return found
}

/** Whether days stand across a sheet, and below them shifts. */
export const isMatrix = (table: Table): boolean => {
  const [days] = dayRowsOf(table, 0)
  if (days === undefined) return false
  const body = table.rows.slice(days.row)
  return (
    body.some((cells) => cells.slice(0, days.first).some(isNames)) ||
    body.slice(1).some((cells) => days.columns.some(({ column }) => isShift(cells[column] ?? "")))
  )
}

/** A row below the days: what stands before them, in its columns, and what stands on them. */
interface Row {
  readonly index: number
  readonly head: readonly string[]
  readonly cells: readonly { readonly column: number; readonly day: string; readonly text: string }[]
  readonly days: DayRow
}

const bodyOf = ({ rows }: Table, blocks: readonly DayRow[]): readonly Row[] => {
  const found: Row[] = []
  for (const [block, days] of blocks.entries()) {
    let above: readonly string[] = []
    for (let index = days.row + 1; index < (blocks[block + 1]?.row ?? rows.length); index += 1) {
      if (index === days.row + 1 && isWeekdays(rows, index, days.columns)) continue
      const at = (column: number): string => (rows[index]?.[column] ?? "").trim()
      const own = Array.from({ length: days.first }, (_, column) => at(column))
      const cells = days.columns
        .map(({ column, day }) => ({ column, day, text: at(column) }))
        .filter(({ text }) => text !== "")
      if (cells.length === 0 || own.some((cell) => NOTES.test(nameKey(cell)))) continue
      // What stands there for several rows was written once.
      const head = own.every((cell) => cell === "")
        ? above
        : own.map((cell, at) => (at === 0 && cell === "" ? (above[0] ?? "") : cell))
      found.push({ index, head, cells, days })
      above = head
    }
  }
  return found
}

/** In which column before the days the names of people stand; null where none does. */
const nameColumnOf = (rows: readonly Row[], table: Table, people: Known["people"]): number | null => {
  for (const { days } of rows) {
    const titled = (table.rows[days.row] ?? [])
      .slice(0, days.first)
      .findIndex((cell) => /姓名|人员|^name$/.test(nameKey(cell)))
    if (titled >= 0) return titled
  }
  for (const { head } of rows) {
    const known = head.findIndex((cell) => "personId" in find(cell, people))
    if (known >= 0) return known
  }
  return null
}

/** Reads a roster with its days across: below them people with the word for each shift, or shifts with the names of people. */
export const readMatrix = (
  table: Table,
  { legend, known }: { readonly legend: Legend; readonly known: Known },
): Read => {
  const blocks = dayRowsOf(table, known.now)
  const mistakes: SheetMistake[] = blocks.flatMap((days) => {
    const far = days.columns.find(({ day }) => isFar(day, dayOf(known.now)))
    const tooFar = far && { cell: cellName(days.row, far.column), code: "far" as const, says: far.day }
    return tooFar === undefined ? days.mistakes : [...days.mistakes, tooFar]
  })
  const entries: Entry[] = []
  if (mistakes.length > 0) return { entries, mistakes }
  const rows = bodyOf(table, blocks)
  const nameColumn = nameColumnOf(rows, table, known.people)
  for (const row of rows) {
    const at = isOfPerson(row, nameColumn, known) ? (nameColumn ?? row.head.length - 1) : null
    const read = at === null ? ofNames(row, legend, known) : ofPerson(row, at, { legend, known })
    entries.push(...read.entries)
    mistakes.push(...read.mistakes)
  }
  return { entries, mistakes }
}

/** A row is somebody's when a name stands before it, or it says nothing but words for shifts. */
const isOfPerson = ({ head, cells }: Row, nameColumn: number | null, { people }: Known): boolean => {
  const named = nameColumn === null ? null : find(head[nameColumn] ?? "", people)
  if (named !== null && ("personId" in named || named.code === "namesakes")) return true
  return cells.every(({ text }) => isCode(text)) && (nameColumn !== null || !head.some(isNames))
}

const ofPerson = (
  { index, head, cells }: Row,
  nameColumn: number,
  { legend, known }: { readonly legend: Legend; readonly known: Known },
): Read => {
  const named = find(head[nameColumn] ?? "", known.people)
  if (!("personId" in named))
    return { entries: [], mistakes: [{ cell: cellName(index, nameColumn), ...named }] }
  const beside = head.filter((cell, column) => column !== nameColumn && isNames(cell))
  const usual: Layer = beside.map(layerIn).at(-1) ?? "duty"
  const entries: Entry[] = []
  const mistakes: SheetMistake[] = []
  for (const { column, day, text } of cells) {
    const cell = cellName(index, column)
    const codes = codesIn(text, { usual, word: beside.at(-1) ?? "", legend })
    if ("mistake" in codes) mistakes.push({ cell, code: codes.mistake, says: text })
    else entries.push(...codes.shifts.map((shift) => ({ cell, day, ...shift, people: [named] })))
  }
  return { entries, mistakes }
}

const ofNames = ({ index, head, cells, days }: Row, legend: Legend, known: Known): Read => {
  const words = head.filter((cell) => cell !== "").reverse()
  const layer = layerIn(words.join(" "))
  const hours = words.map((word) => legend.hours([word], layer)).find((each) => each !== null)
  const named = cells.filter(({ text }) => namesIn(text).length > 0)
  if (named.length === 0) return { entries: [], mistakes: [] }
  if (hours === undefined || !words.some(isNames)) {
    const cell = cellName(index, Math.max(0, days.first - 1))
    return { entries: [], mistakes: [{ cell, code: "hours", says: words.join(" ") }] }
  }
  const entries = named.map(({ column, day, text }) => ({
    cell: cellName(index, column),
    layer,
    day,
    hours,
    people: peopleIn(text, known.people),
  }))
  return { entries, mistakes: [] }
}
