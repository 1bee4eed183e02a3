import { existsSync, readdirSync, readFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { readHolidays } from "../papers/holidays.ts"
import { readRulebook } from "../papers/rulebook.ts"
import type { Rulebook } from "../rules/rulebook.ts"
import type { CalendarYear } from "../rules/year.ts"
import type { Text } from "../text/index.ts"
import { WrongSetting } from "./settings.ts"

/** The folder of the package, whether the code runs from its source or from `dist`. */
export const packageFolder = (): string => {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, "package.json"))) folder = dirname(folder)
  return folder
}

/** The file in the data folder that adds years to the shipped holiday notices. */
export const holidaysFile = (folder: string): string => join(folder, "holidays.json")

/** Reads the holiday notices of a file; a mistake stops with its lines. */
export const yearsIn = (file: string): readonly CalendarYear[] => {
  const read = readHolidays(readFileSync(file, "utf8"))
  if ("years" in read) return read.years
  throw new WrongSetting([`${file}:`, ...read.mistakes].join("\n"))
}

export const shippedYears = (): readonly CalendarYear[] =>
  yearsIn(join(packageFolder(), "rulebooks", "holidays.json"))

/** The years that the office added or put right, as far as it did. */
export const ownYears = (folder: string): readonly CalendarYear[] =>
  existsSync(holidaysFile(folder)) ? yearsIn(holidaysFile(folder)) : []

/** Every shipped rulebook, and those of the data folder's `rulebooks`, which may replace shipped ones. */
export const rulebooks = (folder: string, text: Text): readonly Rulebook[] => {
  const books = new Map<string, Rulebook>()
  for (const place of [join(packageFolder(), "rulebooks"), join(folder, "rulebooks")]) {
    if (!existsSync(place)) continue
    for (const name of readdirSync(place).sort())
      if (/\.ya?ml$/.test(name)) {
        const book = rulebookIn(join(place, name), text)
        books.set(book.id, book)
      }
  }
  return [...books.values()]
}

/** Reads one rulebook; a file with a mistake is refused as a whole, with every mistake's line. */
export const rulebookIn = (file: string, text: Text): Rulebook => {
  const read = readRulebook(readFileSync(file, "utf8"))
  if ("book" in read) return read.book
  throw new WrongSetting(text.rulebook.refused(file, read.mistakes))
}
