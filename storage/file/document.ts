import { createHash } from "node:crypto"
import { open, rename, rm, type FileHandle } from "node:fs/promises"
import { dirname } from "node:path"
import { z } from "zod"
import type { Instant } from "../../rules/time.ts"
import type { Versions } from "../door.ts"
import { codeOf } from "../faults.ts"
import { OWN_FILE, syncFolder } from "./folder.ts"
import { linesOf } from "./lines.ts"

/** The state that replaying the journal up to a line gives. */
export interface Checkpoint {
  readonly at: string
  /** The last line it reflects: number, hash, and where that line begins in the journal. */
  readonly seq: number
  readonly hash: string
  readonly byte: number
  readonly versions: Versions
  readonly incomings: readonly (readonly [id: string, at: Instant])[]
  readonly rows: Iterable<readonly [table: string, rows: Iterable<unknown>]>
}

const Heading = z.object({
  format: z.literal(1),
  at: z.string(),
  seq: z.number(),
  hash: z.string(),
  byte: z.number(),
  versions: z.record(z.string(), z.number()),
  incomings: z.array(z.tuple([z.string(), z.number()])),
})

/** One JSON document with a row to a line: any program can read it, and this one reads and writes it in pieces. */
const piecesOf = function* ({ rows, ...heading }: Checkpoint): Generator<string, void> {
  yield `{\n"about": ${JSON.stringify({ format: 1, ...heading })},\n"rows": {\n`
  let comma = ""
  for (const [table, list] of rows) {
    yield `${comma}${JSON.stringify(table)}: [`
    let between = "\n"
    for (const row of list) {
      yield between + JSON.stringify(row)
      between = ",\n"
    }
    yield "\n]"
    comma = ",\n"
  }
  yield "\n},\n"
}

/** Text is written in slices of about this size; between two, whoever waits is served. */
const SLICE = 64 * 1024

const writeInto = async (file: FileHandle, checkpoint: Checkpoint): Promise<void> => {
  const sum = createHash("sha256")
  let slice = ""
  const flush = async (): Promise<void> => {
    sum.update(slice)
    await file.writeFile(slice)
    slice = ""
  }
  for (const piece of piecesOf(checkpoint)) {
    slice += piece
    if (slice.length >= SLICE) await flush()
  }
  await flush()
  await file.writeFile(`"sum": "${sum.digest("hex")}"\n}\n`)
  await file.sync()
}

/** Replaces the checkpoint as a whole: whenever the power goes, either the old or the new one is there. */
export const writeCheckpoint = async (path: string, checkpoint: Checkpoint): Promise<void> => {
  const draft = `${path}.new`
  try {
    const file = await open(draft, "w", OWN_FILE)
    try {
      await writeInto(file, checkpoint)
    } finally {
      await file.close()
    }
    await rename(draft, path)
  } catch (fault) {
    await rm(draft, { force: true })
    throw fault
  }
  await syncFolder(dirname(path))
}

/** Takes the document in, line by line; what it says counts once its sum is found to be right. */
class Reading {
  readonly #rows: [table: string, rows: unknown[]][] = []
  #heading: z.output<typeof Heading> | null = null
  #lines = 0

  take(text: string): void {
    this.#lines += 1
    const line = text.endsWith(",") ? text.slice(0, -1) : text
    if (this.#lines === 2) this.#heading = Heading.parse(JSON.parse(line.slice(line.indexOf("{"))))
    if (this.#lines <= 3) return
    if (line.startsWith("{")) this.#rows.at(-1)?.[1].push(JSON.parse(line))
    if (line.startsWith('"')) this.#rows.push([String(JSON.parse(line.slice(0, line.lastIndexOf(":")))), []])
  }

  get checkpoint(): Checkpoint {
    if (!this.#heading) throw new Error("it has no heading")
    return { ...this.#heading, rows: this.#rows }
  }
}

const readFrom = async (file: FileHandle): Promise<Checkpoint> => {
  const sum = createHash("sha256")
  const reading = new Reading()
  for await (const lines of linesOf(file, 0)) {
    for (const { bytes } of lines) {
      const text = bytes.toString("utf8")
      if (text.startsWith('"sum": ')) {
        if (text !== `"sum": "${sum.digest("hex")}"`) throw new Error("its sum is wrong")
        return reading.checkpoint
      }
      sum.update(bytes).update("\n")
      reading.take(text)
    }
  }
  throw new Error("it is cut off")
}

/** The checkpoint, or null when there is none. Throws when it is not whole, or not as it was written. */
export const readCheckpoint = async (path: string): Promise<Checkpoint | null> => {
  let file: FileHandle
  try {
    file = await open(path, "r")
  } catch (fault) {
    if (codeOf(fault) === "ENOENT") return null
    throw fault
  }
  try {
    return await readFrom(file)
  } finally {
    await file.close()
  }
}
