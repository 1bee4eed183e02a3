import { closeSync, openSync, readSync } from "node:fs"

/** One face of a font file: which characters it draws, and how wide they are. */
export interface Face {
  readonly file: string
  covers(point: number): boolean
  /** In parts of the font size. */
  advance(point: number): number
}

type Tables = ReadonlyMap<string, { readonly offset: number; readonly length: number }>

/** No table that is read here is larger in any font of use. */
const LONGEST = 4_000_000
const MOST_FACES = 64

const reader = (handle: number) => (offset: number, length: number) => {
  const bytes = Buffer.alloc(Math.min(length, LONGEST))
  const read = readSync(handle, bytes, 0, bytes.length, offset)
  return bytes.subarray(0, read)
}
type Read = ReturnType<typeof reader>

const facesAt = (read: Read): readonly number[] => {
  const head = read(0, 12)
  if (head.toString("latin1", 0, 4) !== "ttcf") return [0]
  const count = Math.min(head.readUInt32BE(8), MOST_FACES)
  const offsets = read(12, count * 4)
  return Array.from({ length: count }, (_, index) => offsets.readUInt32BE(index * 4))
}

const tablesAt = (read: Read, at: number): Tables => {
  const count = read(at + 4, 2).readUInt16BE(0)
  const entries = read(at + 12, count * 16)
  return new Map(
    Array.from({ length: count }, (_, index) => [
      entries.toString("latin1", index * 16, index * 16 + 4),
      { offset: entries.readUInt32BE(index * 16 + 8), length: entries.readUInt32BE(index * 16 + 12) },
    ]),
  )
}

const table = (read: Read, tables: Tables, name: string): Buffer => {
  const found = tables.get(name)
  if (!found) throw new Error(`the font has no table ${name}`)
  return read(found.offset, found.length)
}

type Range = readonly [first: number, last: number, glyphOf: (point: number) => number]

const wide = (cmap: Buffer, at: number): readonly Range[] =>
  Array.from({ length: cmap.readUInt32BE(at + 12) }, (_, index) => {
    const group = at + 16 + index * 12
    const first = cmap.readUInt32BE(group)
    const glyph = cmap.readUInt32BE(group + 8)
    return [first, cmap.readUInt32BE(group + 4), (point) => glyph + point - first]
  })

const narrow = (cmap: Buffer, at: number): readonly Range[] => {
  const twice = cmap.readUInt16BE(at + 6)
  return Array.from({ length: twice / 2 }, (_, index) => {
    const end = at + 14 + index * 2
    const start = end + 2 + twice
    const first = cmap.readUInt16BE(start)
    const delta = cmap.readUInt16BE(start + twice)
    const place = start + twice * 2
    const offset = cmap.readUInt16BE(place)
    const listed = (point: number) => cmap.readUInt16BE(place + offset + (point - first) * 2)
    const glyphOf = (point: number) => {
      if (offset === 0) return (point + delta) & 0xffff
      const glyph = listed(point)
      return glyph === 0 ? 0 : (glyph + delta) & 0xffff
    }
    return [first, cmap.readUInt16BE(end), glyphOf]
  })
}

/** The table that knows the most characters: the one of 32 bits, else the one of 16. */
const rangesIn = (cmap: Buffer): readonly Range[] => {
  const subtables = Array.from({ length: cmap.readUInt16BE(2) }, (_, index) =>
    cmap.readUInt32BE(4 + index * 8 + 4),
  )
  const of = (format: number) => subtables.find((at) => cmap.readUInt16BE(at) === format)
  const [large, small] = [of(12), of(4)]
  if (large !== undefined) return wide(cmap, large)
  return small === undefined ? [] : narrow(cmap, small)
}

const glyphFinder = (ranges: readonly Range[]) => (point: number) => {
  let [low, high] = [0, ranges.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const range = ranges[middle]
    if (range && range[1] < point) low = middle + 1
    else high = middle
  }
  const found = ranges[low]
  return found && found[0] <= point ? found[2](point) : 0
}

const faceAt = (file: string, read: Read, at: number): Face => {
  const tables = tablesAt(read, at)
  const em = table(read, tables, "head").readUInt16BE(18)
  const measured = table(read, tables, "hhea").readUInt16BE(34)
  const widths = table(read, tables, "hmtx")
  const glyphOf = glyphFinder(rangesIn(table(read, tables, "cmap")))
  return {
    file,
    covers: (point) => glyphOf(point) > 0,
    advance: (point) => widths.readUInt16BE(Math.min(glyphOf(point), measured - 1) * 4) / em,
  }
}

/** The faces of a TrueType or OpenType font, or of a collection; throws when it is none. */
export const readFaces = (file: string): readonly Face[] => {
  const handle = openSync(file, "r")
  try {
    const read = reader(handle)
    return facesAt(read).map((at) => faceAt(file, read, at))
  } finally {
    closeSync(handle)
  }
}
