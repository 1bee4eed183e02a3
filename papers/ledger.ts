import writeXlsx, { type CellObject, type Row } from "write-excel-file/node"
import { type LedgerEntry, type LedgerKey, ledgerKeys } from "../rules/ledger.ts"
import { type Language, languages } from "../text/index.ts"
import { writeCsv } from "./csv.ts"
import { unpacker, zipEntries } from "./unzip.ts"
import { zipOf } from "./zip.ts"

/** How wide each column is shown, in characters. */
const widths: Readonly<Record<LedgerKey, number>> = {
  number: 6,
  name: 28,
  platform: 14,
  unit: 32,
  link: 40,
  verification: 32,
  outsourced: 12,
  operator: 28,
  custodian: 12,
  editors: 18,
  openedOn: 12,
  main: 12,
  state: 10,
  retiredOn: 12,
  reason: 28,
}

/**
 * Every text is written behind a dot, which is taken away again: the writer would take `constructor` for a text that
 * it has met before. What looks like an escaped character must be escaped itself.
 */
const dotted = (text: string): string => `.${text.replace(/_(?=x[0-9a-f]{4}_)/gi, "_x005F_")}`

const textCell = (value: string): CellObject => ({ value: dotted(value), type: String, format: "@" })

/** What is mended in the parts that the writer makes: the dots, and a frozen row that is said to be a frozen corner. */
const mended = (path: string, content: Buffer): Buffer => {
  if (path.endsWith("/sharedStrings.xml"))
    return Buffer.from(content.toString().replace(/(<t(?: xml:space="preserve")?>)\./g, "$1"))
  if (!path.startsWith("xl/worksheets/sheet")) return content
  return Buffer.from(content.toString().replace(' xSplit="0"', "").replace('"bottomRight"', '"bottomLeft"'))
}

/** Packs a workbook anew, without the time at which it was written. */
const repacked = async (workbook: Buffer): Promise<Buffer> => {
  const entries = zipEntries(workbook)
  const unpack = unpacker(workbook, entries)
  const contents: Record<string, Buffer> = {}
  for (const path of entries.keys()) {
    const content = await unpack(path, Infinity)
    if (content) contents[path] = mended(path, content)
  }
  return zipOf(contents, "packed")
}

const writeSheet = async (rows: readonly (readonly string[])[], sheet: string): Promise<Buffer> => {
  const [headings = [], ...lines] = rows
  const table: Row[] = [
    headings.map((value) => ({ ...textCell(value), fontWeight: "bold", backgroundColor: "#E8EEF4" })),
    ...lines.map(([number, ...cells]) => [
      Number(number),
      ...cells.map((value) => (value === "" ? null : textCell(value))),
    ]),
  ]
  const columns = ledgerKeys.map((key) => ({ width: widths[key] }))
  return repacked(await writeXlsx(table, { sheet, columns, stickyRowsCount: 1 }).toBuffer())
}

/** Writes the ledger so that reading it again, and writing that, gives the same bytes. */
export const writeLedger = async (
  entries: readonly LedgerEntry[],
  format: "xlsx" | "csv",
  language: Language,
): Promise<Uint8Array> => {
  const words = languages[language].ledger
  const rows = [
    ledgerKeys.map((key) => words.headings[key]),
    ...entries.map((entry, index) =>
      ledgerKeys.map((key) => (key === "number" ? String(index + 1) : words.cell(entry, key))),
    ),
  ]
  return format === "csv" ? writeCsv(rows) : writeSheet(rows, words.sheet)
}
