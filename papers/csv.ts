import { CsvError, parse } from "csv-parse/sync"
import iconv from "iconv-lite"
import { cellName, tableLimits } from "../rules/table.ts"
import { Unreadable } from "./unreadable.ts"

/** UTF-8 is recognised by its form, which other encodings do not take by chance; what is left is GB18030, with GBK in it. */
const decode = (bytes: Buffer): string => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return iconv.decode(bytes, "utf16-le")
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return iconv.decode(bytes, "utf16-be")
  if (bytes.includes(0)) throw new Unreadable({ code: "not-a-table" })
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes)
  } catch {
    const text = iconv.decode(bytes, "gb18030")
    if (text.includes("\ufffd")) throw new Unreadable({ code: "encoding" })
    return text
  }
}

const DELIMITERS = [",", "\t", ";"] as const

/** The delimiter that stands most often outside quotation marks in the first lines. */
const delimiterOf = (text: string): string => {
  const head = text
    .slice(0, 20_000)
    .split(/\r\n|\r|\n/, 20)
    .join("\n")
    .replace(/"[^"]*"/g, "")
  const [first = ","] = [...DELIMITERS].sort((a, b) => head.split(b).length - head.split(a).length)
  return first
}

/** A leading apostrophe keeps a spreadsheet from taking a text for a formula; it is not part of the text. */
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/

const unescaped = (cell: string): string =>
  cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell

/** Reads comma-, semicolon- or tab-separated text. */
export const readCsv = (bytes: Buffer): string[][] => {
  const text = decode(bytes)
  const delimiter = delimiterOf(text)
  const rows: string[][] = []
  let filled = 0
  const take = (record: string[]): null => {
    const last = record.findLastIndex((cell) => cell.trim() !== "")
    const name = cellName(rows.length, Math.max(0, last))
    if (last >= tableLimits.columns) throw new Unreadable({ code: "too-many-columns", cell: name })
    if (last >= 0 && rows.length >= tableLimits.rows)
      throw new Unreadable({ code: "too-many-rows", cell: name })
    if (last >= 0) filled = rows.length + 1
    if (rows.length < tableLimits.rows)
      rows.push(record.slice(0, last + 1).map((cell) => unescaped(cell.slice(0, tableLimits.characters))))
    return null
  }
  checkCells(text, delimiter)
  try {
    parse(text, {
      delimiter,
      on_record: take,
      relax_column_count: true,
      relax_quotes: true,
      max_record_size: tableLimits.columns * tableLimits.characters,
    })
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause
    throw new Unreadable({ code: "quotes", row: rows.length + 1 }, cause)
  }
  return rows.slice(0, filled)
}

/** A file of nothing but commas or line ends would fill the memory before anybody could count its cells. */
const checkCells = (text: string, delimiter: string): void => {
  let count = 0
  for (const mark of [delimiter, "\n"])
    for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) count++
  if (count > tableLimits.rows * tableLimits.columns) throw new Unreadable({ code: "too-many-cells" })
}

/** The rows as comma-separated text in UTF-8, with the mark by which spreadsheets know it. */
export const writeCsv = (rows: readonly (readonly string[])[]): Buffer => {
  const lines = rows.map((row) =>
    row
      .map((cell) => (FORMULA.test(cell) ? `'${cell}` : cell))
      .map((cell) => (/[",;\t\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
      .join(","),
  )
  return Buffer.from(`\ufeff${lines.map((line) => `${line}\r\n`).join("")}`)
}
