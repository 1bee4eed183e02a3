import { looksLikePassword } from "../secret.ts"
import { cellName, type Table } from "../table.ts"
import { nameKey } from "../words.ts"
import { findHeading, namesPasswords } from "./heading.ts"

/** Signs and letters enough for a password; stars in its place and words like 已设置 are none. */
const VALUE = /[!-~]{4,}/
const MASKED = /^[x*.•_?/-]+$/

/** Where a sheet without the headings of a ledger says 密码. */
const PLAINLY = /^(账号|登录|初始|后台|管理)*(密码|口令|password|pwd)$/
const ROWS_SEARCHED = 30

const headingRow = (table: Table): number => {
  const heading = findHeading(table)
  if (heading) return heading.row
  return table.rows
    .slice(0, ROWS_SEARCHED)
    .findIndex((row) => row.some((text) => PLAINLY.test(nameKey(text))))
}

/** The columns that are headed 密码, counted from 0, with the row of their headings. */
const columnsOf = (table: Table): { readonly row: number; readonly columns: ReadonlySet<number> } => {
  const row = headingRow(table)
  const headed = (table.rows[row] ?? []).flatMap((text, column) => (namesPasswords(text) ? column : []))
  return { row, columns: new Set(headed) }
}

/** The cells outside such columns that look like a password; nothing of them may be read, shown or kept. */
export const secretCells = (table: Table): readonly string[] => {
  const headed = columnsOf(table)
  const isBelow = (row: number, column: number): boolean => row > headed.row && headed.columns.has(column)
  return table.rows.flatMap((cells, row) =>
    cells.flatMap((text, column) =>
      !isBelow(row, column) && looksLikePassword(text) ? cellName(row, column) : [],
    ),
  )
}

/** A table whose secret cells are empty. */
export const without = (table: Table, secret: readonly string[]): Table => {
  if (secret.length === 0) return table
  const hidden = new Set(secret)
  return {
    ...table,
    rows: table.rows.map((cells, row) =>
      cells.map((text, column) => (hidden.has(cellName(row, column)) ? "" : text)),
    ),
  }
}

/** Whether a sheet gives passwords away: below a heading that says so, or in any other cell or name. */
export const holdsPasswords = (table: Table): boolean => {
  const { row, columns } = columnsOf(table)
  const below = table.rows.slice(row + 1)
  return (
    below.some((cells) => [...columns].some((column) => isValue(cells[column] ?? ""))) ||
    secretCells(table).length > 0
  )
}

const isValue = (text: string): boolean => {
  const plain = text.normalize("NFKC").trim()
  return VALUE.test(plain) && !MASKED.test(plain)
}
