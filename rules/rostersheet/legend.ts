import type { Layer } from "../roster.ts"
import { type Hours, hoursIn, usualHours } from "../rosterwords.ts"
import type { Table } from "../table.ts"
import { nameKey } from "../words.ts"

/** What the words for shifts mean in a sheet. */
export interface Legend {
  /** Whether somewhere in the sheet hours stand behind this word. */
  readonly explains: (word: string) => boolean
  /** The hours of a shift by the first of these words that says anything; null when none of them does. */
  readonly hours: (words: readonly string[], layer: Layer) => Hours | null
}

const EXPLAINED =
  /(\p{L}{1,6})[\s:(=,]*(\d{1,2}(?::\d{2}|[点时]半?)\s*[-–—~至到]+\s*(?:次日|第二天)?\d{1,2}(?::\d{2}|[点时]半?))/gu

/** No footnote is longer. */
const LONGEST_NOTE = 300

/** A word for a shift, however it is written: the night shift, `夜班` or `夜`. */
const keyOf = (word: string): string => {
  const key = nameKey(word)
  const kind = /[白夜早中晚日]/.exec(key)?.[0] ?? key.replace(/班$/, "")
  return kind === "日" ? "白" : kind
}

const sameHours = (a: Hours, b: Hours): boolean => a.start === b.start && a.end === b.end

/** Reads what a sheet itself says of its shifts, as in `注：白班08:00-20:00，夜班20:00-08:00`; else they mean what they mean here. */
export const legendOf = ({ rows }: Table, known: readonly Hours[]): Legend => {
  const found = new Map<string, Hours | null>()
  for (const text of rows.flat().filter(({ length }) => length <= LONGEST_NOTE))
    for (const [, word = "", span = ""] of text.normalize("NFKC").matchAll(EXPLAINED)) {
      const hours = hoursIn(span)
      const key = keyOf(word)
      const before = found.get(key)
      // What is explained in two ways is not explained.
      if (hours !== null)
        found.set(key, before === undefined || (before && sameHours(before, hours)) ? hours : null)
    }
  const explained = (word: string): Hours | null => (word === "" ? null : (found.get(keyOf(word)) ?? null))
  return {
    explains: (word) => explained(word) !== null,
    hours: (words, layer) => {
      const word = words.find((each) => each !== "") ?? ""
      for (const each of words) {
        const hours = hoursIn(each)
        if (hours !== null) return hours
      }
      return explained(word) ?? usualHours(word, layer, known)
    },
  }
}
