import { open, type FileHandle } from "node:fs/promises"
import { codeOf, Damage, Unusable } from "./faults.ts"
import { readCheckpoint, type Checkpoint } from "./file/document.ts"
import { checkpointOf, journalOf } from "./file/folder.ts"
import { linesAbout, type Wanted } from "./file/history.ts"
import { holderOf } from "./file/lock.ts"
import { BEGINNING, follow, lineIn, type Link, type Place } from "./file/walk.ts"
import type { Line } from "./store.ts"

/** One line as an audit names it. */
export interface Named {
  readonly seq: number
  readonly at: string
  readonly hash: string
}

/** What an audit of a journal found. */
export type Audit =
  | {
      readonly sound: true
      readonly lines: number
      readonly first: Named | null
      readonly last: Named | null
      /** Bytes after the last line: a line that is being written, or was torn and will be cut off at the next start. */
      readonly unfinished: number
      readonly checkpoint: "fits" | "none" | "damaged"
      /** Whether a process works in the folder right now. */
      readonly inUse: boolean
    }
  | { readonly sound: false; readonly lines: number; readonly damage: Damage }

const openJournal = async (folder: string): Promise<FileHandle> => {
  try {
    return await open(journalOf(folder), "r")
  } catch (fault) {
    if (codeOf(fault) !== "ENOENT") throw fault
    throw new Unusable(`there is no journal in ${folder}`, { cause: fault })
  }
}

const checkpointIn = (folder: string): Promise<Checkpoint | "none" | "damaged"> =>
  readCheckpoint(checkpointOf(folder)).then(
    (found) => found ?? "none",
    () => "damaged",
  )

const named = (link: Link): Named => ({ seq: link.seq, at: lineIn(link).at, hash: link.hash })

/** Counts the lines of a chain as it is walked, and holds it against the checkpoint. */
class Count {
  lines = 0
  first: Named | null = null
  last: Link | null = null
  #awaited: Checkpoint | null

  constructor(checkpoint: Checkpoint | null) {
    this.#awaited = checkpoint
  }

  take(link: Link): void {
    lineIn(link)
    this.first ??= named(link)
    this.last = link
    if (link.seq === this.#awaited?.seq) {
      if (link.hash !== this.#awaited.hash)
        throw new Damage(link.seq, link.byte, "checkpoint.json names another line")
      this.#awaited = null
    }
    this.lines += 1
  }

  end({ seq, byte }: Place): void {
    const missing = this.#awaited
    if (missing)
      throw new Damage(seq + 1, byte, `checkpoint.json names line ${missing.seq}, which is missing`)
  }
}

/**
 * Checks every line of a folder's journal against the one before it, and against the checkpoint. Reads only, and may
 * run beside the process that works there. Throws `Unusable` when there is no journal.
 */
export const verify = async (folder: string): Promise<Audit> => {
  const inUse = (await holderOf(folder)) !== null
  // Before the journal: what a checkpoint names was in the journal by then.
  const checkpoint = await checkpointIn(folder)
  const file = await openJournal(folder)
  const count = new Count(typeof checkpoint === "string" ? null : checkpoint)
  try {
    const { place, rest } = await follow(file, BEGINNING, (link) => count.take(link))
    count.end(place)
    const last = count.last && named(count.last)
    const { lines, first } = count
    const fits = typeof checkpoint === "string" ? checkpoint : "fits"
    return { sound: true, lines, first, last, unfinished: rest.length, checkpoint: fits, inUse }
  } catch (fault) {
    if (fault instanceof Damage) return { sound: false, lines: count.lines, damage: fault }
    throw fault
  } finally {
    await file.close()
  }
}

/** The journal's lines that are wanted, oldest first, each verified. Throws `Damage` where the chain breaks. */
export const show = async function* (folder: string, wanted: Wanted): AsyncGenerator<Line, void> {
  const file = await openJournal(folder)
  try {
    yield* linesAbout(file, wanted)
  } finally {
    await file.close()
  }
}
