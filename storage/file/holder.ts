import { readFileSync } from "node:fs"
import { hostname } from "node:os"
import { z } from "zod"
import { codeOf } from "../faults.ts"

/** The process that holds a folder. */
export const Holder = z
  .object({
    pid: z.number().int().positive(),
    host: z.string(),
    since: z.string(),
    /** The machine's current start, and the process's own: together they outlive the reuse of a pid. */
    boot: z.string().nullable(),
    started: z.string().nullable(),
  })
  .readonly()
export type Holder = z.output<typeof Holder>

const textOf = (path: string): string | null => {
  try {
    return readFileSync(path, "utf8").trim()
  } catch {
    return null // Only Linux has these files; elsewhere the pid alone has to do.
  }
}

/** State and start time of a process, from the fields after its name (which may hold spaces and brackets). */
const statOf = (pid: number): { readonly state: string; readonly started: string } | null => {
  const text = textOf(`/proc/${pid}/stat`)
  const [state, ...fields] = text?.slice(text.lastIndexOf(")") + 2).split(" ") ?? []
  const started = fields[18]
  return state !== undefined && started !== undefined ? { state, started } : null
}

export const thisProcess = (since: string): Holder => ({
  pid: process.pid,
  host: hostname(),
  since,
  boot: textOf("/proc/sys/kernel/random/boot_id"),
  started: statOf(process.pid)?.started ?? null,
})

const exists = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (fault) {
    return codeOf(fault) === "EPERM"
  }
}

const differ = (a: string | null, b: string | null): boolean => a !== null && b !== null && a !== b

/** Whether a holder may still be at work. Of another machine nothing is known, so it counts as alive. */
export const alive = (holder: Holder, self: Holder): boolean => {
  if (holder.host !== self.host) return true
  if (differ(holder.boot, self.boot) || !exists(holder.pid)) return false
  const now = statOf(holder.pid)
  // A killed process that nobody has fetched yet (Z) writes no more.
  return now === null || (now.state !== "Z" && !differ(holder.started, now.started))
}
