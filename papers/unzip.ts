import { promisify } from "node:util"
import { crc32, inflateRaw } from "node:zlib"
import { Unreadable } from "./unreadable.ts"
import { CENTRAL, DEFLATED, END, LOCAL, STORED } from "./zip.ts"

/** What an archive may hold: far more than any ledger, far less than harms. */
const limits = {
  entries: 1_000,
  /** What all entries together say that they unpack to, pictures included. */
  declared: 100 * 1024 * 1024,
} as const

interface ZipEntry {
  /** Where its own header begins. */
  readonly local: number
  readonly method: number
  readonly crc: number
  readonly packed: number
  readonly size: number
}

const damaged = (): Unreadable => new Unreadable({ code: "damaged" })

const endOfDirectory = (bytes: Buffer): number => {
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 22 - 0xffff); at--)
    if (bytes.readUInt32LE(at) === END) return at
  throw damaged()
}

/** Some programs write every size and place as 64 bits into an extra field, even of a small file. */
const largeNumbers = (extra: Buffer): number[] => {
  for (let at = 0; at + 4 <= extra.length;) {
    const length = extra.readUInt16LE(at + 2)
    const field = extra.subarray(at + 4, at + 4 + length)
    if (extra.readUInt16LE(at) === 1)
      return Array.from({ length: Math.floor(field.length / 8) }, (_, n) =>
        Number(field.readBigUInt64LE(n * 8)),
      )
    at += 4 + length
  }
  return []
}

/** The list of an archive's entries, checked against the limits before anything is unpacked. */
export const zipEntries = (bytes: Buffer): ReadonlyMap<string, ZipEntry> => {
  const end = endOfDirectory(bytes)
  const count = bytes.readUInt16LE(end + 10)
  if (count > limits.entries) throw new Unreadable({ code: "bomb" })
  const entries = new Map<string, ZipEntry>()
  let at = bytes.readUInt32LE(end + 16)
  let declared = 0
  for (let n = 0; n < count; n++) {
    if (at + 46 > end || bytes.readUInt32LE(at) !== CENTRAL) throw damaged()
    const nameLength = bytes.readUInt16LE(at + 28)
    const path = bytes.toString("utf8", at + 46, at + 46 + nameLength)
    const encrypted = (bytes.readUInt16LE(at + 8) & 1) === 1
    if (encrypted) throw new Unreadable({ code: "locked" })
    const extraLength = bytes.readUInt16LE(at + 30)
    const large = largeNumbers(bytes.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength))
    const numberAt = (place: number): number => {
      const number = bytes.readUInt32LE(place)
      return number === 0xffff_ffff ? (large.shift() ?? number) : number
    }
    const entry: ZipEntry = {
      method: bytes.readUInt16LE(at + 10),
      crc: bytes.readUInt32LE(at + 16),
      size: numberAt(at + 24),
      packed: numberAt(at + 20),
      local: numberAt(at + 42),
    }
    declared += entry.size
    if (declared > limits.declared) throw new Unreadable({ code: "bomb" })
    if (entries.has(path)) throw damaged()
    entries.set(path, entry)
    at += 46 + nameLength + extraLength + bytes.readUInt16LE(at + 32)
  }
  return entries
}

const unpack = promisify(inflateRaw)

/** Unpacks an entry of at most so many bytes, or nothing where there is none. */
export type Unpack = (path: string, most: number) => Promise<Buffer | null>

/** Sizes can lie: unpacking an entry stops at the size it declared. */
export const unpacker =
  (bytes: Buffer, entries: ReadonlyMap<string, ZipEntry>): Unpack =>
  async (path, most) => {
    const entry = entries.get(path)
    if (!entry) return null
    if (entry.size > most) throw new Unreadable({ code: "bomb" })
    if (entry.local + 30 > bytes.length || bytes.readUInt32LE(entry.local) !== LOCAL) throw damaged()
    const start =
      entry.local + 30 + bytes.readUInt16LE(entry.local + 26) + bytes.readUInt16LE(entry.local + 28)
    const packed = bytes.subarray(start, start + entry.packed)
    const content = await contentOf(entry, packed)
    if (content.length !== entry.size || crc32(content) !== entry.crc) throw damaged()
    return content
  }

const contentOf = async (entry: ZipEntry, packed: Buffer): Promise<Buffer> => {
  if (entry.method === STORED) return packed
  if (entry.method !== DEFLATED) throw damaged()
  try {
    return await unpack(packed, { maxOutputLength: Math.max(1, entry.size) })
  } catch (cause) {
    throw new Unreadable({ code: cause instanceof RangeError ? "bomb" : "damaged" }, cause)
  }
}
