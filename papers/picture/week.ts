import { weekdayOf } from "../../rules/time.ts"
import { type Language, languages, type Text } from "../../text/index.ts"
import { Canvas } from "./canvas.ts"
import { drawNotes, drawTitle, MARGIN, RIGHT, ROOM, WIDTH } from "./frame.ts"
import { ink } from "./ink.ts"
import { type Letters, systemLetters } from "./letters.ts"
import { drawCell, entriesOf, fitsIn, roomFor, usualHours } from "./rostercell.ts"
import { holesOn, kindOf, type RosterSheet } from "./rosterday.ts"
import type { RosterDay } from "../../rules/shownroster.ts"

const DAY_WIDTH = 62
const LEAST = 52
const LEAST_TODAY = 60
const STEP = 16

type Words = Text["picture"]

const columnsOf = (words: Words, sheet: RosterSheet) => {
  const width = (ROOM - DAY_WIDTH) / Math.max(1, sheet.layers.length)
  return sheet.layers.map((layer, index) => ({
    layer,
    x: MARGIN + DAY_WIDTH + index * width,
    width,
    usual: usualHours(words, sheet, layer),
  }))
}
type Column = ReturnType<typeof columnsOf>[number]

/** Writes the names of the layers, and the hours they keep; gives back how high that is. */
const drawHead = (
  canvas: Canvas,
  layers: Text["roster"]["layers"],
  columns: readonly Column[],
  y: number,
): number => {
  const height = columns.some(({ usual }) => usual !== null) ? 40 : 28
  canvas.rect({ x: MARGIN, y, width: ROOM, height }, { fill: ink.shade })
  for (const { layer, x, width, usual } of columns) {
    const at = { x: x + width / 2, anchor: "middle", room: width - 6 } as const
    canvas.text(layers[layer], { ...at, y: y + 18, size: 13, bold: true })
    if (usual !== null) canvas.text(usual, { ...at, y: y + 33, size: 11, fill: ink.quiet })
  }
  return height
}

const drawDate = (canvas: Canvas, words: Words, shown: RosterDay, isToday: boolean, middle: number): void => {
  const { day } = shown
  const mark = { rest: ` ${words.rest}`, "make-up": ` ${words.makeUp}`, working: "" }[kindOf(shown)]
  const said = [
    { text: `${Number(day.slice(5, 7))}/${Number(day.slice(8))}`, size: 15, bold: true, fill: ink.text },
    { text: `${words.weekdays[weekdayOf(day) - 1] ?? ""}${mark}`, size: 12, bold: false, fill: ink.quiet },
    ...(isToday ? [{ text: words.today, size: 12, bold: true, fill: ink.today }] : []),
  ]
  said.forEach(({ text, ...look }, index) => {
    const y = middle - ((said.length - 1) * STEP) / 2 + 5 + index * STEP
    canvas.text(text, { x: MARGIN + DAY_WIDTH / 2, y, ...look, anchor: "middle", room: DAY_WIDTH - 4 })
  })
}

/** Draws a day; gives back how high its row is. */
const drawDay = (
  canvas: Canvas,
  words: Words,
  sheet: RosterSheet,
  day: RosterDay,
  columns: readonly Column[],
  y: number,
): number => {
  const isToday = day.day === sheet.today
  const cells = columns.map(({ layer, x, width, usual }) => ({
    x,
    width,
    entries: entriesOf(words, sheet, day, layer, usual, fitsIn(canvas, width)),
  }))
  const height = Math.max(isToday ? LEAST_TODAY : LEAST, ...cells.map(({ entries }) => roomFor(entries)))
  const shade = isToday ? ink.todayShade : kindOf(day) === "rest" ? ink.shade : ink.paper
  canvas.rect({ x: MARGIN, y, width: ROOM, height }, { fill: shade })
  canvas.path(`M${MARGIN} ${y}H${RIGHT}`, { stroke: ink.line })
  drawDate(canvas, words, day, isToday, y + height / 2)
  for (const { x, width, entries } of cells) drawCell(canvas, words, entries, { x, y, width, height })
  return height
}

/** What has to be known to read a roster. */
export const notesOf = (words: Words, sheet: RosterSheet, canvas: Canvas): readonly string[] => [
  ...(sheet.days.some((day) => holesOn(sheet, day).length > 0) ? [words.legendGap] : []),
  ...(sheet.days.some((day) => kindOf(day) !== "working") ? [words.legendRest] : []),
  ...(sheet.days.some(({ provisional }) => provisional) ? [words.provisional] : []),
  ...(canvas.missing ? [words.missing] : []),
]

/** Draws some days of a roster, a row each: who has which layer, today framed, hours without anybody hatched and said. */
export const drawWeek = (
  sheet: RosterSheet,
  language: Language,
  letters: Letters = systemLetters,
): string => {
  const words = languages[language].picture
  const canvas = new Canvas(letters)
  const columns = columnsOf(words, sheet)
  const first = sheet.days[0]?.day ?? sheet.today
  const last = sheet.days.at(-1)?.day ?? sheet.today
  const top = drawTitle(canvas, words.rosterTitle(sheet.unit), words.span(first, last))
  let y = top + drawHead(canvas, languages[language].roster.layers, columns, top)
  let today: { readonly y: number; readonly height: number } | null = null
  for (const day of sheet.days) {
    const height = drawDay(canvas, words, sheet, day, columns, y)
    if (day.day === sheet.today) today = { y, height }
    y += height
  }
  const bars = columns.map(({ x }) => `M${x.toFixed(1)} ${top}V${y}`).join("")
  canvas.path(`M${MARGIN} ${y}H${RIGHT}${bars}`, { stroke: ink.line })
  if (today) canvas.rect({ x: MARGIN, width: ROOM, ...today }, { stroke: ink.today, weight: 2.5, round: 2 })
  return canvas.finish(WIDTH, drawNotes(canvas, notesOf(words, sheet, canvas), y))
}
