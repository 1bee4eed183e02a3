import { kindColumns } from "../rules/kindsheet.ts"
import { type Language, languages } from "../text/index.ts"
import { writeSheet } from "./writing.ts"

const WIDTHS = [6, 18, 14, 10, 10, 36, 24, 36, 24]

/** A table of events with one line as an example, to be filled in and sent back. */
export const writeKindSheet = (language: Language): Promise<Buffer> => {
  const { headings, example, sheet } = languages[language].ownkind
  const rows = [
    ["#", ...kindColumns.map((column) => headings[column])],
    ["1", ...example],
  ]
  return writeSheet(rows, { name: sheet, widths: WIDTHS })
}
