import { cellName, tableLimits, type Unreadable as Unread } from "../rules/table.ts"
import { Unreadable } from "./unreadable.ts"
import { attributesOf, type Tag, tags } from "./xml.ts"

/** A merged area, rows and columns counted from 0, ends included. */
export interface Merge {
  readonly top: number
  readonly left: number
  readonly bottom: number
}

/** What a worksheet holds, as far as a ledger needs it. */
export interface Sheet {
  /** A worksheet that holds the cells with a value and nothing else, within the limits and in order. */
  readonly xml: string
  readonly merges: readonly Merge[]
  readonly unreadable: Readonly<Record<string, Unread>>
}

/** A cell takes at most six tags; sheets that were formatted to the last column have many without a value. */
const MOST_TAGS = 4_000_000

const placeOf = (reference: string): { row: number; column: number } | null => {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(reference)
  if (!match) return null
  const [, letters = "", digits = ""] = match
  let column = 0
  for (let at = 0; at < letters.length; at++) column = column * 26 + letters.charCodeAt(at) - 64
  return { row: Number(digits) - 1, column: column - 1 }
}

/** Where a cell says that it stands. Nearly all say it first, and there may be millions. */
const referenceOf = (tag: Tag): string =>
  /^\s+r="([A-Z]{1,3}\d{1,7})"/.exec(tag.attributes)?.[1] ?? attributesOf(tag).get("r") ?? ""

const mergeOf = (tag: Tag): Merge[] => {
  const [first, last] = (attributesOf(tag).get("ref") ?? "").split(":").map(placeOf)
  if (!first || !last || last.row === first.row) return []
  return [{ top: first.row, left: first.column, bottom: Math.min(last.row, tableLimits.rows - 1) }]
}

/** A cell that is being read. */
interface Open {
  readonly tag: Tag
  readonly row: number
  readonly column: number
  formula: boolean
  /** What stands in `<v>`, or in the `<t>` of `<is>`, still escaped; null when there is neither. */
  value: string | null
}

const wordIn = (attributes: ReadonlyMap<string, string>, name: string, pattern: RegExp): string => {
  const found = attributes.get(name) ?? ""
  return pattern.test(found) ? found : ""
}

/** A cell as it is written out again, why it has no value although it says something, or null when it is empty. */
const read = (cell: Open, name: string): { readonly xml: string } | { readonly fault: Unread } | null => {
  const attributes = attributesOf(cell.tag)
  const type = wordIn(attributes, "t", /^[a-zA-Z]+$/)
  if (type === "e") return { fault: "error" }
  const computed = cell.value !== null && (cell.value !== "" || type === "str")
  if (cell.formula && !computed) return { fault: "formula" }
  if (!cell.value) return null
  const style = wordIn(attributes, "s", /^\d{1,6}$/)
  const value = type === "inlineStr" ? `<is><t>${cell.value}</t></is>` : `<v>${cell.value}</v>`
  return { xml: `<c r="${name}"${type && ` t="${type}"`}${style && ` s="${style}"`}>${value}</c>` }
}

/** A value holds no tags: one that did could smuggle a row past the limits. */
const plain = (value: string): string => {
  if (value.includes("<")) throw new Unreadable({ code: "damaged" })
  return value
}

/**
 * Looks through a worksheet before a parser does: a row may call itself the millionth, a cell may stand in column XFD,
 * and a parser would make room for all that lies before. Only what has a value and is in bounds is written out again.
 */
export const inspectSheet = (xml: string): Sheet => {
  const rows = new Map<number, Map<number, string>>()
  const unreadable: Record<string, Unread> = {}
  const merges: Merge[] = []
  let row = -1
  let column = -1
  let cell: Open | null = null
  let from = 0
  let phonetic = false
  let kept = 0

  const keep = (cell: Open): void => {
    if (!cell.formula && !cell.value) return
    const name = cellName(cell.row, cell.column)
    const found = read(cell, name)
    if (found === null) return
    if (cell.row >= tableLimits.rows) throw new Unreadable({ code: "too-many-rows", cell: name })
    if (cell.column >= tableLimits.columns) throw new Unreadable({ code: "too-many-columns", cell: name })
    if (++kept > tableLimits.cells) throw new Unreadable({ code: "too-many-cells" })
    if ("fault" in found) {
      unreadable[name] = found.fault
      return
    }
    const cells = rows.get(cell.row)
    if (cells) cells.set(cell.column, found.xml)
    else rows.set(cell.row, new Map([[cell.column, found.xml]]))
  }

  let count = 0
  for (const tag of tags(xml)) {
    if (++count > MOST_TAGS) throw new Unreadable({ code: "too-many-cells" })
    if (tag.name === "row" && tag.kind !== "close") {
      const number = Number(attributesOf(tag).get("r") ?? row + 2)
      row = Number.isInteger(number) && number > 0 ? number - 1 : row + 1
      column = -1
    } else if (tag.name === "c" && tag.kind !== "close") {
      const place = placeOf(referenceOf(tag)) ?? { row, column: column + 1 }
      column = place.column
      cell = tag.kind === "open" ? { tag, ...place, formula: false, value: null } : null
    } else if (tag.name === "c" && cell) {
      keep(cell)
      cell = null
    } else if (tag.name === "mergeCell") merges.push(...mergeOf(tag))
    else if (cell && tag.name === "f") cell.formula = true
    else if (cell && tag.name === "rPh") phonetic = tag.kind === "open"
    else if (cell && (tag.name === "v" || tag.name === "t") && !phonetic) {
      if (tag.kind === "open") from = tag.to
      else cell.value = (cell.value ?? "") + (tag.kind === "close" ? plain(xml.slice(from, tag.from)) : "")
    }
  }
  const body = [...rows]
    .sort(([a], [b]) => a - b)
    .map(([at, cells]) => {
      const inLine = [...cells].sort(([a], [b]) => a - b).map(([, text]) => text)
      return `<row r="${at + 1}">${inLine.join("")}</row>`
    })
  if (merges.reduce((sum, { top, bottom }) => sum + bottom - top, 0) > tableLimits.rows * tableLimits.columns)
    throw new Unreadable({ code: "damaged" })
  return { xml: `<worksheet><sheetData>${body.join("")}</sheetData></worksheet>`, merges, unreadable }
}
