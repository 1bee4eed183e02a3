import { spawnSync } from "node:child_process"
import { mkdirSync, readdirSync, rmdirSync, statSync } from "node:fs"
import { join } from "node:path"
import { setTimeout as wait } from "node:timers/promises"

const ROOT = join(import.meta.dirname, "../..")
const LOCK = join(ROOT, "dist.building")
const SOURCES = ["bot", "commands", "services", "text", "papers", "rules", "storage", "playground"]

const age = (path: string): number => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0

const isStale = (): boolean => {
  const built = age(join(ROOT, "dist/build.tsbuildinfo"))
  return SOURCES.some((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true }).some(
      (name) => age(join(ROOT, folder, String(name))) > built,
    ),
  )
}

const isAlone = (): boolean => {
  try {
    // Whoever builds so long was interrupted.
    if (age(LOCK) > 0 && age(LOCK) < Date.now() - 120_000) rmdirSync(LOCK)
    mkdirSync(LOCK)
    return true
  } catch {
    return false
  }
}

/** Compiles what has changed since the last build, one process at a time; `npm test` has done so before. */
export const build = async (): Promise<void> => {
  if (!isStale()) return
  while (!isAlone()) await wait(200)
  try {
    if (!isStale()) return
    const tsc = join(ROOT, "node_modules/typescript/bin/tsc")
    const { status } = spawnSync(process.execPath, [tsc, "-p", "tsconfig.build.json"], { cwd: ROOT })
    if (status !== 0) throw new Error("the sources do not compile")
  } finally {
    rmdirSync(LOCK)
  }
}
