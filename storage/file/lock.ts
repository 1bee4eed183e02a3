import { createHash } from "node:crypto"
import { constants, copyFile, link, open, readFile, unlink } from "node:fs/promises"
import { codeOf, Locked, reasonOf, Unusable } from "../faults.ts"
import { lockOf, OWN_FILE } from "./folder.ts"
import { alive, Holder, thisProcess } from "./holder.ts"

/** Hands the folder back. */
export type Release = () => Promise<void>

const NO_LINKS = ["EPERM", "ENOSYS", "ENOTSUP", "EOPNOTSUPP"]

/** Puts the draft at a path where nothing is, whole at once; false when something is there. */
const place = async (draft: string, path: string): Promise<boolean> => {
  try {
    await link(draft, path).catch((fault: unknown) => {
      if (!NO_LINKS.includes(codeOf(fault) ?? "")) throw fault
      // A stick or share that knows no hard links: still exclusive, only not whole at once.
      return copyFile(draft, path, constants.COPYFILE_EXCL)
    })
    return true
  } catch (fault) {
    if (codeOf(fault) === "EEXIST") return false
    throw fault
  }
}

const textOf = async (path: string): Promise<string | null> => {
  try {
    return await readFile(path, "utf8")
  } catch (fault) {
    if (codeOf(fault) === "ENOENT") return null
    throw fault
  }
}

const holderIn = (text: string): Holder | null => {
  try {
    return Holder.parse(JSON.parse(text))
  } catch {
    return null // Not ours to guess: whoever cannot read a lock has to respect it.
  }
}

/** Who holds a folder, or null when nobody does. */
export const holderOf = async (folder: string): Promise<Holder | null> => {
  const text = await textOf(lockOf(folder))
  const holder = text === null ? null : holderIn(text)
  return holder && alive(holder, thisProcess("")) ? holder : null
}

const refusal = (path: string, holder: Holder | null, self: Holder): Locked => {
  if (!holder) return new Locked(`${path} cannot be read; if nothing else works in this folder, remove it`)
  const elsewhere = holder.host === self.host ? "" : `; if that machine no longer runs it, remove ${path}`
  return new Locked(
    `the folder is in use by process ${holder.pid} on ${holder.host} since ${holder.since} (${path})${elsewhere}`,
  )
}

/**
 * Gives a path to this process alone. The path of a dead process is removed first, and the right to remove it is
 * itself claimed under a name made of the dead one's words: so two that come at once never remove a living lock,
 * and one that is killed in between leaves nothing that the next cannot clear.
 */
const claim = async (path: string, draft: string, self: Holder): Promise<void> => {
  while (!(await place(draft, path))) {
    const text = await textOf(path)
    if (text === null) continue
    const holder = holderIn(text)
    if (!holder || alive(holder, self)) throw refusal(path, holder, self)
    const right = `${path}.${createHash("sha256").update(text).digest("hex").slice(0, 8)}`
    await claim(right, draft, self)
    if ((await textOf(path)) === text) await unlink(path)
    await unlink(right)
  }
}

const write = async (path: string, text: string): Promise<void> => {
  const file = await open(path, "w", OWN_FILE)
  try {
    await file.writeFile(text)
    await file.sync()
  } finally {
    await file.close()
  }
}

let drafts = 0

/** Takes the folder for this process. Throws `Locked`, naming the process that has it. */
export const lock = async (folder: string, since: string): Promise<Release> => {
  const path = lockOf(folder)
  const self = thisProcess(since)
  const text = `${JSON.stringify(self)}\n`
  const draft = `${path}.${self.pid}.${(drafts += 1)}`
  try {
    await write(draft, text)
    await claim(path, draft, self)
  } catch (fault) {
    if (fault instanceof Locked) throw fault
    throw new Unusable(`nothing can be written in ${folder}: ${reasonOf(fault)}`, { cause: fault })
  } finally {
    await unlink(draft).catch(() => null)
  }
  return async () => {
    if ((await textOf(path)) === text) await unlink(path)
  }
}
