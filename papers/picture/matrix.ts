import { type Language, languages, type Text } from "../../text/index.ts"
import { type Box, Canvas } from "./canvas.ts"
import { drawNotes, drawTitle, MARGIN, ROOM, RIGHT, WIDTH } from "./frame.ts"
import { ink } from "./ink.ts"
import { type Letters, systemLetters } from "./letters.ts"

/** How an account stands in a week: it meets its rules, something is about to be missed, something is, or nothing is asked. */
export const standings = ["good", "near", "bad", "none"] as const
export type Standing = (typeof standings)[number]

/** How the accounts of a unit stood, week by week. */
export interface MatrixSheet {
  readonly unit: string
  /** What the weeks are, in words: `2026年9月—11月`. */
  readonly span: string
  /** A short name for each week, `11/2`, oldest first. */
  readonly weeks: readonly string[]
  readonly accounts: readonly {
    readonly name: string
    readonly standings: readonly Standing[]
  }[]
}

const NAME_WIDTH = 118
const NAME = 13
const ROW = 21
const HEAD = 22
const LARGEST = 22
const GAP = 1.5

type Words = Text["picture"]

const FILL: Readonly<Record<Standing, string>> = {
  good: ink.good,
  near: ink.near,
  bad: ink.bad,
  none: ink.shade,
}

/** A mark besides the colour: a bar for what is near, a cross for what is missed, a point for what is not asked. */
const MARK: Readonly<Record<Standing, (x: number, y: number, half: number) => string>> = {
  good: () => "",
  near: (x, y, half) => `M${x - half} ${y}H${x + half}`,
  bad: (x, y, half) =>
    `M${x - half} ${y - half}L${x + half} ${y + half}M${x - half} ${y + half}L${x + half} ${y - half}`,
  none: (x, y) => `M${x - 0.7} ${y}H${x + 0.7}`,
}

const MARK_INK: Readonly<Record<Standing, string>> = {
  good: ink.text,
  near: ink.text,
  bad: ink.paper,
  none: ink.quiet,
}

const near = (value: number): number => Math.round(value * 10) / 10

/** All weeks of one standing in one shape: a year of forty accounts stays small. */
const drawBoxes = (canvas: Canvas, standing: Standing, boxes: readonly Box[]): void => {
  const shape = boxes
    .map(({ x, y, width, height }) => {
      return `M${near(x)} ${near(y)}h${near(width)}v${near(height)}h-${near(width)}z`
    })
    .join("")
  if (shape === "") return
  canvas.path(shape, { fill: FILL[standing] })
  const marks = boxes
    .map(({ x, y, width, height }) =>
      MARK[standing](near(x + width / 2), near(y + height / 2), near(Math.min(width, height) * 0.24)),
    )
    .join("")
  if (marks !== "") canvas.path(marks, { stroke: MARK_INK[standing], weight: 1.8 })
}

const drawLegend = (canvas: Canvas, words: Words, y: number): number => {
  const size = 14
  let x = MARGIN
  for (const standing of standings) {
    drawBoxes(canvas, standing, [{ x, y, width: size, height: size }])
    const said = words.states[standing]
    canvas.text(said, { x: x + size + 5, y: y + 12, size: 12 })
    x += size + 5 + canvas.width(said, 12) + 14
  }
  return y + size
}

/** The weeks that are named: as many as there is room for, the newest always. */
const named = (count: number, width: number): readonly number[] => {
  const step = Math.max(1, Math.ceil(34 / width))
  return Array.from({ length: count }, (_, index) => index).filter(
    (index) => (count - 1 - index) % step === 0,
  )
}

/** Draws accounts by weeks, from green to red, with a mark in each that says the same. Up to half a year is read without enlarging. */
export const drawMatrix = (
  sheet: MatrixSheet,
  language: Language,
  letters: Letters = systemLetters,
): string => {
  const words = languages[language].picture
  const canvas = new Canvas(letters)
  const width = Math.min(LARGEST, (ROOM - NAME_WIDTH) / Math.max(1, sheet.weeks.length))
  const left = RIGHT - width * sheet.weeks.length
  const [wide, high] = [width - GAP, ROW - GAP]
  const top = drawTitle(canvas, words.matrixTitle(sheet.unit), sheet.span) + 4
  const begin = drawLegend(canvas, words, top) + HEAD
  for (const week of named(sheet.weeks.length, width)) {
    const at = { y: begin - 6, size: 11, fill: ink.quiet, anchor: "middle" } as const
    canvas.text(sheet.weeks[week] ?? "", { ...at, x: Math.min(left + (week + 0.5) * width, RIGHT - 14) })
  }
  sheet.accounts.forEach(({ name }, index) => {
    const y = begin + index * ROW
    if (index % 2 === 0)
      canvas.rect({ x: MARGIN, y, width: left - MARGIN - 2, height: ROW }, { fill: ink.shade })
    canvas.text(name, { x: MARGIN + 2, y: y + 15, size: NAME, room: left - MARGIN - 8, cut: "middle" })
  })
  for (const standing of standings)
    drawBoxes(
      canvas,
      standing,
      sheet.accounts.flatMap((account, row) =>
        sheet.weeks.flatMap((_, week) =>
          (account.standings[week] ?? "none") === standing
            ? [
                {
                  x: left + week * width + GAP / 2,
                  y: begin + row * ROW + GAP / 2,
                  width: wide,
                  height: high,
                },
              ]
            : [],
        ),
      ),
    )
  const bottom = begin + sheet.accounts.length * ROW
  return canvas.finish(WIDTH, drawNotes(canvas, canvas.missing ? [words.missing] : [], bottom))
}
