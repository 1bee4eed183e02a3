import { Memory, Low } from "lowdb"
import { emptyState, Engine } from "../../storage/engine.ts"
import { Appender, type Disk } from "../../storage/file/appender.ts"
import type { Checkpoint } from "../../storage/file/document.ts"
import { FileJournal, type Interval } from "../../storage/file/journal.ts"
import type { Store } from "../../storage/store.ts"
import { tables } from "../../storage/tables.ts"
import { MONDAY } from "./cast.ts"

export const failure = (code: string): Error => Object.assign(new Error(`${code}: no luck`), { code })

/** A disk in memory that can be full, broken, slow, or take only a few bytes at a time. */
export class FakeDisk {
  bytes = Buffer.alloc(0)
  syncs = 0
  room = Infinity
  atOnce = Infinity
  broken: Error | null = null
  /** While set, a sync waits for it. */
  busy: Promise<void> | null = null
  closed = false

  readonly file = {
    write: (from: Buffer, offset: number, length: number, position: number) => {
      const count = Math.min(length, this.atOnce, this.room - position)
      if (count <= 0) return Promise.reject(failure("ENOSPC"))
      this.bytes = Buffer.concat([this.bytes.subarray(0, position), from.subarray(offset, offset + count)])
      return Promise.resolve({ bytesWritten: count, buffer: from })
    },
    datasync: async () => {
      await this.busy
      if (this.broken) throw this.broken
      this.syncs += 1
    },
    truncate: (length: number) => {
      this.bytes = this.bytes.subarray(0, length)
      return Promise.resolve()
    },
    close: () => {
      this.closed = true
      return Promise.resolve()
    },
  }

  get lines(): string[] {
    return this.bytes.toString("utf8").split("\n").slice(0, -1)
  }
}

/** A store whose journal goes to such a disk, and what it said when that failed. */
export class Trial {
  readonly faults: Error[] = []
  readonly notices: string[] = []
  readonly kept = new Memory<Checkpoint | null>()
  released = false
  readonly store: Store

  constructor(disk: FakeDisk, checkpointEvery: Partial<Interval> = {}) {
    const state = emptyState(tables)
    const fatal = (fault: Error) => this.faults.push(fault)
    const parts = {
      path: "",
      appender: new Appender(disk.file as unknown as Disk, 0, fatal),
      checkpoint: new Low<Checkpoint | null>(this.kept, null),
      state,
      versions: {},
      interval: { lines: Infinity, bytes: Infinity, ...checkpointEvery },
      now: () => MONDAY,
      notice: (text: string) => this.notices.push(text),
      release: () => {
        this.released = true
        return Promise.resolve()
      },
    }
    this.store = new Engine(tables, state, new FileJournal(parts, 0, 0), () => MONDAY)
  }
}
