import { dayOfWriting } from "../ledger/cells.ts"
import { readNearDay } from "../moment.ts"
import { cellName, type Table } from "../table.ts"
import {
  addDays,
  type Day,
  daysBetween,
  type Instant,
  isDay,
  type Month,
  monthOf,
  weekdayOf,
} from "../time.ts"
import type { SheetMistake } from "./reading.ts"

/** Farther ahead than this a date is a slip of the pen. */
const FARTHEST_DAYS = 366
/** Days that stand beside each other are no farther apart: a list of weekends, or of the days of a holiday. */
const WEEK = 7

export const isFar = (day: Day, today: Day): boolean => daysBetween(today, day) > FARTHEST_DAYS

const AROUND = /[（(].*$|(星期|周|礼拜)[一二三四五六日天].*$/u

const dayAlone = (text: string, now: Instant): Day | null =>
  dayOfWriting(text) ?? readNearDay(text, now, { days: {} })

/** A day with or without its year: then the nearest. */
export const dayIn = (text: string, now: Instant): Day | null =>
  dayOfWriting(text) ?? dayAlone(text.normalize("NFKC").replace(AROUND, "").trim(), now)

/** The day that heads a column: a date, or the number of a day of the month. */
type Heading = { readonly day: Day } | { readonly date: number }

const headingIn = (text: string, now: Instant): Heading | null => {
  const plain = text.normalize("NFKC").replace(/[（()）\s]|(星期|周|礼拜)[一二三四五六日天]/gu, "")
  const [, date] = /^(\d{1,2})[日号]?$/u.exec(plain) ?? []
  if (date !== undefined) return { date: Number(date) }
  const day = plain === "" ? null : dayAlone(plain, now)
  return day === null ? null : { day }
}

/** A column with the day that it is for. */
export interface DayColumn {
  readonly column: number
  readonly day: Day
}

/** A row of days: its columns, and what is wrong with them. */
export interface DayRow {
  readonly row: number
  readonly first: number
  readonly columns: readonly DayColumn[]
  readonly mistakes: readonly SheetMistake[]
}

/** How many days have to stand beside each other, when they are dates, and when they are only numbers. */
const FEWEST = { day: 2, date: 5 }

/** The month a sheet is for, as its title has it; without a year the nearest. */
export const monthIn = (texts: readonly string[], now: Instant): Month | null => {
  for (const text of texts.map((each) => each.normalize("NFKC"))) {
    const [, year = "", month = ""] = /(\d{4})\s*[年.\-/]\s*(\d{1,2})(?!\d)/u.exec(text) ?? []
    const [, alone = ""] = /(?<!\d)(\d{1,2})\s*月/u.exec(text) ?? []
    const first =
      year !== ""
        ? `${year}-${month.padStart(2, "0")}-01`
        : readNearDay(`${alone || "0"}月1日`, now, { days: {} })
    if (first !== null && isDay(first)) return monthOf(first)
  }
  return null
}

/** The days across a sheet, when a row of it is one of days; numbers alone belong to the month of the title. */
export const dayRowOf = (
  { rows }: Pick<Table, "rows">,
  row: number,
  { now, month }: { readonly now: Instant; readonly month: Month | null },
): DayRow | null => {
  const headings = (rows[row] ?? []).map((text) => headingIn(text, now))
  const first = headings.findIndex((each) => each !== null)
  const start = headings[first]
  if (first < 0 || !start) return null
  const dates = "date" in start
  let count = 0
  while (isNext(headings[first + count - 1], headings[first + count], count)) count += 1
  if (count < FEWEST[dates ? "date" : "day"]) return null
  const columns: DayColumn[] = []
  const mistakes: SheetMistake[] = []
  let current: Month | null = month
  for (const [offset, heading] of headings.slice(first, first + count).entries()) {
    const column = first + offset
    const cell = cellName(row, column)
    const before = headings[column - 1]
    if (heading && "day" in heading) columns.push({ column, day: heading.day })
    else if (heading && current !== null) {
      if (before && "date" in before && before.date > heading.date)
        current = monthOf(addDays(`${current}-28`, 4))
      const day = `${current}-${String(heading.date).padStart(2, "0")}`
      if (isDay(day)) columns.push({ column, day })
      else if (isFilled(rows, row, column))
        mistakes.push({ cell, code: "day", says: `${current}-${heading.date}` })
    }
  }
  for (const [offset, heading] of headings.slice(first + count).entries()) {
    const column = first + count + offset
    if (heading !== null && isFilled(rows, row, column))
      mistakes.push({ cell: cellName(row, column), code: "order", says: (rows[row]?.[column] ?? "").trim() })
  }
  if (dates && month === null)
    mistakes.push({ cell: cellName(row, first), code: "month", says: (rows[row]?.[first] ?? "").trim() })
  return { row, first, columns, mistakes: [...mistakes, ...wrongWeekdays(rows, row, columns)] }
}

const isNext = (
  before: Heading | null | undefined,
  each: Heading | null | undefined,
  count: number,
): boolean => {
  if (!each) return false
  if (count === 0) return true
  if (!before) return false
  if ("date" in each)
    return "date" in before && (each.date === before.date + 1 || (each.date === 1 && before.date >= 28))
  if (!("day" in before)) return false
  const apart = daysBetween(before.day, each.day)
  return apart > 0 && apart <= WEEK
}

const isFilled = (rows: Table["rows"], row: number, column: number): boolean =>
  rows.slice(row + 1).some((cells) => (cells[column] ?? "").trim() !== "")

const WITH_DAY = /(?:星期|周|礼拜)([一二三四五六日天])/u
const ALONE = /^(?:星期|周|礼拜)?([一二三四五六日天])$/u

const textAt = (rows: Table["rows"], row: number, column: number): string =>
  (rows[row]?.[column] ?? "").normalize("NFKC").trim()

/** Whether a row says nothing but the days of the week; a row of day shifts is none. */
export const isWeekdays = (rows: Table["rows"], row: number, columns: readonly DayColumn[]): boolean => {
  const said = columns.map(({ column }) => textAt(rows, row, column)).filter((text) => text !== "")
  return said.every((text) => ALONE.test(text)) && said.some((text) => /[一二三四五六]/u.test(text))
}

const NAMED = /^(?:星期|周|礼拜)[一二三四五六日天]$/u
/** So many days of the week beside each other are a week. */
const A_WEEK = 5

/** The first cell of a week without any date, by which nobody can say which week it is; null where there is none. */
export const undatedIn = ({ rows }: Pick<Table, "rows">): SheetMistake | null => {
  for (const [row, cells] of rows.slice(0, 12).entries()) {
    const named = cells.map((text) => NAMED.test(text.normalize("NFKC").trim()))
    const first = named.indexOf(true)
    if (first < 0 || named.filter(Boolean).length < A_WEEK) continue
    return { cell: cellName(row, first), code: "undated", says: (cells[first] ?? "").trim() }
  }
  return null
}

/** The days of the week that stand with the days, or in the row below them, have to be theirs. */
const wrongWeekdays = (
  rows: Table["rows"],
  row: number,
  columns: readonly DayColumn[],
): readonly SheetMistake[] => {
  const below = isWeekdays(rows, row + 1, columns)
  return columns.flatMap(({ column, day }) => {
    const places = [
      { at: row, found: WITH_DAY.exec(textAt(rows, row, column)) },
      ...(below ? [{ at: row + 1, found: ALONE.exec(textAt(rows, row + 1, column)) }] : []),
    ]
    return places.flatMap(({ at, found }) => {
      const number = "一二三四五六日".indexOf((found?.[1] ?? "").replace("天", "日")) + 1
      if (found === null || number === weekdayOf(day)) return []
      return [{ cell: cellName(at, column), code: "weekday" as const, says: `${found[0]} ${day}` }]
    })
  })
}
