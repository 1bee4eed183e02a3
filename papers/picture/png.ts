import { packIndexed } from "./indexed.ts"
import { shippedFace, shippedFont } from "./letters.ts"
import { spareFace } from "./spare.ts"

/** Fonts of this system, for the few signs of a drawing that ours does not have. */
const spareFonts = (svg: string): readonly string[] => {
  const points = new Set(Array.from(svg).map((sign) => sign.codePointAt(0) ?? 0))
  const outside = [...points].filter((point) => point > 0x20 && !shippedFace().covers(point))
  return [...new Set(outside.flatMap((point) => spareFace(point)?.file ?? []))]
}

const draw = async (svg: string): Promise<Uint8Array> => {
  const { renderAsync } = await import("@resvg/resvg-js")
  const image = await renderAsync(svg, {
    font: { loadSystemFonts: false, fontFiles: [shippedFont(), ...spareFonts(svg)] },
  })
  return packIndexed(image.pixels, image.width, image.height)
}

let before: Promise<unknown> = Promise.resolve()

/**
 * Turns a drawing into the bytes of a PNG, one after the other: a drawing takes a thread that the disk would want. The
 * library is loaded with the first picture; without it all but pictures works.
 */
export const drawPng = (svg: string): Promise<Uint8Array> => {
  const drawn = before.then(() => draw(svg))
  before = drawn.catch(() => null)
  return drawn
}
