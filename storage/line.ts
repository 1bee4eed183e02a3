import { createHash } from "node:crypto"
import { hours, type Instant } from "../rules/time.ts"
import { canonical, type Plain } from "./plain.ts"
import type { Line } from "./store.ts"

/** The `prev` of the first line. */
export const NO_LINE = "0".repeat(64)
/** A longer line is refused when it is written, so that reading stays within bounds too. */
export const LONGEST_LINE = 64 * 1024 * 1024

/** An instant as the journal writes it, in China's time: `2026-02-14T09:00:00.000+08:00`. */
export const stampOf = (instant: Instant): string =>
  `${new Date(instant + hours(8)).toISOString().slice(0, -1)}+08:00`

const digest = (...parts: readonly (string | Uint8Array)[]): string => {
  const hash = createHash("sha256")
  for (const part of parts) hash.update(part)
  return hash.digest("hex")
}

const MARK = Buffer.from(`,"hash":"`)
const HASH_LENGTH = 64
/** The mark, the hash and the quotation mark behind it. */
const SEAL = MARK.length + HASH_LENGTH + 1

/** Closes a line: its hash, and its bytes as they stand in the journal, without the line end. */
export const seal = (open: Omit<Line, "hash">): { readonly line: Line; readonly bytes: Uint8Array } => {
  const { at, by, changes, incoming, prev, seq, why } = open
  // In canonical order the hash comes after the changes.
  const head = canonical({ at, by, changes: changes as unknown as Plain }).slice(0, -1)
  const tail = `,${canonical({ incoming, prev, seq, why }).slice(1)}`
  const begins = Buffer.byteLength(head)
  const ends = begins + SEAL
  const bytes = Buffer.allocUnsafe(ends + Buffer.byteLength(tail))
  if (bytes.length > LONGEST_LINE) throw new Error("one transaction changes more than the journal takes")
  bytes.write(head)
  bytes.write(tail, ends)
  const hash = digest(prev, bytes.subarray(0, begins), bytes.subarray(ends))
  bytes.write(`,"hash":"${hash}"`, begins, "latin1")
  return { line: { ...open, hash }, bytes }
}

/**
 * The hash that a line of the journal carries, when it is the right one after `prev`; else null. Works on the bytes
 * as they stand: in canonical order only texts and numbers follow the hash, so its last mark is the line's own.
 */
export const soundHash = (bytes: Uint8Array, prev: string): string | null => {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const mark = buffer.lastIndexOf(MARK)
  if (mark < 0) return null
  const start = mark + MARK.length
  const hash = buffer.toString("latin1", start, start + HASH_LENGTH)
  if (buffer[start + HASH_LENGTH] !== 0x22) return null
  return digest(prev, buffer.subarray(0, mark), buffer.subarray(mark + SEAL)) === hash ? hash : null
}
