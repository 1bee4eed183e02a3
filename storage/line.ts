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

/** Closes a line: its hash, and its text as it stands in the journal, without the line end. */
export const seal = (open: Omit<Line, "hash">): { readonly line: Line; readonly text: string } => {
  const { at, by, changes, incoming, prev, seq, why } = open
  // In canonical order the hash comes after the changes.
  const head = canonical({ at, by, changes: changes as unknown as Plain }).slice(0, -1)
  const tail = `,${canonical({ incoming, prev, seq, why }).slice(1)}`
  const hash = digest(prev + head + tail)
  const text = `${head},"hash":"${hash}"${tail}`
  if (Buffer.byteLength(text) > LONGEST_LINE)
    throw new Error("one transaction changes more than the journal takes")
  return { line: { ...open, hash }, text }
}

const MARK = Buffer.from(`,"hash":"`)

/**
 * The hash that a line of the journal carries, when it is the right one after `prev`; else null. Works on the bytes
 * as they stand: in canonical order only texts and numbers follow the hash, so its last mark is the line's own.
 */
export const soundHash = (bytes: Uint8Array, prev: string): string | null => {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const mark = buffer.lastIndexOf(MARK)
  if (mark < 0) return null
  const start = mark + MARK.length
  const hash = buffer.toString("latin1", start, start + 64)
  if (buffer[start + 64] !== 0x22) return null
  return digest(prev, buffer.subarray(0, mark), buffer.subarray(start + 65)) === hash ? hash : null
}
