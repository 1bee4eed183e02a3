import { open } from "node:fs/promises"
import type { Low } from "lowdb"
import type { Instant } from "../../rules/time.ts"
import type { Versions } from "../door.ts"
import type { Journal, State } from "../engine.ts"
import { reasonOf } from "../faults.ts"
import { stampOf } from "../line.ts"
import type { Line } from "../store.ts"
import type { Appender } from "./appender.ts"
import type { Checkpoint } from "./document.ts"
import { linesAbout } from "./history.ts"
import type { Release } from "./lock.ts"

/** How much may be written before the next checkpoint. */
export interface Interval {
  readonly lines: number
  readonly bytes: number
}

interface Parts {
  readonly path: string
  readonly appender: Appender
  readonly checkpoint: Low<Checkpoint | null>
  readonly state: State
  readonly versions: Versions
  readonly interval: Interval
  readonly now: () => Instant
  readonly notice: (text: string) => void
  readonly release: Release
}

/** The journal in a folder, with the checkpoint that follows it. */
export class FileJournal implements Journal {
  readonly #parts: Parts
  /** Where the last line begins. */
  #lastByte: number
  #lines: number
  #bytes = 0
  #writing: Promise<void> | null = null

  constructor(parts: Parts, lastByte: number, linesSince: number) {
    this.#parts = parts
    this.#lastByte = lastByte
    this.#lines = linesSince
  }

  append(_line: Line, bytes: Uint8Array): void {
    this.#lastByte = this.#parts.appender.append(bytes)
    this.#lines += 1
    this.#bytes += bytes.length
    const { interval } = this.#parts
    if (this.#writing === null && (this.#lines >= interval.lines || this.#bytes >= interval.bytes))
      this.#writing = this.#write()
  }

  settled(): Promise<void> {
    return this.#parts.appender.settled()
  }

  async history(table: string, id: string): Promise<readonly Line[]> {
    await this.settled()
    const file = await open(this.#parts.path, "r")
    try {
      const found: Line[] = []
      for await (const line of linesAbout(file, { table, id }, this.#parts.appender.durable)) found.push(line)
      return found
    } finally {
      await file.close()
    }
  }

  async close(): Promise<void> {
    const { appender, release } = this.#parts
    await this.#writing
    await this.settled().catch(() => null) // Whoever waited has heard of it.
    if (this.#lines > 0) await this.#write()
    await appender.close()
    await release()
  }

  /**
   * Writes down the state as it is at this moment. What it holds is taken at once and costs little; the writing goes
   * on beside the transactions that follow. A checkpoint that fails is no loss: the journal has everything.
   */
  async #write(): Promise<void> {
    const { appender, checkpoint, state, versions, now, notice } = this.#parts
    const { seq, hash } = state.head
    const rows = [...state.rows].map(([table, held]) => [table, held.snapshot()] as const)
    const incomings = state.incomings.list()
    checkpoint.data = { at: stampOf(now()), seq, hash, byte: this.#lastByte, versions, incomings, rows }
    this.#lines = 0
    this.#bytes = 0
    try {
      await appender.settled()
      await checkpoint.write()
    } catch (fault) {
      if (!appender.broken) notice(`the checkpoint could not be written: ${reasonOf(fault)}`)
    } finally {
      checkpoint.data = null
      this.#writing = null
    }
  }
}
