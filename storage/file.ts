import { existsSync } from "node:fs"
import type { Instant } from "../rules/time.ts"
import type { DriverOptions } from "./driver.ts"
import { Door } from "./door.ts"
import { Engine } from "./engine.ts"
import { Appender } from "./file/appender.ts"
import { checkpointAt } from "./file/checkpoint.ts"
import { checkpointOf, ensureFolder, journalOf, syncFolder } from "./file/folder.ts"
import { FileJournal, type Interval } from "./file/journal.ts"
import { VERSIONS, type Loading } from "./file/load.ts"
import { lock, type Release } from "./file/lock.ts"
import { recover } from "./file/recover.ts"
import { seal, stampOf } from "./line.ts"
import { migrations, type Migration } from "./migrations.ts"
import { unwatched, watched } from "./nesting.ts"
import type { Schema } from "./schema.ts"
import type { Store, TableName } from "./store.ts"
import { tables } from "./tables.ts"

export interface FileOptions extends DriverOptions {
  readonly checkpointEvery?: Interval
  readonly schema?: Schema
  readonly migrations?: readonly Migration[]
  /** Whether a transaction that is begun inside another one is refused rather than waits for ever. */
  readonly watched?: boolean
}

/** Whether a folder keeps something already. */
export const isBegun = (folder: string): boolean => existsSync(journalOf(folder))

/** Ten thousand lines are replayed in well under a second. */
const INTERVAL: Interval = { lines: 10_000, bytes: 64 * 1024 * 1024 }

type Whole = Required<FileOptions>

/** Notes in the journal from which line on the rows of a table have another version. */
const noteVersions = async (
  { state }: Loading,
  changed: readonly (readonly [table: string, version: number])[],
  journal: FileJournal,
  now: () => Instant,
): Promise<void> => {
  if (changed.length === 0) return
  const { line, bytes } = seal({
    seq: state.head.seq + 1,
    at: stampOf(now()),
    by: "store",
    why: VERSIONS,
    incoming: null,
    changes: changed.map(([table, version]) => [VERSIONS as TableName, table, { version }]),
    prev: state.head.hash,
  })
  state.head = { seq: line.seq, hash: line.hash }
  journal.append(line, bytes)
  await journal.settled()
}

const start = async (options: Whole, release: Release): Promise<Store> => {
  const { folder, schema, now, notice, fatal } = options
  const door = new Door(schema, options.migrations)
  const { loading, file, length } = await recover({ folder, schema, door, notice })
  const { state } = loading
  try {
    await syncFolder(folder)
    const parts = {
      path: journalOf(folder),
      appender: new Appender(file, length, fatal),
      checkpoint: checkpointAt(checkpointOf(folder)),
      state,
      versions: door.today(),
      interval: options.checkpointEvery,
      now,
      notice,
      release,
    }
    const journal = new FileJournal(parts, loading.lastByte, loading.replayed)
    await noteVersions(loading, door.changed(loading.versions), journal, now)
    return new Engine(schema, state, journal, now, options.watched ? watched() : unwatched)
  } catch (fault) {
    await file.close()
    throw fault
  }
}

/**
 * Opens the store in a folder, which is made when it is missing. Throws `Locked` when another process works in it,
 * `Unusable` when nothing can be written there, and `Damage` when the journal is not as it was written; then nothing
 * in the folder has changed.
 */
export const openFile = async (options: FileOptions): Promise<Store> => {
  const whole: Whole = { checkpointEvery: INTERVAL, schema: tables, migrations, watched: true, ...options }
  await ensureFolder(whole.folder)
  const release = await lock(whole.folder, stampOf(whole.now()))
  try {
    return await start(whole, release)
  } catch (fault) {
    await release()
    throw fault
  }
}
