import { cellName, columnName, type Table } from "../table.ts"
import { nameKey, tidyName } from "../words.ts"
import { type CellFault, readers } from "./cells.ts"
import { type LedgerKey, ledgerKeys, type LedgerValues, requiredKeys } from "./columns.ts"
import { findHeading, type Heading, repeatsHeading } from "./heading.ts"
import { type CellMistake, type Ledger, type LedgerRow, mistakeIn, stateOf } from "./ledger.ts"
import { platformOf } from "./platforms.ts"
import { secretCells, without } from "./secrets.ts"

export type ReadMistake =
  | { readonly code: "no-heading"; readonly missing: readonly LedgerKey[] }
  | { readonly code: "column-twice"; readonly key: LedgerKey; readonly cells: readonly string[] }
  | { readonly code: "no-rows" }
  /** Cells that look like passwords; what they say is told nobody. */
  | { readonly code: "secret"; readonly cells: readonly string[] }
  | CellMistake<CellFault | "twice" | "live-with-day" | "opening">

export interface LedgerReading {
  /** The rows without a mistake. */
  readonly ledger: Ledger
  readonly mistakes: readonly ReadMistake[]
  /** Columns that were not read. */
  readonly ignored: readonly { readonly cell: string; readonly heading: string }[]
  /** Cells whose heading speaks of passwords: such a file should not lie about. */
  readonly secret: readonly string[]
  /** Rows below the heading that are no accounts: sums, notes, signatures. */
  readonly skipped: readonly number[]
}

/** Rows that close a sheet or part it: sums, notes, signatures, `一、微博`. */
const NO_ACCOUNT =
  /^(合计|总计|小计|共计|共\d|说明|备注|注[:\d]|填表|填报|制表|审核|审签|联系人|联系电话|单位负责人|负责人|[一二三四五六七八九十]+、|\([一二三四五六七八九十]+\)|total|notes?\b)/

/** What each column of a row says, tidied. */
type Said = Partial<Record<LedgerKey, string>>

type Line =
  | { readonly kind: "account"; readonly line: LedgerRow }
  | { readonly kind: "wrong"; readonly mistakes: readonly CellMistake<CellFault>[] }
  | { readonly kind: "skipped"; readonly row: number }

const readAccount = (
  table: Table,
  heading: Heading,
  columns: Ledger["columns"],
  index: number,
  said: Said,
): Line => {
  const values: Partial<Record<LedgerKey, unknown>> = {}
  const mistakes: CellMistake<CellFault>[] = []
  const row = index + 1
  for (const key of ledgerKeys) {
    const place = heading.places[key]
    if (!place || key === "number") continue
    const found = said[key] ?? ""
    const unreadable = table.unreadable[cellName(index, place.column)]
    const missing = found === "" && requiredKeys.some((required) => required === key)
    const fault = unreadable ?? (missing ? ("missing" as const) : null)
    if (fault) mistakes.push(mistakeIn({ columns }, fault, { row, key, found }))
    else if (found !== "") {
      const reading = readers[key](found)
      if ("fault" in reading) mistakes.push(mistakeIn({ columns }, reading.fault, { row, key, found }))
      else values[key] = reading.value
    }
  }
  if (mistakes.length > 0) return { kind: "wrong", mistakes }
  const vague = platformOf(said.platform ?? "")?.vague ?? false
  return { kind: "account", line: { row, values: values as LedgerValues, vague } }
}

const readLine = (table: Table, heading: Heading, columns: Ledger["columns"], index: number): Line | null => {
  const cells = table.rows[index] ?? []
  if (repeatsHeading(heading, cells)) return null
  const said: Said = {}
  let speaks = false
  for (const key of ledgerKeys) {
    const place = heading.places[key]
    if (!place || key === "number") continue
    said[key] = tidyName(cells[place.column] ?? "")
    speaks ||= said[key] !== "" || cellName(index, place.column) in table.unreadable
  }
  const first = cells.map(tidyName).find((text) => text !== "") ?? ""
  if (!platformOf(said.platform ?? "") && NO_ACCOUNT.test(first.normalize("NFKC").toLowerCase()))
    return { kind: "skipped", row: index + 1 }
  return speaks ? readAccount(table, heading, columns, index, said) : null
}

const identity = ({ values }: LedgerRow): string =>
  JSON.stringify([
    values.platform,
    nameKey(values.name),
    nameKey(values.unit),
    stateOf(values) === "retired" ? (values.retiredOn ?? "retired") : "live",
  ])

/** What rows that are right by themselves get wrong together, or a row within itself. */
const conflicts = (ledger: Ledger): CellMistake<"twice" | "live-with-day">[] => {
  const seen = new Map<string, number>()
  return ledger.rows.flatMap((line) => {
    const { row, values } = line
    const before = seen.get(identity(line))
    if (before === undefined) seen.set(identity(line), row)
    else {
      const also = [`${ledger.columns.name?.letters ?? ""}${before}`]
      return mistakeIn(ledger, "twice", { row, key: "name", found: values.name, also })
    }
    return values.state === "live" && values.retiredOn
      ? mistakeIn(ledger, "live-with-day", { row, key: "retiredOn", found: values.retiredOn })
      : []
  })
}

const headingMistakes = (heading: Heading | null): ReadMistake[] => {
  const missing = heading ? heading.missing : requiredKeys
  if (missing.length > 0) return [{ code: "no-heading", missing }]
  return (heading?.twice ?? []).map((twice) => ({ code: "column-twice", ...twice }))
}

/** Reads a sheet as a ledger of accounts. A row with a mistake is left out of the ledger, and its mistakes are named. */
export const readLedger = (table: Table): LedgerReading => {
  const cells = secretCells(table)
  const reading = readOpen(without(table, cells))
  return cells.length === 0
    ? reading
    : { ...reading, mistakes: [{ code: "secret", cells }, ...reading.mistakes] }
}

const readOpen = (table: Table): LedgerReading => {
  const heading = findHeading(table)
  const columns = Object.fromEntries(
    Object.entries(heading?.places ?? {}).map(([key, place]) => [
      key,
      { letters: columnName(place.column), heading: place.heading },
    ]),
  )
  const about = { ignored: heading?.ignored ?? [], secret: heading?.secret ?? [] }
  const wrongHeading = headingMistakes(heading)
  if (!heading || wrongHeading.length > 0)
    return { ledger: { columns, rows: [] }, mistakes: wrongHeading, ...about, skipped: [] }

  const lines = table.rows.flatMap((_, index) =>
    index > heading.row ? (readLine(table, heading, columns, index) ?? []) : [],
  )
  const rows = lines.flatMap((line) => (line.kind === "account" ? line.line : []))
  const against = conflicts({ columns, rows })
  const spoilt = new Set(against.map(({ row }) => row))
  const inCells = [...lines.flatMap((line) => (line.kind === "wrong" ? line.mistakes : [])), ...against]
  return {
    ledger: { columns, rows: rows.filter(({ row }) => !spoilt.has(row)) },
    mistakes:
      inCells.length + rows.length === 0 ? [{ code: "no-rows" }] : inCells.sort((a, b) => a.row - b.row),
    ...about,
    skipped: lines.flatMap((line) => (line.kind === "skipped" ? line.row : [])),
  }
}
