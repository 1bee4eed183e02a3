import { promisify } from "node:util"
import { crc32, deflate } from "node:zlib"

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const MOST_COLOURS = 256
const EIGHT_BITS = 8
const INDEXED = 3

const pack = promisify(deflate)

const chunk = (name: string, content: Uint8Array): Buffer => {
  const named = Buffer.concat([Buffer.from(name, "latin1"), content])
  const framed = Buffer.alloc(named.length + 8)
  framed.writeUInt32BE(content.length, 0)
  named.copy(framed, 4)
  framed.writeUInt32BE(crc32(named), named.length + 4)
  return framed
}

/** How often each colour comes, red, green and blue in one number. */
const countColours = (pixels: Uint32Array): Map<number, number> => {
  const counts = new Map<number, number>()
  const count = (pixel: number, run: number) => counts.set(pixel, (counts.get(pixel) ?? 0) + run)
  let [last, since] = [pixels[0] ?? 0, 0]
  for (let index = 0; index < pixels.length; index++) {
    const pixel = pixels[index] ?? 0
    if (pixel === last) continue
    count(last, index - since)
    last = pixel
    since = index
  }
  return count(last, pixels.length - since)
}

const channel = (colour: number, index: number): number => (colour >>> (index * 8)) & 0xff

/** The place of the colour that looks most like it. Written out, because it is asked thousands of times. */
const nearest = (palette: readonly number[], colour: number): number => {
  const [red, green, blue] = [colour & 0xff, (colour >>> 8) & 0xff, (colour >>> 16) & 0xff]
  let [found, least] = [0, Infinity]
  for (const [index, entry] of palette.entries()) {
    const distance =
      (red - (entry & 0xff)) ** 2 +
      (green - ((entry >>> 8) & 0xff)) ** 2 +
      (blue - ((entry >>> 16) & 0xff)) ** 2
    if (distance < least) [found, least] = [index, distance]
  }
  return found
}

/**
 * Packs an opaque drawing as a PNG of at most 256 colours: the most frequent stand as they are, the shades at the edges of
 * letters take the nearest. A drawing of few colours becomes a third as large as with a value for each channel.
 */
export const packIndexed = async (rgba: Uint8Array, width: number, height: number): Promise<Uint8Array> => {
  // Read as numbers of 32 bits, whose lowest byte is red.
  const pixels = new Uint32Array(Uint8Array.from(rgba).buffer)
  const counts = [...countColours(pixels)].sort(([, a], [, b]) => b - a)
  const palette = counts.slice(0, MOST_COLOURS).map(([colour]) => colour)
  const places = new Map(
    counts.map(([colour], index) => [colour, index < MOST_COLOURS ? index : nearest(palette, colour)]),
  )
  const rows = Buffer.alloc((width + 1) * height)
  let [last, place] = [-1, 0]
  for (let index = 0; index < pixels.length; index++) {
    const pixel = pixels[index] ?? 0
    // Most pixels are as the one before.
    if (pixel !== last) {
      last = pixel
      place = places.get(pixel) ?? 0
    }
    // Each row begins with the number of its filter: none.
    rows[index + Math.floor(index / width) + 1] = place
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header[8] = EIGHT_BITS
  header[9] = INDEXED
  const colours = Buffer.from(palette.flatMap((colour) => [0, 1, 2].map((index) => channel(colour, index))))
  return Buffer.concat([
    SIGNATURE,
    chunk("IHDR", header),
    chunk("PLTE", colours),
    chunk("IDAT", await pack(rows)),
    chunk("IEND", Buffer.alloc(0)),
  ])
}
