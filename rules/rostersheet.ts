import { dayOfWriting } from "./ledger/cells.ts"
import { readNearDay } from "./moment.ts"
import { hoursOn, type Layer } from "./roster.ts"
import { type Hours, hoursIn, isNames, layerIn, usualHours } from "./rosterwords.ts"
import { cellName, type Table } from "./table.ts"
import { type Day, dayOf, daysBetween, type Instant, minutes } from "./time.ts"
import { nameKey } from "./words.ts"

/** One person's shift, as a sheet has it. */
export interface SheetShift {
  readonly cell: string
  readonly layer: Layer
  readonly personId: string
  readonly from: Instant
  readonly to: Instant
}

/** What is wrong with a cell, and what stands there. */
export interface SheetMistake {
  readonly cell: string
  readonly code: "day" | "far" | "hours" | "unknown" | "namesakes" | "double" | "unreadable"
  readonly says: string
}

/** What has to be known to read a sheet. */
export interface Known {
  readonly now: Instant
  readonly people: readonly { readonly id: string; readonly name: string }[]
  /** The hours of the rotas that stand: what a day shift and a night shift mean here. */
  readonly hours: readonly Hours[]
}

export interface SheetReading {
  readonly shifts: readonly SheetShift[]
  readonly mistakes: readonly SheetMistake[]
  /** How many shifts are over already. */
  readonly over: number
}

/** Farther ahead than this a date is a slip of the pen. */
const FARTHEST_DAYS = 366
const LOOKED_THROUGH = 12

const keyOf = (text: string): string => nameKey(text)
const isDate = (text: string): boolean => /^(值班)?日期$|^(date|day|日期时间)$/.test(keyOf(text))
const isHoursColumn = (text: string): boolean =>
  /^(班次|时段|班别|时间|值班时间|值班时段|班|shift|hours)$/.test(keyOf(text))

interface Columns {
  readonly row: number
  readonly date: number
  readonly hours: number | null
  /** The columns of names, with what their headings say. */
  readonly names: readonly { readonly column: number; readonly layer: Layer; readonly heading: string }[]
}

/** Where the headings of a roster stand; null when the table is none. */
const columnsOf = ({ rows }: Table): Columns | null => {
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

/** Whether a table is the office's roster: a column of dates and columns of names on duty. */
export const isRosterSheet = (table: Table): boolean => columnsOf(table) !== null

/** Reads an office's roster: one row a shift, or one row a day with a column for each shift. */
export const readRosterSheet = (table: Table, known: Known): SheetReading => {
  const columns = columnsOf(table)
  const shifts: SheetShift[] = []
  const mistakes: SheetMistake[] = Object.keys(table.unreadable).map((cell) => ({
    cell,
    code: "unreadable",
    says: "",
  }))
  const now = Math.floor(known.now / minutes(1)) * minutes(1)
  let over = 0
  let lastDay: Day | null = null
  for (const [index, cells] of table.rows.entries()) {
    if (columns === null || index <= columns.row) continue
    const at = (column: number): string => (cells[column] ?? "").trim()
    const named = columns.names.filter(({ column }) => namesIn(at(column)).length > 0)
    if (named.length === 0) continue
    const written = at(columns.date)
    const day: Day | null = written === "" ? lastDay : dayIn(written, known.now)
    lastDay = day
    const dateCell = cellName(index, columns.date)
    if (day === null || daysBetween(dayOf(known.now), day) > FARTHEST_DAYS) {
      mistakes.push({ cell: dateCell, code: day === null ? "day" : "far", says: written })
      continue
    }
    const shiftWord = columns.hours === null ? "" : at(columns.hours)
    for (const { column, layer, heading } of named) {
      const cell = cellName(index, column)
      const hours =
        hoursIn(shiftWord) ?? hoursIn(heading) ?? usualHours(shiftWord || heading, layer, known.hours)
      if (hours === null) {
        const where =
          columns.hours === null || shiftWord === ""
            ? cellName(columns.row, column)
            : cellName(index, columns.hours)
        mistakes.push({ cell: where, code: "hours", says: shiftWord || heading })
        continue
      }
      const span = hoursOn(hours, day)
      if (span.to <= known.now) {
        over += 1
        continue
      }
      for (const found of peopleIn(at(column), known.people))
        if ("personId" in found)
          shifts.push({ cell, layer, ...span, from: Math.max(span.from, now), personId: found.personId })
        else mistakes.push({ cell, ...found })
    }
  }
  return { shifts, mistakes: [...once(mistakes), ...doubles(shifts, known)], over }
}

/** A day with or without its year: then the nearest. */
const dayIn = (text: string, now: Instant): Day | null =>
  dayOfWriting(text) ??
  readNearDay(
    text
      .normalize("NFKC")
      .replace(/[（(].*$|(星期|周)[一二三四五六日天].*$/u, "")
      .trim(),
    now,
    { days: {} },
  )

const NOBODY = new Set(["无", "休", "休息", "-", "—", "——", "/", "none"])

/** The names in a cell, without telephone numbers. */
const namesIn = (text: string): readonly string[] =>
  text
    .normalize("NFKC")
    .replace(/[（(][^（）()]*\d[^（）()]*[）)]/gu, " ")
    .replace(/[\d-]{5,}/g, " ")
    .split(/[、,，;；/\n]+/)
    .map((part) => part.trim())
    .filter((part) => part !== "" && !NOBODY.has(part))

type FoundPerson = { readonly personId: string } | Pick<SheetMistake, "code" | "says">

const peopleIn = (text: string, people: Known["people"]): readonly FoundPerson[] =>
  namesIn(text).flatMap((part) => {
    const whole = find(part, people)
    if ("personId" in whole || !/\s/.test(part)) return [whole]
    // Blanks part names here, and fill up a name of two characters there.
    const each = part.split(/\s+/).map((name) => find(name, people))
    return each.some((one) => "personId" in one) ? each : [whole]
  })

const find = (name: string, people: Known["people"]): FoundPerson => {
  const [first, ...namesakes] = people.filter((person) => keyOf(person.name) === keyOf(name))
  if (first === undefined) return { code: "unknown", says: name }
  return namesakes.length > 0 ? { code: "namesakes", says: name } : { personId: first.id }
}

const once = (mistakes: readonly SheetMistake[]): readonly SheetMistake[] => [
  ...new Map(mistakes.map((each) => [`${each.cell}/${each.code}/${each.says}`, each])).values(),
]

/** Somebody who stands twice at the same time. */
const doubles = (shifts: readonly SheetShift[], { people }: Known): readonly SheetMistake[] => {
  const found: SheetMistake[] = []
  const last = new Map<string, SheetShift>()
  for (const shift of [...shifts].sort((a, b) => a.from - b.from)) {
    const before = last.get(shift.personId)
    if (before !== undefined && before.to > shift.from) {
      const name = people.find(({ id }) => id === shift.personId)?.name ?? ""
      found.push({ cell: shift.cell, code: "double", says: name })
    }
    if (before === undefined || shift.to > before.to) last.set(shift.personId, shift)
  }
  return once(found)
}
