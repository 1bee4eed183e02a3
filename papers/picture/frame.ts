import type { Canvas } from "./canvas.ts"
import { ink } from "./ink.ts"

/** The width of a phone: pictures are made to be read without being enlarged. */
export const WIDTH = 390
export const MARGIN = 12
export const RIGHT = WIDTH - MARGIN
/** What a picture has to write in. */
export const ROOM = RIGHT - MARGIN

const TITLE = 19
const TITLE_LINE = 25

/** Writes a title and what it is about; gives back where the picture goes on. */
export const drawTitle = (canvas: Canvas, title: string, below: string): number => {
  const at = { x: MARGIN, y: 32, size: TITLE, bold: true, room: ROOM }
  const y = 32 + (canvas.paragraph(title, at, 2, TITLE_LINE) - 1) * TITLE_LINE + 22
  canvas.text(below, { x: MARGIN, y, size: 14, fill: ink.quiet, room: ROOM })
  return y + 12
}

/** A note may be a list of names. */
const MOST_LINES = 12

/** Writes what has to be known to read a picture; gives back where that ends. */
export const drawNotes = (canvas: Canvas, notes: readonly string[], from: number): number => {
  let y = from
  for (const note of notes) {
    y += 18
    y +=
      (canvas.paragraph(note, { x: MARGIN, y, size: 12, fill: ink.quiet, room: ROOM }, MOST_LINES, 16) - 1) *
      16
  }
  return y + 12
}
