// Writes holidays.json anew from the data of the package chinese-days: `npx tsx rulebooks/make-holidays.ts`.
// Run it after an update of that package; an office adds its own year with `zhishou calendar import` instead.
import { readFileSync, writeFileSync } from "node:fs"
import { createRequire } from "node:module"
import { join } from "node:path"

const published = JSON.parse(
  readFileSync(createRequire(import.meta.url).resolve("chinese-days/dist/chinese-days.json"), "utf8"),
) as Record<"holidays" | "workdays", Record<string, string>>

const inYear = (list: "holidays" | "workdays", year: string): string[] =>
  Object.keys(published[list])
    .filter((day) => day.startsWith(year))
    .toSorted()

const years = [...new Set(Object.keys(published.holidays).map((day) => day.slice(0, 4)))].toSorted()

const lines = years.map((year) =>
  JSON.stringify({
    id: year,
    holidays: inYear("holidays", year),
    makeUpDays: inYear("workdays", year),
    source: `国务院办公厅关于${year}年部分节假日安排的通知; data: chinese-days (MIT)`,
  }),
)

writeFileSync(join(import.meta.dirname, "holidays.json"), `{ "years": [\n${lines.join(",\n")}\n] }\n`)
