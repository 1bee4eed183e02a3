import type { FileHandle } from "node:fs/promises"
import { z } from "zod"
import { Damage, reasonOf } from "../faults.ts"
import { NO_LINE, soundHash } from "../line.ts"
import type { Line, TableName } from "../store.ts"
import { linesOf } from "./lines.ts"

/** A place between two lines: what stands before it, and where the next one begins. */
export interface Place {
  readonly seq: number
  readonly hash: string
  readonly byte: number
}

export const BEGINNING: Place = { seq: 0, hash: NO_LINE, byte: 0 }

/** A line whose hash holds, not yet taken apart. */
export interface Link {
  readonly seq: number
  readonly byte: number
  readonly bytes: Buffer
  readonly prev: string
  readonly hash: string
}

/** Where a walk came to, and what stands there without a line end. */
export interface End {
  readonly place: Place
  readonly rest: Buffer
}

/**
 * Walks along the chain from a place, line by line, to the end of the journal or `until` a byte. The lines carry
 * numbers without gaps, so a line's `seq` is also its number in the file. Throws `Damage` where the chain breaks.
 */
export const walk = async function* (
  file: FileHandle,
  from: Place,
  until = Infinity,
): AsyncGenerator<readonly Link[], End> {
  let { seq, hash, byte: at } = from
  for await (const lines of linesOf(file, from.byte, until)) {
    const links: Link[] = []
    for (const { byte, bytes, end } of lines) {
      if (end === "end of file") {
        // A write that was torn never gets past a line's last byte without its end.
        if (soundHash(bytes.subarray(0, -1), hash) !== null)
          throw new Damage(seq + 1, byte, "its end is not its own")
        yield links
        return { place: { seq, hash, byte }, rest: bytes }
      }
      const found = soundHash(bytes, hash)
      if (found === null) {
        yield links
        throw new Damage(seq + 1, byte, "it does not follow from the line before")
      }
      seq += 1
      links.push({ seq, byte, bytes, prev: hash, hash: found })
      hash = found
      at = byte + bytes.length + 1
    }
    yield links
  }
  return { place: { seq, hash, byte: at }, rest: Buffer.alloc(0) }
}

/** Walks to the end of the journal, handing over each line, and says where that is. */
export const follow = async (file: FileHandle, from: Place, each: (link: Link) => void): Promise<End> => {
  const links = walk(file, from)
  for (;;) {
    const { done, value } = await links.next()
    if (done) return value
    value.forEach(each)
  }
}

const parsed = (bytes: Buffer): unknown => {
  try {
    return JSON.parse(bytes.toString("utf8"))
  } catch {
    return null
  }
}

const Said = z.object({ seq: z.number(), prev: z.string() })

const ReadLine = z.object({
  seq: z.number(),
  at: z.iso.datetime({ offset: true }),
  by: z.string(),
  why: z.string(),
  incoming: z.string().nullable(),
  changes: z.array(z.tuple([z.string().transform((name) => name as TableName), z.string(), z.unknown()])),
  prev: z.string(),
  hash: z.string(),
})

/** Takes a line apart. Throws `Damage` when it is sound and still not what the journal's writer writes. */
export const lineIn = (link: Link): Line => {
  try {
    const line = ReadLine.parse(JSON.parse(link.bytes.toString("utf8")))
    if (line.seq === link.seq && line.prev === link.prev) return line
  } catch (fault) {
    throw new Damage(link.seq, link.byte, reasonOf(fault), { cause: fault })
  }
  throw new Damage(link.seq, link.byte, "its number or the hash it follows is not its own")
}

/** The line that begins at a byte, if a sound one does; says nothing of the lines before it. */
export const lineAt = async (file: FileHandle, byte: number): Promise<Link | null> => {
  for await (const [first] of linesOf(file, byte)) {
    if (first?.end !== "line end") return null
    const said = Said.safeParse(parsed(first.bytes))
    if (!said.success) return null
    const { seq, prev } = said.data
    const hash = soundHash(first.bytes, prev)
    return hash === null ? null : { seq, byte, bytes: first.bytes, prev, hash }
  }
  return null
}
