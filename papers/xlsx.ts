import { readSheet } from "read-excel-file/universal"
import { hasHeading } from "../rules/ledger.ts"
import { type Table, tableLimits } from "../rules/table.ts"
import { inspectSheet, type Merge } from "./sheet.ts"
import { Unreadable } from "./unreadable.ts"
import { type Workbook, workbookOf, workbookParts } from "./workbook.ts"
import { zipOf } from "./zip.ts"
import { type Unpack, unpacker, zipEntries } from "./unzip.ts"

/** Sheets looked at in search of the ledger. */
const SHEETS = 20

const MEGABYTE = 1024 * 1024
/** The most bytes each part may unpack to: a ledger of 10,000 accounts stays below half of it. */
const most = { workbook: MEGABYTE, strings: 24 * MEGABYTE, styles: 4 * MEGABYTE, sheet: 32 * MEGABYTE }

const decode = (bytes: Buffer): string => {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes)
  } catch (cause) {
    throw new Unreadable({ code: "damaged" }, cause)
  }
}

/** A number format longer than spreadsheets allow only serves to keep a parser busy. */
const checkedStyles = (bytes: Buffer | null): Buffer | null => {
  if (bytes && /formatCode\s*=\s*(?:"[^"]{1000}|'[^']{1000})/.test(decode(bytes)))
    throw new Unreadable({ code: "damaged" })
  return bytes
}

/** So do millions of escaped characters. */
const checkedStrings = (bytes: Buffer | null): Buffer | null => {
  for (const escape of ["&", "_x"]) {
    let count = 0
    for (let at = bytes?.indexOf(escape) ?? -1; bytes && at >= 0; at = bytes.indexOf(escape, at + 1)) count++
    if (count > 2 * tableLimits.cells) throw new Unreadable({ code: "damaged" })
  }
  return bytes
}

/** A cell as text: a date as `2026-02-12`, with its time when it has one. */
const textOf = (value: unknown): string => {
  if (value instanceof Date)
    return Number.isNaN(value.getTime()) ? "" : value.toISOString().replace(/T00:00:00\.000Z$/, "")
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean"
    ? String(value).slice(0, tableLimits.characters)
    : ""
}

/** What is written once over several merged rows is meant for each of them. */
const fillDown = (rows: string[][], merges: readonly Merge[]): void => {
  for (const { top, left, bottom } of merges) {
    const value = rows[top]?.[left] ?? ""
    if (value === "") continue
    for (const row of rows.slice(top + 1, bottom + 1)) {
      while (row.length <= left) row.push("")
      row[left] = value
    }
  }
}

interface Parts {
  readonly strings: Buffer | null
  readonly styles: Buffer | null
}

const valuesOf = async (sheet: Buffer, from1904: boolean, parts: Parts): Promise<string[][]> => {
  const archive = zipOf(workbookParts(from1904, { sheet, ...parts }), "stored")
  try {
    const rows = await readSheet(new Uint8Array(archive).buffer)
    return rows.map((row) => row.map(textOf))
  } catch (cause) {
    throw new Unreadable({ code: "damaged" }, cause)
  }
}

const readWorkbook = async (unpack: Unpack): Promise<Workbook> => {
  const workbook = await unpack("xl/workbook.xml", most.workbook)
  const relations = await unpack("xl/_rels/workbook.xml.rels", most.workbook)
  if (!workbook || !relations) throw new Unreadable({ code: "not-a-table" })
  return workbookOf(decode(workbook), decode(relations))
}

/** Reads the first visible sheet that is a ledger, or the first that holds anything. */
export const readXlsx = async (bytes: Buffer): Promise<Table> => {
  const unpack = unpacker(bytes, zipEntries(bytes))
  const workbook = await readWorkbook(unpack)
  const parts: Parts = {
    strings: checkedStrings(await unpack(workbook.strings ?? "", most.strings)),
    styles: checkedStyles(await unpack(workbook.styles ?? "", most.styles)),
  }
  const names = workbook.sheets.map(({ name }) => name)
  let first: Table | null = null
  for (const { name, path } of workbook.sheets.slice(0, SHEETS)) {
    const content = await unpack(path, most.sheet)
    if (!content) throw new Unreadable({ code: "damaged" })
    const { xml, merges, unreadable } = inspectSheet(decode(content))
    const rows = await valuesOf(Buffer.from(xml), workbook.from1904, parts)
    fillDown(rows, merges)
    const table: Table = { sheet: name, rows, unreadable, others: names.filter((other) => other !== name) }
    if (hasHeading(table)) return table
    if (rows.length > 0) first ??= table
  }
  if (!first) throw new Unreadable({ code: "empty" })
  return first
}
