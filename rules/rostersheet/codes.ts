import type { Layer } from "../roster.ts"
import { type Hours, layerIn } from "../rosterwords.ts"
import { nameKey } from "../words.ts"
import type { Legend } from "./legend.ts"
import type { SheetMistake } from "./reading.ts"

const OFF =
  /^([轮公双补调存年]?休|休息|[年休]?休假|年假|[请事病婚产丧]?假|补|差|出差|学习|培训|下夜?班?|歇|空|无|off|rest|[-—–/\\x×○0]+)$/
/** Somebody is there, at the usual hours. */
const THERE = /^(值班?|班|全天?|整天|24|24小时|在岗|[√✓✔●▲■]|duty|on)$/
/** A layer alone. */
const LAYER = /^([副备主]班?|带班?|带班领导|领导)$/
/** A shift of the day, of whatever layer. */
const SHIFT = /^[副备主带]?[白夜早中晚日]班?(\d.*)?$/
const HOURS = /^\d{1,2}[:点时].*\d/

/** What is longer is no word for a shift. */
const LONGEST = 60

/** The single words of a cell. */
const wordsOf = (text: string): readonly string[] =>
  (text.length > LONGEST ? "?" : text)
    .normalize("NFKC")
    .split(/[、,，;；+\n]+|\/(?=\S)|\s+(?!\d)/)
    .map(nameKey)
    .flatMap((word) => (/^[白夜早中晚日]{2,}$/.test(word) ? Array.from(word) : [word]))
    .filter((word) => word !== "")

const isOn = (word: string): boolean =>
  THERE.test(word) || LAYER.test(word) || SHIFT.test(word) || HOURS.test(word)

/** Whether a cell says nothing but words for shifts, or that there is none. */
export const isCode = (text: string): boolean => {
  const words = wordsOf(text)
  return words.length > 0 && words.every((word) => OFF.test(word) || isOn(word))
}

/** Whether a cell says which shift somebody has, in a word that means nothing else. */
export const isShift = (text: string): boolean =>
  isCode(text) && wordsOf(text).some((word) => SHIFT.test(word) || LAYER.test(word) || /^值班?$/.test(word))

interface Shift {
  readonly layer: Layer
  readonly hours: Hours
}

interface Around {
  /** The layer and the shift for which the row stands. */
  readonly usual: Layer
  readonly word: string
  readonly legend: Legend
}

/** The shifts that the words of a cell stand for: none on a day off. */
export const codesIn = (
  text: string,
  { usual, word: rowWord, legend }: Around,
): { readonly shifts: readonly Shift[] } | { readonly mistake: SheetMistake["code"] } => {
  const shifts: Shift[] = []
  for (const word of wordsOf(text)) {
    if (OFF.test(word)) continue
    const explained = legend.explains(word)
    if (!isOn(word) && !explained) return { mistake: "code" }
    const said = word.startsWith("带") ? "leader" : layerIn(word)
    const layer = said === "duty" && !word.startsWith("主") ? usual : said
    const timed = explained || SHIFT.test(word) || HOURS.test(word)
    const hours =
      legend.hours([timed ? word : rowWord || "值班"], layer) ??
      (timed ? null : legend.hours(["值班"], layer))
    if (hours === null) return { mistake: "hours" }
    shifts.push({ layer, hours })
  }
  return { shifts }
}
