import type { Layer } from "../../rules/roster.ts"
import { type Day, weekdayOf } from "../../rules/time.ts"
import { type Language, languages, type Text } from "../../text/index.ts"
import { type Box, Canvas, HATCHED } from "./canvas.ts"
import { drawNotes, drawTitle, MARGIN, ROOM, WIDTH } from "./frame.ts"
import { ink } from "./ink.ts"
import { type Letters, systemLetters } from "./letters.ts"
import type { RosterDay } from "../../rules/shownroster.ts"
import { holesOn, kindOf, type RosterSheet } from "./rosterday.ts"
import { notesOf } from "./week.ts"

const COLUMN = ROOM / 7
const HEAD = 24
const DATE = 20
const LINE = 17
const SIZE = 12
const SMALLEST = 9
const MARK = 10
/** How many of a layer are named on a day. */
const MOST_LINES = 2

type Words = Text["picture"]

/** One line of a day: somebody, and how many more there is no room for. */
interface Named {
  readonly name: string
  readonly others: string
}

const namesIn = ({ shifts }: RosterDay, layer: Layer): readonly string[] => [
  ...new Set(shifts.filter((shift) => shift.layer === layer).map(({ who }) => who)),
]

const namedIn = (day: RosterDay, layer: Layer, lines: number): readonly Named[] => {
  const names = namesIn(day, layer)
  const left = names.length - lines
  return names
    .slice(0, lines)
    .map((name, index) => ({ name, others: left > 0 && index === lines - 1 ? `+${left}` : "" }))
}

/** How many lines each layer takes in a week. */
const linesOf = (week: readonly RosterDay[], layers: readonly Layer[]) =>
  layers.map((layer) => ({
    layer,
    lines: Math.min(MOST_LINES, Math.max(1, ...week.map((day) => namesIn(day, layer).length))),
  }))
type Lines = ReturnType<typeof linesOf>

/** A long name is written smaller, and then cut; that there are others is never cut. */
const drawName = (
  canvas: Canvas,
  { name, others }: Named,
  at: { x: number; y: number; room: number },
): void => {
  const width = canvas.width(name + others, SIZE)
  const size = width > at.room ? Math.max(SMALLEST, (SIZE * at.room) / width) : SIZE
  const rest = canvas.width(others, size)
  const taken = Math.min(canvas.width(name, size), at.room - rest)
  canvas.text(name, { ...at, size, room: at.room - rest + 0.5 })
  if (others !== "") canvas.text(others, { x: at.x + taken, y: at.y, size })
}

const roomIn = (layers: readonly unknown[]): number => COLUMN - 5 - indentOf(layers)
const indentOf = (layers: readonly unknown[]): number => (layers.length > 1 ? MARK + 1 : 0)

/** The names of a month that no cell has room for, in full. */
const cutIn = (canvas: Canvas, { days, layers }: RosterSheet): readonly string[] => {
  const names = new Set(days.flatMap(({ shifts }) => shifts.map(({ who }) => who)))
  return [...names].filter((name) => canvas.width(name, SMALLEST) > roomIn(layers))
}

/** Writes who has which layer; gives back where that ends. */
const drawNames = (
  canvas: Canvas,
  words: Words,
  layers: Lines,
  day: RosterDay,
  { x, y, width }: Box,
): number => {
  const indent = indentOf(layers)
  let top = y
  for (const { layer, lines } of layers) {
    const named = namedIn(day, layer, lines)
    if (indent > 0 && named.length > 0)
      canvas.text(words.shortLayers[layer], { x: x + 3, y: top + 12, size: MARK, fill: ink.quiet })
    named.forEach((one, index) => {
      drawName(canvas, one, { x: x + 3 + indent, y: top + index * LINE + 12, room: width - 5 - indent })
    })
    top += lines * LINE
  }
  return top
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
  layers: Lines,
  day: RosterDay,
  { x, y, width, height }: Box,
): void => {
  const isToday = day.day === sheet.today
  const fill = isToday ? ink.todayShade : kindOf(day) === "rest" ? ink.shade : ink.paper
  canvas.rect({ x, y, width, height }, { fill, stroke: ink.line })
  const date = String(Number(day.day.slice(8)))
  canvas.text(date, { x: x + 4, y: y + 15, size: 13, bold: true })
  const mark = { rest: words.rest, "make-up": words.makeUp, working: "" }[kindOf(day)]
  const [said, shown] = isToday ? [words.today, ink.today] : [mark, ink.quiet]
  canvas.text(said, { x: x + width - 4, y: y + 15, size: 11, bold: isToday, fill: shown, anchor: "end" })
  const below = drawNames(canvas, words, layers, day, { x, y: y + DATE, width, height })
  if (holesOn(sheet, day).length > 0) drawHole(canvas, words, { x, y: below, width, height })
}

const columnOf = (day: Day): number => MARGIN + (weekdayOf(day) - 1) * COLUMN

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
  const { picture: words, roster } = languages[language]
  const canvas = new Canvas(letters)
  const [year = 0, month = 0] = (sheet.days[0]?.day ?? sheet.today).split("-").map(Number)
  let y = drawTitle(canvas, words.rosterTitle(sheet.unit), words.month(year, month))
  words.weekdays.forEach((weekday, index) => {
    const x = MARGIN + (index + 0.5) * COLUMN
    canvas.text(weekday, { x, y: y + 16, size: SIZE, fill: ink.quiet, anchor: "middle" })
  })
  y += HEAD
  let today: Box | null = null
  for (const week of weeksOf(sheet.days)) {
    const layers = linesOf(week, sheet.layers)
    const lines = layers.reduce((sum, each) => sum + each.lines, 0)
    const hole = week.some((day) => holesOn(sheet, day).length > 0) ? LINE : 0
    const height = DATE + lines * LINE + hole + 5
    for (const day of week) {
      drawDay(canvas, words, sheet, layers, day, { x: columnOf(day.day), y, width: COLUMN, height })
    }
    const isThis = week.some((day) => day.day === sheet.today)
    if (isThis) today = { x: columnOf(sheet.today), y, width: COLUMN, height }
    y += height
  }
  if (today) canvas.rect(today, { stroke: ink.today, weight: 2.5, round: 2 })
  const marks =
    sheet.layers.length > 1
      ? [words.legendLayers(sheet.layers.map((layer) => [words.shortLayers[layer], roster.layers[layer]]))]
      : []
  const cut = cutIn(canvas, sheet)
  const whole = cut.length === 0 ? [] : [words.wholeNames(cut)]
  return canvas.finish(WIDTH, drawNotes(canvas, [...marks, ...whole, ...notesOf(words, sheet, canvas)], y))
}
