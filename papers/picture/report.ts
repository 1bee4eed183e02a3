import type { ReportSheet } from "../../rules/reportsheet.ts"
import { type RatioName, share, unkept } from "../../rules/tally.ts"
import { type Language, languages, type Text } from "../../text/index.ts"
import { Canvas } from "./canvas.ts"
import { drawNotes, drawTitle, MARGIN, RIGHT, ROOM, WIDTH } from "./frame.ts"
import { ink } from "./ink.ts"
import { type Letters, systemLetters } from "./letters.ts"

type Words = Text["reportpaper"]

const GAP = 8
const TILE = 62
const ACROSS = 3
const BAR = 22
const LINE = 24
/** How many units have room on one page. */
const MOST = 24

/** One large figure with what it is. */
interface Tile {
  readonly label: string
  readonly value: string
  readonly below?: string
}

const tilesOf = (words: Words, { total, before, counts }: ReportSheet): readonly Tile[] => {
  const { measures } = words
  const compared = (name: RatioName): Tile => ({
    label: words.ratios[name],
    value: words.percent(share(total, name)),
    below: words.pictureBefore(before.term, words.percent(share(before.figures, name))),
  })
  return [
    { label: measures.posts, value: String(total.posts) },
    compared("original"),
    compared("first"),
    { label: words.pictureUp, value: String(counts.up) },
    { label: words.columns.unkept, value: String(unkept(total)) },
    { label: measures.dutiesOverdue, value: String(total.dutiesOverdue) },
    { label: measures.dutiesDone, value: String(total.dutiesDone) },
    { label: measures.incidents, value: String(total.incidents) },
    { label: measures.breaches, value: String(total.breaches) },
  ]
}

const drawTiles = (canvas: Canvas, tiles: readonly Tile[], from: number): number => {
  const width = (ROOM - GAP * (ACROSS - 1)) / ACROSS
  tiles.forEach(({ label, value, below }, index) => {
    const x = MARGIN + (index % ACROSS) * (width + GAP)
    const y = from + Math.floor(index / ACROSS) * (TILE + GAP)
    canvas.rect({ x, y, width, height: TILE }, { fill: ink.shade, round: 4 })
    const at = { x: x + width / 2, anchor: "middle", room: width - 8 } as const
    canvas.text(label, { ...at, y: y + 17, size: 12, fill: ink.quiet })
    canvas.text(value, { ...at, y: y + (below === undefined ? 46 : 40), size: 20, bold: true })
    if (below !== undefined) canvas.text(below, { ...at, y: y + 56, size: 10.5, fill: ink.quiet })
  })
  return from + Math.ceil(tiles.length / ACROSS) * (TILE + GAP)
}

/** How much was published in each part of the term: a bar with its number, so that no colour has to be told apart. */
const drawParts = (canvas: Canvas, words: Words, { parts }: ReportSheet, from: number): number => {
  if (parts.length === 0) return from
  const most = Math.max(1, ...parts.map(({ figures }) => figures.posts))
  canvas.text(words.measures.posts, { x: MARGIN, y: from + 18, size: 13, bold: true })
  const top = from + 26
  parts.forEach(({ term, figures }, index) => {
    const y = top + index * (BAR + 4)
    const x = MARGIN + 104
    canvas.text(words.term(term), { x: MARGIN, y: y + 15, size: 12, room: 100 })
    const width = ((RIGHT - x - 56) * figures.posts) / most
    canvas.rect({ x, y: y + 3, width: Math.max(width, 1), height: BAR - 6 }, { fill: ink.today })
    canvas.text(String(figures.posts), { x: x + width + 6, y: y + 15, size: 12 })
  })
  return top + parts.length * (BAR + 4)
}

const drawUnits = (canvas: Canvas, words: Words, { units }: ReportSheet, from: number): number => {
  if (units.length < 2) return from
  canvas.text(words.pictureUnits, { x: MARGIN, y: from + 18, size: 13, bold: true, room: ROOM })
  const top = from + 26
  const shown = units.slice(0, MOST)
  shown.forEach(({ unit, figures }, index) => {
    const y = top + index * LINE
    if (index % 2 === 0) canvas.rect({ x: MARGIN, y, width: ROOM, height: LINE }, { fill: ink.shade })
    canvas.text(unit, { x: MARGIN + 4, y: y + 16, size: 13, room: ROOM - 160, cut: "middle" })
    ;[figures.posts, unkept(figures), figures.dutiesOverdue].forEach((value, column) => {
      canvas.text(String(value), { x: RIGHT - 4 - (2 - column) * 48, y: y + 16, size: 13, anchor: "end" })
    })
  })
  const y = top + shown.length * LINE
  if (units.length === shown.length) return y
  canvas.text(words.pictureMore(units.length - shown.length), {
    x: MARGIN,
    y: y + 16,
    size: 12,
    fill: ink.quiet,
  })
  return y + LINE
}

/** A draft says so in a framed band of its own, so that nobody takes it for what was issued. */
const drawDraft = (canvas: Canvas, words: Words, sheet: ReportSheet, from: number): number => {
  if (!sheet.draft) return from
  canvas.rect(
    { x: MARGIN, y: from, width: ROOM, height: 30 },
    { fill: ink.badShade, stroke: ink.bad, weight: 2 },
  )
  const at = { x: MARGIN + ROOM / 2, y: from + 21, anchor: "middle", room: ROOM - 12 } as const
  canvas.text(words.pictureDraft(sheet), { ...at, size: 15, bold: true })
  return from + 38
}

/** Draws a report on one page for the phone: the sums large, then the parts of the term, then the units in their order. */
export const drawReport = (
  sheet: ReportSheet,
  language: Language,
  letters: Letters = systemLetters,
): string => {
  const words = languages[language].reportpaper
  const canvas = new Canvas(letters)
  let y = drawTitle(canvas, words.pictureTitle(sheet), words.term(sheet.term))
  y = drawDraft(canvas, words, sheet, y + 4)
  y = drawTiles(canvas, tilesOf(words, sheet), y)
  y = drawParts(canvas, words, sheet, y)
  y = drawUnits(canvas, words, sheet, y + 4)
  const notes = [words.pictureNote, ...(canvas.missing ? [languages[language].picture.missing] : [])]
  return canvas.finish(WIDTH, drawNotes(canvas, notes, y))
}
