import { constants, open, type FileHandle } from "node:fs/promises"
import type { Door } from "../door.ts"
import type { State } from "../engine.ts"
import { codeOf, Damage, reasonOf, Unusable } from "../faults.ts"
import type { Schema } from "../schema.ts"
import { checkpointAt } from "./checkpoint.ts"
import type { Checkpoint } from "./document.ts"
import { checkpointOf, journalOf, OWN_FILE } from "./folder.ts"
import { Loading, placeAfter } from "./load.ts"
import { BEGINNING, type End } from "./walk.ts"

interface Source {
  readonly folder: string
  readonly schema: Schema
  readonly door: Door
  readonly notice: (text: string) => void
}

/** A folder as it was found: what it holds, and the journal, open and ending with a whole line. */
export interface Recovered {
  readonly loading: Loading
  readonly file: FileHandle
  readonly length: number
}

const openJournal = async (path: string, checkpoint: Checkpoint | null): Promise<FileHandle> => {
  try {
    return await open(path, checkpoint ? "r+" : constants.O_RDWR | constants.O_CREAT, OWN_FILE)
  } catch (fault) {
    if (checkpoint && codeOf(fault) === "ENOENT")
      throw new Damage(1, 0, "the file is missing", { cause: fault })
    throw new Unusable(`${path} cannot be opened: ${reasonOf(fault)}`, { cause: fault })
  }
}

const readKept = async (path: string, notice: (text: string) => void): Promise<Checkpoint | null> => {
  const kept = checkpointAt(path)
  try {
    await kept.read()
  } catch (fault) {
    notice(`${path} is damaged and was left aside: ${reasonOf(fault)}`)
  }
  return kept.data
}

/** Reads what the folder holds: from the checkpoint on, or from the first line when there is none to rely on. */
const load = async (
  file: FileHandle,
  checkpoint: Checkpoint | null,
  source: Source,
): Promise<[Loading, End]> => {
  const { schema, door, notice } = source
  if (checkpoint) {
    const from = await placeAfter(file, checkpoint)
    const loading = new Loading(schema, door)
    try {
      loading.start(checkpoint)
      return [loading, await loading.replay(file, from)]
    } catch (fault) {
      if (fault instanceof Damage || fault instanceof Unusable) throw fault
      notice(`the checkpoint was left aside: ${reasonOf(fault)}`)
    }
  }
  const loading = new Loading(schema, door)
  const end = await loading.replay(file, BEGINNING)
  if (loading.replayed > 0) notice(`there was no checkpoint: all ${loading.replayed} lines were replayed`)
  return [loading, end]
}

/** Leaves the journal ending with a whole line, and says how long it is. */
const mendEnd = async (
  file: FileHandle,
  { place, rest }: End,
  state: State,
  source: Source,
): Promise<number> => {
  if (rest.length === 0) return place.byte
  const end = place.byte + rest.length
  if (state.head.seq > place.seq) {
    await file.write("\n", end)
    await file.datasync()
    return end + 1
  }
  await file.truncate(place.byte)
  await file.datasync()
  source.notice(
    `the last line of the journal, ${place.seq + 1}, was torn (${rest.length} bytes) and was cut off; ` +
      "nobody had been answered for it",
  )
  return place.byte
}

/** Reads a folder and mends the end of its journal. Throws `Damage` or `Unusable`, and then nothing has changed. */
export const recover = async (source: Source): Promise<Recovered> => {
  const checkpoint = await readKept(checkpointOf(source.folder), source.notice)
  const file = await openJournal(journalOf(source.folder), checkpoint)
  try {
    const [loading, end] = await load(file, checkpoint, source)
    return { loading, file, length: await mendEnd(file, end, loading.state, source) }
  } catch (fault) {
    await file.close()
    throw fault
  }
}
