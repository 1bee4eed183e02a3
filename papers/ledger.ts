import { type LedgerEntry, type LedgerKey, ledgerKeys } from "../rules/ledger.ts"
import { type Language, languages } from "../text/index.ts"
import { writeCsv } from "./csv.ts"
import { writeSheet } from "./writing.ts"

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
  return format === "csv"
    ? writeCsv(rows)
    : writeSheet(rows, { name: words.sheet, widths: ledgerKeys.map((key) => widths[key]) })
}
