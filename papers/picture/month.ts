import type { Layer } from "../../rules/roster.ts"
import { weekdayOf } from "../../rules/time.ts"
import { type Language, languages, type Text } from "../../text/index.ts"
import { type Box, Canvas, HATCHED } from "./canvas.ts"
import { drawNotes, drawTitle, MARGIN, ROOM, WIDTH } from "./frame.ts"
import { ink } from "./ink.ts"
import { type Letters, systemLetters } from "./letters.ts"
import type { RosterDay, RosterSheet } from "./rosterday.ts"
import { notesOf } from "./week.ts"

const COLUMN = ROOM / 7
const HEAD = 24
const DATE = 20
const LINE = 17
const SIZE = 12
const SMALLEST = 9
const MARK = 10

type Words = Text["picture"]

/** Who of a layer is on duty on a day: the first by name, the others counted. */
const namedIn = ({ shifts }: RosterDay, layer: Layer) => {
  const names = [...new Set(shifts.filter((shift) => shift.layer === layer).map(({ name }) => name))]
  const [first, ...others] = names
  return first === undefined ? null : { name: first, others: others.length === 0 ? "" : `+${others.length}` }
}

/** A long name is written smaller, and then cut; that there are others is never cut. */
const drawName = (
  canvas: Canvas,
  { name, others }: { name: string; others: string },
  at: { x: number; y: number; room: number },
): void => {
  const width = canvas.width(name + others, SIZE)
  const size = width > at.room ? Math.max(SMALLEST, (SIZE * at.room) / width) : SIZE
  const rest = canvas.width(others, size)
  const taken = Math.min(canvas.width(name, size), at.room - rest)
  canvas.text(name, { ...at, size, room: at.room - rest + 0.5 })
  if (others !== "") canvas.text(others, { x: at.x + taken, y: at.y, size })
}

/** Writes who has which layer; gives back where that ends. */
const drawNames = (
  canvas: Canvas,
  words: Words,
  layers: readonly Layer[],
  day: RosterDay,
  { x, y, width }: Box,
): number => {
  const indent = layers.length > 1 ? MARK + 1 : 0
  layers.forEach((layer, index) => {
    const named = namedIn(day, layer)
    if (named === null) return
    const line = y + index * LINE + 12
    if (indent > 0) canvas.text(words.shortLayers[layer], { x: x + 3, y: line, size: MARK, fill: ink.quiet })
    drawName(canvas, named, { x: x + 3 + indent, y: line, room: width - 5 - indent })
  })
  return y + layers.length * LINE
}

const drawHole = (canvas: Canvas, words: Words, { x, y, width }: Box): void => {
  const hole = { x: x + 2, y, width: width - 4, height: LINE }
  canvas.rect(hole, { fill: HATCHED })
  canvas.rect({ ...hole, x: x + 10, width: width - 20 }, { fill: ink.paper })
  canvas.rect(hole, { stroke: ink.bad, weight: 1.2 })
  const at = { x: x + width / 2, y: y + 13, size: SIZE, room: width - 6 }
  canvas.text(words.nobody, { ...at, bold: true, fill: ink.bad, anchor: "middle" })
}

const drawDay = (
  canvas: Canvas,
  words: Words,
  sheet: RosterSheet,
  day: RosterDay,
  { x, y, width, height }: Box,
): void => {
  const isToday = day.day === sheet.today
  const fill = isToday ? ink.todayShade : day.kind === "rest" ? ink.shade : ink.paper
  canvas.rect({ x, y, width, height }, { fill, stroke: ink.line })
  const date = String(Number(day.day.slice(8)))
  canvas.text(date, { x: x + 4, y: y + 15, size: 13, bold: true })
  const mark = { rest: words.rest, "make-up": words.makeUp, working: "" }[day.kind]
  const [said, shown] = isToday ? [words.today, ink.today] : [mark, ink.quiet]
  canvas.text(said, { x: x + width - 4, y: y + 15, size: 11, bold: isToday, fill: shown, anchor: "end" })
  const below = drawNames(canvas, words, sheet.layers, day, { x, y: y + DATE, width, height })
  if (day.holes.length > 0) drawHole(canvas, words, { x, y: below, width, height })
}

/** The days by weeks, Monday first. */
const weeksOf = (days: readonly RosterDay[]): readonly (readonly RosterDay[])[] => {
  const weeks: RosterDay[][] = []
  for (const day of days) {
    const last = weeks.at(-1)
    if (last && weekdayOf(day.day) !== 1) last.push(day)
    else weeks.push([day])
  }
  return weeks
}

/** Draws a month of a roster as a calendar: in each day who has which layer, and whether somebody is missing. */
export const drawMonth = (
  sheet: RosterSheet,
  language: Language,
  letters: Letters = systemLetters,
): string => {
  const words = languages[language].picture
  const canvas = new Canvas(letters)
  const [year = 0, month = 0] = (sheet.days[0]?.day ?? sheet.today).split("-").map(Number)
  let y = drawTitle(canvas, words.rosterTitle(sheet.unit), words.month(year, month))
  words.weekdays.forEach((weekday, index) => {
    const x = MARGIN + (index + 0.5) * COLUMN
    canvas.text(weekday, { x, y: y + 16, size: SIZE, fill: ink.quiet, anchor: "middle" })
  })
  y += HEAD
  for (const week of weeksOf(sheet.days)) {
    const holes = week.some((day) => day.holes.length > 0) ? LINE : 0
    const height = DATE + sheet.layers.length * LINE + holes + 5
    for (const day of week) {
      const x = MARGIN + (weekdayOf(day.day) - 1) * COLUMN
      drawDay(canvas, words, sheet, day, { x, y, width: COLUMN, height })
    }
    const today = week.find((day) => day.day === sheet.today)
    if (today) {
      const x = MARGIN + (weekdayOf(today.day) - 1) * COLUMN
      canvas.rect({ x, y, width: COLUMN, height }, { stroke: ink.today, weight: 2.5, round: 2 })
    }
    y += height
  }
  const marks = sheet.layers.length > 1 ? [words.legendLayers(sheet.layers)] : []
  return canvas.finish(WIDTH, drawNotes(canvas, [...marks, ...notesOf(words, sheet, canvas)], y))
}
