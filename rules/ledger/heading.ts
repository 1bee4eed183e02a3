import { cellName, type Table } from "../table.ts"
import { nameKey, tidyName } from "../words.ts"
import { headings, type LedgerKey, ledgerKeys, requiredKeys } from "./columns.ts"

/** Where a column of the ledger stands in a sheet, and what the sheet calls it. */
export interface Place {
  readonly column: number
  readonly heading: string
}

export interface Heading {
  /** Counted from 0. */
  readonly row: number
  readonly places: Readonly<Partial<Record<LedgerKey, Place>>>
  /** Headings that mean nothing here: their columns are not read. */
  readonly ignored: readonly { readonly cell: string; readonly heading: string }[]
  /** Cells whose heading says that the column holds passwords. */
  readonly secret: readonly string[]
  /** Required columns that the sheet lacks. */
  readonly missing: readonly LedgerKey[]
  /** Columns that stand in the sheet twice, under the same heading. */
  readonly twice: readonly { readonly key: LedgerKey; readonly cells: readonly string[] }[]
}

/** Titles above the heading are few; nobody looks for it further down. */
const ROWS_SEARCHED = 30

/** A heading as it is compared: `账号名称（全称）*` is `账号名称`. */
const headingKey = (text: string): string =>
  nameKey(text)
    .replace(/\([^()]*\)/g, "")
    .replace(/[*:/、\\]|必填|选填/g, "")

/** Every known heading with its column and how plain it is. */
const known = new Map<string, { key: LedgerKey; rank: number }>(
  ledgerKeys.flatMap((key) =>
    headings[key].map((heading, rank) => [headingKey(heading), { key, rank }] as const),
  ),
)

const SECRET = /密码|密碼|口令|password|passcode|passwd|^pwd$/

/** Whether a heading says that its column holds passwords. */
export const namesPasswords = (text: string): boolean => {
  const key = headingKey(text)
  return (
    SECRET.test(key) &&
    !known.has(key) &&
    !/保管|管理|专人|人员?$|时间|日期|周期|更换|custodian|changed/.test(key)
  )
}

const headingAt = (row: readonly string[], index: number): Heading => {
  const places: Partial<Record<LedgerKey, Place & { rank: number }>> = {}
  const twice = new Map<LedgerKey, string[]>()
  row.forEach((text, column) => {
    const found = known.get(headingKey(text))
    if (!found) return
    const before = places[found.key]
    if (before?.rank === found.rank) {
      const cells = twice.get(found.key) ?? [cellName(index, before.column)]
      twice.set(found.key, [...cells, cellName(index, column)])
    }
    if (!before || found.rank < before.rank)
      places[found.key] = { column, heading: tidyName(text), rank: found.rank }
  })
  const read = new Set(Object.values(places).map(({ column }) => column))
  const rest = row.flatMap((text, column) =>
    read.has(column) || tidyName(text) === ""
      ? []
      : [{ cell: cellName(index, column), heading: tidyName(text) }],
  )
  return {
    row: index,
    places,
    ignored: rest.filter(({ heading }) => !namesPasswords(heading)),
    secret: rest.filter(({ heading }) => namesPasswords(heading)).map(({ cell }) => cell),
    missing: requiredKeys.filter((key) => !places[key]),
    twice: [...twice].map(([key, cells]) => ({ key, cells })),
  }
}

/** The row that names the columns: the one that names most of them, below whatever titles stand above. */
export const findHeading = (table: Table): Heading | null => {
  let best: Heading | null = null
  let most = 1
  for (const [index, row] of table.rows.slice(0, ROWS_SEARCHED).entries()) {
    const heading = headingAt(row, index)
    const named = Object.keys(heading.places).length
    if (named <= most) continue
    best = heading
    most = named
  }
  return best
}

/** Whether a sheet is a ledger: it has every required column. */
export const hasHeading = (table: Table): boolean => findHeading(table)?.missing.length === 0

/** Whether a row says the headings again, as under every page of a printed sheet. */
export const repeatsHeading = (heading: Heading, row: readonly string[]): boolean =>
  requiredKeys.every((key) => {
    const column = heading.places[key]?.column
    return column !== undefined && known.get(headingKey(row[column] ?? ""))?.key === key
  })
