import type { RosterLine } from "../rules/rosterlines.ts"
import { writeCsv } from "./csv.ts"
import { type Language, languages } from "../text/index.ts"
import { writeSheet } from "./writing.ts"

const WIDTHS = [6, 14, 8, 20, 24, 20, 20]

/** Writes a roster as a sheet that can be read again: one row for each day and its hours. */
export const writeRoster = async (
  lines: readonly RosterLine[],
  format: "xlsx" | "csv",
  language: Language,
): Promise<Uint8Array> => {
  const words = languages[language].rostersheet
  const rows = [
    words.headings,
    ...lines.map(({ day, hours, duty, deputy, leader }, index) => [
      String(index + 1),
      day,
      words.weekday(day),
      `${hours.start}-${hours.end}`,
      ...[duty, deputy, leader].map((names) => names.join("、")),
    ]),
  ]
  return format === "csv" ? writeCsv(rows) : writeSheet(rows, { name: words.sheet, widths: WIDTHS })
}
