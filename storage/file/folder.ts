import { mkdir, open, stat } from "node:fs/promises"
import { dirname, join, resolve } from "node:path"
import { codeOf, reasonOf, Unusable } from "../faults.ts"

export const journalOf = (folder: string): string => join(folder, "journal.jsonl")
export const checkpointOf = (folder: string): string => join(folder, "checkpoint.json")
export const lockOf = (folder: string): string => join(folder, "lock")

/** Nobody but the user who runs the bot may read what it keeps. */
export const OWN_FILE = 0o600
const OWN_FOLDER = 0o700

/** Makes names that were created, replaced or removed in a folder outlast a power cut. */
export const syncFolder = async (folder: string): Promise<void> => {
  // Windows cannot open a folder; there the file system journals names by itself.
  if (process.platform === "win32") return
  const opened = await open(folder, "r")
  try {
    await opened.sync()
  } finally {
    await opened.close()
  }
}

const isFolder = async (path: string): Promise<boolean | null> => {
  try {
    return (await stat(path)).isDirectory()
  } catch (fault) {
    if (codeOf(fault) === "ENOENT") return null
    throw new Unusable(`${path} cannot be used: ${reasonOf(fault)}`, { cause: fault })
  }
}

/** Creates the folder when it is missing. Throws `Unusable` when it is no folder or cannot be made. */
export const ensureFolder = async (path: string): Promise<void> => {
  const found = await isFolder(path)
  if (found === false) throw new Unusable(`${path} is not a folder`)
  if (found) return
  try {
    await mkdir(path, { mode: OWN_FOLDER }).catch((fault: unknown) => {
      if (codeOf(fault) !== "ENOENT") throw fault
      return mkdir(path, { recursive: true, mode: OWN_FOLDER })
    })
    await syncFolder(dirname(resolve(path)))
  } catch (fault) {
    throw new Unusable(`the folder ${path} cannot be made: ${reasonOf(fault)}`, { cause: fault })
  }
}
