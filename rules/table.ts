/** Why a cell of a spreadsheet has no value to read. */
export type Unreadable = "formula" | "error"

/** A sheet as it was read: every cell as text, in its place. */
export interface Table {
  /** The name of the sheet, or of the file when it has only one. */
  readonly sheet: string
  /** `rows[0][2]` is the cell C1. Rows may be of different lengths; an empty cell is "". */
  readonly rows: readonly (readonly string[])[]
  /** Cells that say something but hold no value: a formula that was never computed, an error like `#N/A`. */
  readonly unreadable: Readonly<Record<string, Unreadable>>
  /** The names of the other visible sheets, which were not read. */
  readonly others: readonly string[]
}

/** Larger files are refused unread. */
export const tableLimits = {
  bytes: 20 * 1024 * 1024,
  rows: 10_000,
  columns: 100,
  cells: 300_000,
  /** Longer cells are cut here: every column that is read allows less. */
  characters: 2_000,
} as const

/** The letters of a column, the first being 0: `columnName(27)` is `AB`. */
export const columnName = (column: number): string =>
  column < 26
    ? String.fromCharCode(65 + column)
    : columnName(Math.floor(column / 26) - 1) + columnName(column % 26)

/** What spreadsheets call a cell, row and column counted from 0: `cellName(6, 2)` is `C7`. */
export const cellName = (row: number, column: number): string => `${columnName(column)}${row + 1}`

/** Why a file could not be read as a table at all. */
export type FileMistake =
  | { readonly code: "empty" | "not-a-table" | "old-excel" | "locked" | "damaged" | "encoding" }
  /** The file is larger than `tableLimits.bytes`. */
  | { readonly code: "too-large" }
  /** The messenger has it no longer. */
  | { readonly code: "gone" }
  /** Unpacked it would be far larger than any ledger. */
  | { readonly code: "bomb" }
  | { readonly code: "too-many-cells" }
  | { readonly code: "too-many-rows" | "too-many-columns"; readonly cell: string }
  /** Quotation marks of a text file that do not close, or a row without end; the row where that begins. */
  | { readonly code: "quotes"; readonly row: number }
