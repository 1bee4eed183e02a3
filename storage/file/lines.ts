import type { FileHandle } from "node:fs/promises"
import { LONGEST_LINE } from "../line.ts"

const LINE_END = 0x0a
const CHUNK = 1024 * 1024

/** A line as it stands in a file. */
export interface RawLine {
  /** Where it begins. */
  readonly byte: number
  /** Without the line end. */
  readonly bytes: Buffer
  /** What it ends with; nothing follows an end of file, nor a line longer than any that is written. */
  readonly end: "line end" | "end of file" | "too long"
}

/**
 * The lines of a file from a byte on, in batches, so that a long file is neither held in memory nor paid for with a
 * promise per line.
 */
export const linesOf = async function* (
  file: FileHandle,
  from: number,
  until = Infinity,
): AsyncGenerator<readonly RawLine[], void> {
  let pieces: Buffer[] = []
  let begun = from
  for (let at = from; at < until && at - begun <= LONGEST_LINE;) {
    const { buffer, bytesRead } = await file.read(
      Buffer.allocUnsafe(CHUNK),
      0,
      Math.min(CHUNK, until - at),
      at,
    )
    if (bytesRead === 0) break
    const chunk = buffer.subarray(0, bytesRead)
    const lines: RawLine[] = []
    let start = 0
    for (let end = chunk.indexOf(LINE_END); end >= 0; end = chunk.indexOf(LINE_END, start)) {
      const piece = chunk.subarray(start, end)
      lines.push({
        byte: begun,
        bytes: pieces.length ? Buffer.concat([...pieces, piece]) : piece,
        end: "line end",
      })
      pieces = []
      start = end + 1
      begun = at + start
    }
    if (start < bytesRead) pieces.push(chunk.subarray(start))
    at += bytesRead
    if (lines.length > 0) yield lines
  }
  const bytes = Buffer.concat(pieces)
  if (bytes.length > 0)
    yield [{ byte: begun, bytes, end: bytes.length > LONGEST_LINE ? "too long" : "end of file" }]
}
