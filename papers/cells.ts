import type { CellObject } from "write-excel-file/node"
import { packedAnew } from "./packing.ts"

/**
 * Every text is written behind a dot, which is taken away again: the writer would take `constructor` for a text that
 * it has met before. What looks like an escaped character must be escaped itself.
 */
const dotted = (text: string): string => `.${text.replace(/_(?=x[0-9a-f]{4}_)/gi, "_x005F_")}`

/** A text that no spreadsheet takes for a number, a date or a formula. */
export const textCell = (value: string): CellObject => ({ value: dotted(value), type: String, format: "@" })

/** An office prints what it files: on A4, as wide as the paper, and as many pages long as it takes. */
const onPaper = (sheet: string): string => {
  const orientation = /<pageSetup [^>]*orientation="(\w+)"/.exec(sheet)?.[1] ?? "portrait"
  const setup = `<pageSetup paperSize="9" orientation="${orientation}" fitToWidth="1" fitToHeight="0"/>`
  return sheet
    .replace(/<worksheet[^>]*>/, (opening) => `${opening}<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`)
    .replace(/(?:<pageSetup [^>]*>)?(?=<\/worksheet>$)/, setup)
}

/** How many lines a text takes in a column of so many characters; a Chinese one takes the room of two. */
export const linesIn = (text: string, width: number): number =>
  text
    .split("\n")
    .map((line) => Array.from(line).reduce((room, letter) => room + (letter > "\u2e7f" ? 2 : 1), 0))
    .reduce((lines, room) => lines + Math.max(1, Math.ceil(room / width)), 0)

/**
 * What is mended in the parts that the writer makes: the dots, a frozen row that is said to be a frozen corner, and how
 * it is printed.
 */
const mended = (path: string, content: Buffer): Buffer => {
  if (path.endsWith("/sharedStrings.xml"))
    return Buffer.from(content.toString().replace(/(<t(?: xml:space="preserve")?>)\./g, "$1"))
  if (!path.startsWith("xl/worksheets/sheet")) return content
  return Buffer.from(
    onPaper(content.toString().replace(' xSplit="0"', "").replace('"bottomRight"', '"bottomLeft"')),
  )
}

/** Packs a workbook anew, without the time at which it was written. */
export const repacked = (workbook: Buffer): Promise<Buffer> => packedAnew(workbook, mended)
