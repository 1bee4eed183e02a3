import type { CellObject } from "write-excel-file/node"
import { packedAnew } from "./packing.ts"

/**
 * Every text is written behind a dot, which is taken away again: the writer would take `constructor` for a text that
 * it has met before. What looks like an escaped character must be escaped itself.
 */
const dotted = (text: string): string => `.${text.replace(/_(?=x[0-9a-f]{4}_)/gi, "_x005F_")}`

/** A text that no spreadsheet takes for a number, a date or a formula. */
export const textCell = (value: string): CellObject => ({ value: dotted(value), type: String, format: "@" })

/** What is mended in the parts that the writer makes: the dots, and a frozen row that is said to be a frozen corner. */
const mended = (path: string, content: Buffer): Buffer => {
  if (path.endsWith("/sharedStrings.xml"))
    return Buffer.from(content.toString().replace(/(<t(?: xml:space="preserve")?>)\./g, "$1"))
  if (!path.startsWith("xl/worksheets/sheet")) return content
  return Buffer.from(content.toString().replace(' xSplit="0"', "").replace('"bottomRight"', '"bottomLeft"'))
}

/** Packs a workbook anew, without the time at which it was written. */
export const repacked = (workbook: Buffer): Promise<Buffer> => packedAnew(workbook, mended)
