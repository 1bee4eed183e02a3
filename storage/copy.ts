import { open } from "node:fs/promises"
import type { Instant } from "../rules/time.ts"
import { Door } from "./door.ts"
import { codeOf, Unusable } from "./faults.ts"
import { journalOf } from "./file/folder.ts"
import { Loading } from "./file/load.ts"
import { BEGINNING } from "./file/walk.ts"
import { memoryOf } from "./memory.ts"
import { migrations } from "./migrations.ts"
import type { Store } from "./store.ts"
import { tables } from "./tables.ts"

/**
 * What a folder holds, in memory: read beside the process that works there, without its lock. Whatever is changed is gone
 * when the process ends. Throws `Unusable` when there is no journal, and `Damage` when it is not as it was written.
 */
export const openCopy = async ({
  folder,
  now,
}: {
  readonly folder: string
  readonly now: () => Instant
}): Promise<Store> => {
  const file = await open(journalOf(folder), "r").catch((fault: unknown) => {
    if (codeOf(fault) !== "ENOENT") throw fault
    throw new Unusable(`there is no journal in ${folder}`, { cause: fault })
  })
  try {
    const loading = new Loading(tables, new Door(tables, migrations))
    await loading.replay(file, BEGINNING)
    return memoryOf(loading.state, now)
  } finally {
    await file.close()
  }
}
