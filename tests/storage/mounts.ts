import { spawnSync } from "node:child_process"
import { mkdtempSync, rmdirSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { onTestFinished } from "vitest"

const run = (command: string, ...args: readonly string[]): boolean =>
  spawnSync(command, args, { stdio: "ignore" }).status === 0

/** Mounts a small file system of its own on a folder, with options as mount takes them. */
export const mount = (folder: string, options: string): void => {
  if (!run("mount", "-t", "tmpfs", "-o", options, "tmpfs", folder)) throw new Error("mount was refused")
  onTestFinished(() => void run("umount", folder))
}

export const remount = (folder: string, options: string): void => {
  if (!run("mount", "-o", `remount,${options}`, folder)) throw new Error("remount was refused")
}

const tryOut = (): boolean => {
  const folder = mkdtempSync(join(tmpdir(), "zhishou-mount-"))
  const mounted = run("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", folder)
  if (mounted) run("umount", folder)
  rmdirSync(folder)
  return mounted
}

/** Whether whoever runs the tests may mount at all. */
export const mayMount = tryOut()
