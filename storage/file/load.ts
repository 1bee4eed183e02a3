import type { FileHandle } from "node:fs/promises"
import { z } from "zod"
import type { Door, Versions } from "../door.ts"
import { emptyState, type State } from "../engine.ts"
import { Damage, reasonOf, Unusable } from "../faults.ts"
import { soundHash } from "../line.ts"
import type { Schema } from "../schema.ts"
import type { Checkpoint } from "./document.ts"
import { follow, lineAt, lineIn, type End, type Link, type Place } from "./walk.ts"

/** The name under which the journal notes the version of a table's rows. */
export const VERSIONS = "versions"
const Noted = z.object({ version: z.number().int().positive() })

/** Builds up the state that a folder holds: a checkpoint first, then the lines after it. */
export class Loading {
  readonly state: State
  versions: Versions = {}
  /** Where the last line begins. */
  lastByte = 0
  /** How many lines were replayed. */
  replayed = 0
  readonly #door: Door

  constructor(schema: Schema, door: Door) {
    this.state = emptyState(schema)
    this.#door = door
  }

  /** Starts from a checkpoint. Throws when it holds a row that may not come in. */
  start(checkpoint: Checkpoint): void {
    this.versions = checkpoint.versions
    this.#door.changed(this.versions)
    for (const [table, rows] of checkpoint.rows) {
      for (const row of rows) {
        const entered = this.#door.enter(table, row, this.versions)
        this.state.rows.get(table)?.set(entered.id, entered)
      }
    }
    for (const [id, at] of checkpoint.incomings) this.state.incomings.add(id, at)
    this.state.head = { seq: checkpoint.seq, hash: checkpoint.hash }
    this.lastByte = checkpoint.byte
  }

  /** Replays the lines from a place on. A last line that is whole and lacks only its end is taken too. */
  async replay(file: FileHandle, from: Place): Promise<End> {
    const end = await follow(file, from, (link) => this.#apply(link))
    const { place, rest } = end
    const hash = rest.length > 0 ? soundHash(rest, place.hash) : null
    if (hash !== null) {
      this.#apply({ seq: place.seq + 1, byte: place.byte, bytes: rest, prev: place.hash, hash })
    }
    return end
  }

  #apply(link: Link): void {
    const line = lineIn(link)
    try {
      for (const change of line.changes) this.#change(change)
    } catch (fault) {
      if (fault instanceof Unusable) throw fault
      throw new Damage(link.seq, link.byte, reasonOf(fault), { cause: fault })
    }
    if (line.incoming !== null) this.state.incomings.add(line.incoming, Date.parse(line.at))
    this.state.head = { seq: link.seq, hash: link.hash }
    this.lastByte = link.byte
    this.replayed += 1
  }

  #change([table, id, row]: readonly [table: string, id: string, row: unknown]): void {
    if (table === VERSIONS) {
      this.versions = { ...this.versions, [id]: Noted.parse(row).version }
      this.#door.changed(this.versions)
      return
    }
    const entered = row === null ? null : this.#door.enter(table, row, this.versions)
    if (entered && entered.id !== id) throw new Error(`the row ${entered.id} stands under ${id}`)
    this.state.rows.get(table)?.set(id, entered)
  }
}

/**
 * The place after the line a checkpoint names. Throws `Damage` when the journal does not have that line: it was cut,
 * edited, or is another one, and what was answered may be missing.
 */
export const placeAfter = async (file: FileHandle, { seq, hash, byte }: Checkpoint): Promise<Place> => {
  const found = await lineAt(file, byte)
  if (found?.seq === seq && found.hash === hash) return { seq, hash, byte: byte + found.bytes.length + 1 }
  throw new Damage(
    seq,
    byte,
    "checkpoint.json names another line here. Lines are missing or the two files do not belong together; " +
      "if the journal is known to be right, remove checkpoint.json",
  )
}
