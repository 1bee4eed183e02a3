import { existsSync } from "node:fs"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { type Face, readFaces } from "./sfnt.ts"
import { spareFace } from "./spare.ts"

/** Stands where a character cannot be drawn, as printers have it. */
export const SUBSTITUTE = "〓"

/** What can be drawn, and how wide it is. */
export interface Letters {
  /** The face that draws a character; null when none does. */
  faceOf(point: number): Face | null
}

/** The folder of the package, whether the code runs from its source or from `dist`. */
export const packageFolder = (): string => {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, "package.json"))) folder = dirname(folder)
  return folder
}

/** The font that comes with the package. */
export const shippedFont = (): string => join(packageFolder(), "fonts", "NotoSansSC.ttf")

let shipped: Face | null = null

/** The face that comes with the package. */
export const shippedFace = (): Face => {
  const [face] = shipped ? [shipped] : readFaces(shippedFont())
  if (!face) throw new Error("the shipped font holds no face")
  shipped = face
  return face
}

/** Our own letters; for a character that is not among them, whatever this system has. */
export const systemLetters: Letters = {
  faceOf: (point) => (shippedFace().covers(point) ? shippedFace() : spareFace(point)),
}

/** Our own letters and nothing else. */
export const shippedLetters: Letters = {
  faceOf: (point) => (shippedFace().covers(point) ? shippedFace() : null),
}

const pointOf = (sign: string): number => sign.codePointAt(0) ?? 0

/** What is not seen, or would break the drawing: control signs, joiners, variants, halves of signs. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Variation_Selector}]+/gu

const signs = new Intl.Segmenter("zh")

/** A text as it can be drawn: what people see as one sign and no font has becomes one substitute. */
export const drawable = (letters: Letters, text: string): string =>
  [...signs.segment(text.normalize("NFC").replace(/\s+/gu, " "))]
    .map(({ segment }) => segment.replace(UNSEEN, ""))
    .map((sign) =>
      Array.from(sign).every((one) => letters.faceOf(pointOf(one)) !== null) ? sign : SUBSTITUTE,
    )
    .join("")

/** Which of these cannot be drawn as they are. */
export const undrawable = (texts: readonly string[], letters: Letters = systemLetters): readonly string[] =>
  [...new Set(texts)].filter(
    (text) => drawable(letters, text).includes(SUBSTITUTE) && !text.includes(SUBSTITUTE),
  )

/** A drawable text in runs, each drawn by one face: left to itself, the drawing would set a whole text in the other font. */
export const runs = (letters: Letters, text: string): readonly string[] => {
  const found: { face: Face | null; signs: string }[] = []
  for (const sign of text) {
    const face = letters.faceOf(pointOf(sign))
    const last = found.at(-1)
    if (last?.face === face) last.signs += sign
    else found.push({ face, signs: sign })
  }
  return found.map(({ signs }) => signs)
}

/** The width of a drawable text at a font size. */
export const widthOf = (letters: Letters, text: string, size: number): number =>
  Array.from(text).reduce(
    (sum, sign) => sum + (letters.faceOf(pointOf(sign))?.advance(pointOf(sign)) ?? 1),
    0,
  ) * size

/** A drawable text, cut with “…” where it would be wider than there is room. */
export const fitted = (letters: Letters, text: string, size: number, room: number): string => {
  if (widthOf(letters, text, size) <= room) return text
  const kept = Array.from(text)
  while (kept.length > 0 && widthOf(letters, `${kept.join("")}…`, size) > room) kept.pop()
  return `${kept.join("").trimEnd()}…`
}

/** A drawable text, cut in its middle where there is no room for all: names that begin alike often end differently. */
export const clasped = (letters: Letters, text: string, size: number, room: number): string => {
  if (widthOf(letters, text, size) <= room) return text
  const signs = Array.from(text)
  for (let kept = signs.length - 1; kept > 1; kept--) {
    const head = signs.slice(0, Math.ceil(kept / 2)).join("")
    const cut = `${head}…${signs.slice(signs.length - Math.floor(kept / 2)).join("")}`
    if (widthOf(letters, cut, size) <= room) return cut
  }
  return fitted(letters, text, size, room)
}

/** A drawable text in lines that have room; the last one is cut when there are too many. */
export const lines = (
  letters: Letters,
  text: string,
  size: number,
  room: number,
  most: number,
): readonly string[] => {
  const found: string[] = []
  let rest = text
  while (rest !== "") {
    if (found.length === most - 1 || widthOf(letters, rest, size) <= room)
      return [...found, fitted(letters, rest, size, room)]
    const signsLeft = Array.from(rest)
    let count = signsLeft.length
    while (count > 1 && widthOf(letters, signsLeft.slice(0, count).join(""), size) > room) count -= 1
    const head = signsLeft.slice(0, count).join("")
    const blank = head.lastIndexOf(" ")
    const taken = blank > head.length / 3 ? head.slice(0, blank) : head
    found.push(taken.trimEnd())
    rest = rest.slice(taken.length).trimStart()
  }
  return found
}
