import { z } from "zod"
import { type LedgerKey, ledgerKeys, LedgerValues } from "./columns.ts"

const Column = z.object({ letters: z.string(), heading: z.string() }).readonly()

export const LedgerRow = z
  .object({
    /** As the spreadsheet numbers it, from 1. */
    row: z.number(),
    values: LedgerValues,
    /** The platform was written `微信公众号`, which leaves open the kind of account. */
    vague: z.boolean(),
  })
  .readonly()
export type LedgerRow = z.output<typeof LedgerRow>

/** The rows of a ledger and where each column stood, as it can be kept until somebody confirms it. */
export const Ledger = z
  .object({
    columns: z.partialRecord(z.enum(ledgerKeys), Column).readonly(),
    rows: z.array(LedgerRow).readonly(),
  })
  .readonly()
export type Ledger = z.output<typeof Ledger>

/** What is wrong with one cell, and what a text needs to say it. */
export interface CellMistake<Code extends string> {
  readonly code: Code
  /** `C7` */
  readonly cell: string
  readonly row: number
  readonly key: LedgerKey
  /** The heading of its column, in the sheet's own words. */
  readonly heading: string
  readonly found: string
  /** Other cells concerned, or the names that `found` may mean. */
  readonly also: readonly string[]
}

/** What is wrong with one column of one row of a ledger. */
export const mistakeIn = <Code extends string>(
  ledger: Pick<Ledger, "columns">,
  code: Code,
  {
    row,
    key,
    found = "",
    also = [],
  }: { row: number; key: LedgerKey; found?: string; also?: readonly string[] },
): CellMistake<Code> => {
  const column = ledger.columns[key] ?? ledger.columns.name
  return {
    code,
    cell: `${column?.letters ?? ""}${row}`,
    row,
    key,
    heading: column?.heading ?? "",
    found,
    also,
  }
}

/** What a row says of the account's state; a day of retirement says it too. */
export const stateOf = (values: LedgerValues): "live" | "retired" | undefined =>
  values.state ?? (values.retiredOn ? "retired" : undefined)
