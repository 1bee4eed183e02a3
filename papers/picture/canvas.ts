import { ink } from "./ink.ts"
import {
  clasped,
  drawable,
  fitted,
  type Letters,
  lines,
  runs,
  SUBSTITUTE,
  systemLetters,
  widthOf,
} from "./letters.ts"

/** How many pixels one unit of a drawing is: phones show three where a page counts one. */
const ZOOM = 3

const FAMILY = "Noto Sans SC"

/** How a text is written; `y` is its baseline. */
export interface Lettering {
  readonly x: number
  readonly y: number
  readonly size: number
  readonly fill?: string
  readonly bold?: boolean
  readonly anchor?: "start" | "middle" | "end"
  /** How wide it may be; what is longer is cut. */
  readonly room?: number
  /** Where it is cut: at its end, if nothing is said. */
  readonly cut?: "end" | "middle"
}

export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** How a shape is filled and edged. */
export interface Paint {
  readonly fill?: string
  readonly stroke?: string
  readonly weight?: number
  readonly round?: number
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" }
const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? "")

const rounded = (value: number): string => String(Math.round(value * 10) / 10)

const attributes = (all: Readonly<Record<string, string | number | undefined>>): string =>
  Object.entries(all)
    .flatMap(([name, value]) => {
      if (value === undefined) return []
      return [` ${name}="${typeof value === "number" ? rounded(value) : value}"`]
    })
    .join("")

const painted = ({ fill, stroke, weight, round }: Paint) => ({
  rx: round,
  fill: fill ?? "none",
  stroke,
  "stroke-width": stroke === undefined ? undefined : (weight ?? 1),
})

/** Slanted lines, thick enough to be seen after a messenger has shrunk the picture. */
const HATCHING = `<pattern id="gap" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="8" height="8" fill="${ink.badShade}"/><rect width="3" height="8" fill="${ink.badLine}"/></pattern>`

/** The paint of a gap: hatching, so that it is seen without colours too. */
export const HATCHED = "url(#gap)"

/** How much of a text stands left of its place. */
const SHIFT = { start: 0, middle: 0.5, end: 1 } as const

/** Takes shapes and words, and gives back the text of an SVG drawing. */
export class Canvas {
  readonly #letters: Letters
  readonly #parts: string[] = []
  #missing = false

  constructor(letters: Letters = systemLetters) {
    this.#letters = letters
  }

  /** Whether something was written that no font here can draw. */
  get missing(): boolean {
    return this.#missing
  }

  rect(box: Box, paint: Paint): void {
    this.#parts.push(`<rect${attributes({ ...box, ...painted(paint) })}/>`)
  }

  path(d: string, paint: Paint): void {
    this.#parts.push(`<path${attributes({ d, ...painted(paint) })}/>`)
  }

  text(said: string, at: Lettering): void {
    const drawn = this.#drawn(said)
    const cut = at.cut === "middle" ? clasped : fitted
    this.#write(at.room === undefined ? drawn : cut(this.#letters, drawn, at.size, at.room), at)
  }

  /** Writes into as many lines as it takes, at most so many; gives back how many there were. */
  paragraph(said: string, at: Lettering & { readonly room: number }, most: number, leading: number): number {
    const found = lines(this.#letters, this.#drawn(said), at.size, at.room, most)
    found.forEach((line, index) => {
      this.#write(line, { ...at, y: at.y + index * leading })
    })
    return found.length
  }

  width(said: string, size: number): number {
    return widthOf(this.#letters, drawable(this.#letters, said), size)
  }

  finish(width: number, height: number): string {
    const frame = attributes({ width: width * ZOOM, height: height * ZOOM })
    return [
      `<svg xmlns="http://www.w3.org/2000/svg"${frame} viewBox="0 0 ${rounded(width)} ${rounded(height)}" font-family="${FAMILY}">`,
      `<defs>${HATCHING}</defs>`,
      `<rect${attributes({ width, height, fill: ink.paper })}/>`,
      ...this.#parts,
      "</svg>",
    ].join("\n")
  }

  #drawn(said: string): string {
    const drawn = drawable(this.#letters, said)
    this.#missing ||= drawn.includes(SUBSTITUTE) && !said.includes(SUBSTITUTE)
    return drawn
  }

  /** The font comes in one weight: bold is an edge of the same colour. */
  #write(drawn: string, { x, y, size, fill = ink.text, bold = false, anchor = "start" }: Lettering): void {
    const edge = bold ? { stroke: fill, "stroke-width": size * 0.045 } : {}
    let left = x - widthOf(this.#letters, drawn, size) * SHIFT[anchor]
    for (const run of runs(this.#letters, drawn)) {
      const place = { x: left, y, "font-size": size, fill, ...edge }
      this.#parts.push(`<text${attributes(place)}>${escaped(run)}</text>`)
      left += widthOf(this.#letters, run, size)
    }
  }
}
