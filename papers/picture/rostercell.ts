import type { Layer } from "../../rules/roster.ts"
import { dayOf, endOf, type Instant, timeOf } from "../../rules/time.ts"
import type { Text } from "../../text/index.ts"
import { type Box, type Canvas, HATCHED } from "./canvas.ts"
import { ink } from "./ink.ts"
import { holesOn, type RosterSheet } from "./rosterday.ts"
import type { RosterDay } from "../../rules/shownroster.ts"

type Words = Text["picture"]

/** One thing in a cell; they stand one above the other. */
export interface Entry {
  readonly said: string
  readonly hours: string | null
  readonly isHole: boolean
  /** Over how many lines what is said goes. */
  readonly lines: 1 | 2
}

const NAME = 15
/** A name that goes over two lines is written smaller. */
const LONG_NAME = 13
const HOURS = 11
const NAME_LINE = 19
const HOURS_LINE = 14
const PAD = 7
const MOST_IN_CELL = 6
/** What is written over the hatching stands on paper this wide. */
const PLATE = 68

const hoursOf = (words: Words, { from, to }: { from: Instant; to: Instant }): string => {
  if (to === endOf(dayOf(from))) return `${timeOf(from)}–24:00`
  return `${timeOf(from)}–${dayOf(to) === dayOf(from) ? timeOf(to) : words.nextDay(timeOf(to))}`
}

/** The hours that a layer keeps on every day, to stand in its heading; null when they differ. */
export const usualHours = (words: Words, { days }: RosterSheet, layer: Layer): string | null => {
  const shifts = days.flatMap((day) => day.shifts.filter((shift) => shift.layer === layer))
  const [first = null, ...others] = new Set(shifts.map((shift) => hoursOf(words, shift)))
  return others.length === 0 ? first : null
}

/** What stands in the cell of a day and a layer: who is there, and when nobody is. */
export const entriesOf = (
  words: Words,
  sheet: RosterSheet,
  day: RosterDay,
  layer: Layer,
  usual: string | null,
  fits: (said: string) => boolean,
): readonly Entry[] => {
  const served = day.shifts
    .filter((shift) => shift.layer === layer)
    .map((shift) => ({ ...shift, said: shift.who, isHole: false }))
  const empty =
    layer === "duty" ? holesOn(sheet, day).map((hole) => ({ ...hole, said: words.nobody, isHole: true })) : []
  const all = [...served, ...empty]
    .sort((a, b) => a.from - b.from)
    .map(({ said, isHole, ...hours }) => ({
      said,
      hours: usual !== null && !isHole ? null : hoursOf(words, hours),
      isHole,
      lines: fits(said) ? (1 as const) : (2 as const),
    }))
  if (all.length <= MOST_IN_CELL) return all
  const rest = all.slice(MOST_IN_CELL - 1)
  // A hole is never among what is only counted.
  const isHole = rest.some((entry) => entry.isHole)
  const said = isHole ? words.nobody : words.more(rest.length)
  return [...all.slice(0, MOST_IN_CELL - 1), { said, hours: null, isHole, lines: 1 }]
}

const heightOf = ({ hours, lines }: Entry): number =>
  lines * NAME_LINE - (lines - 1) * 3 + (hours === null ? 0 : HOURS_LINE)
const sumOf = (entries: readonly Entry[]): number => entries.reduce((sum, entry) => sum + heightOf(entry), 0)

/** Whether a name stands in one line of a cell. */
export const fitsIn =
  (canvas: Canvas, width: number) =>
  (said: string): boolean =>
    canvas.width(said, NAME) <= width - 8

/** How high a cell has to be. */
export const roomFor = (entries: readonly Entry[]): number => PAD * 2 + sumOf(entries)

const drawHole = (canvas: Canvas, box: Box): void => {
  const { x, width } = box
  canvas.rect(box, { fill: HATCHED })
  canvas.rect({ ...box, x: x + (width - PLATE) / 2, width: PLATE }, { fill: ink.paper })
  canvas.rect(box, { stroke: ink.bad, weight: 1.2 })
}

/** Draws what stands in a cell, in its middle. */
export const drawCell = (canvas: Canvas, words: Words, entries: readonly Entry[], box: Box): void => {
  const at = { x: box.x + box.width / 2, anchor: "middle", room: box.width - 8 } as const
  if (entries.length === 0)
    canvas.text(words.none, { ...at, y: box.y + box.height / 2 + 4, size: HOURS, fill: ink.quiet })
  let y = box.y + (box.height - sumOf(entries)) / 2
  for (const entry of entries) {
    const { said, hours, isHole, lines } = entry
    const size = lines === 1 ? NAME : LONG_NAME
    if (isHole) drawHole(canvas, { x: box.x + 4, y, width: box.width - 8, height: heightOf(entry) })
    const look = { ...at, y: y + 15, size, bold: isHole, fill: isHole ? ink.bad : ink.text }
    canvas.paragraph(said, look, lines, NAME_LINE - 3)
    if (hours !== null)
      canvas.text(hours, { ...at, y: y + heightOf(entry) - 4, size: HOURS, fill: ink.quiet })
    y += heightOf(entry)
  }
}
