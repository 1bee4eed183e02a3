/** The account ledger (账号台账): its columns, how it is read, what it would change, and how it is written. */
export { described, type LedgerAccount } from "./ledger/fields.ts"
export { headings, type LedgerKey, ledgerKeys, ledgerLimits } from "./ledger/columns.ts"
export {
  type Added,
  type Changed,
  difference,
  type Difference,
  type DifferenceMistake,
} from "./ledger/difference.ts"
export { ledgerEntries, type LedgerEntry } from "./ledger/entries.ts"
export { hasHeading } from "./ledger/heading.ts"
export { type CellMistake, Ledger } from "./ledger/ledger.ts"
export { openingMistakes } from "./ledger/openings.ts"
export { type LedgerReading, type ReadMistake, readLedger } from "./ledger/read.ts"
export { holdsPasswords } from "./ledger/secrets.ts"
