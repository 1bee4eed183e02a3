import { existsSync, readdirSync, readFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { readHolidays } from "../papers/holidays.ts"
import { readShelf } from "../papers/shelf.ts"
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

const rulebooksIn = (places: readonly string[], text: Text): readonly Rulebook[] => {
  const files = places.flatMap((place) =>
    readdirSync(place)
      .filter((name) => /\.ya?ml$/.test(name))
      .sort()
      .map((name) => ({ name: join(place, name), source: readFileSync(join(place, name), "utf8") })),
  )
  const { books, refused } = readShelf(files)
  const [wrong] = refused
  if (wrong) throw new WrongSetting(text.rulebook.refused(wrong.name, wrong.mistakes))
  return books
}

const shippedFolder = (): string => join(packageFolder(), "rulebooks")

export const shippedRulebooks = (text: Text): readonly Rulebook[] => rulebooksIn([shippedFolder()], text)

/** Every shipped rulebook, and those of the data folder's `rulebooks`, which may replace shipped ones. */
export const rulebooks = (folder: string, text: Text): readonly Rulebook[] =>
  rulebooksIn(
    [shippedFolder(), join(folder, "rulebooks")].filter((place) => existsSync(place)),
    text,
  )
