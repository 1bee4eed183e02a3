import { mkdirSync, renameSync, writeFileSync } from "node:fs"
import { readHolidays } from "../../papers/holidays.ts"
import type { CalendarYear } from "../../rules/year.ts"
import { holidaysFile, ownYears, shippedYears } from "../shipped.ts"
import { type AddTool, bytesOf, Failed, settings } from "./tool.ts"

/** Adds a year's holiday notice to the data folder; a running bot takes it up within a minute. */
export const addCalendar: AddTool = (program) => {
  const calendar = program.command("calendar").description("holiday notices")
  calendar
    .command("import")
    .description("add the years of a file, or put them right")
    .argument("<file>", "JSON, as docs/calendar.md describes")
    .action((file: string) => {
      const read = readHolidays(bytesOf(file).toString("utf8"))
      if ("mistakes" in read) throw new Failed([`${file}: nothing was imported`, ...read.mistakes].join("\n"))
      const folder = settings().DATA_DIR
      const years = new Map<string, CalendarYear>(ownYears(folder).map((year) => [year.id, year]))
      for (const year of read.years) years.set(year.id, year)
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      const target = holidaysFile(folder)
      const lines = [...years.values()]
        .sort((a, b) => a.id.localeCompare(b.id))
        .map((year) => JSON.stringify(year))
      writeFileSync(`${target}.new`, `{ "years": [\n${lines.join(",\n")}\n] }\n`, { flush: true })
      renameSync(`${target}.new`, target)
      console.log(`imported ${read.years.map(({ id }) => id).join(", ")}`)
    })
  calendar
    .command("show")
    .description("the years that are known")
    .action(() => {
      const own = new Set(ownYears(settings().DATA_DIR).map(({ id }) => id))
      const all = [...new Set([...shippedYears().map(({ id }) => id), ...own])].sort()
      for (const id of all) console.log(own.has(id) ? `${id} (imported)` : id)
    })
}
