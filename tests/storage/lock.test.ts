import { createHash } from "node:crypto"
import { spawn, type ChildProcess } from "node:child_process"
import { once } from "node:events"
import { readdir, readFile, writeFile } from "node:fs/promises"
import { hostname } from "node:os"
import { join } from "node:path"
import type { Readable, Writable } from "node:stream"
import { expect, onTestFinished, test } from "vitest"
import { thisProcess } from "../../storage/file/holder.ts"
import { put } from "./cast.ts"
import { accountsIn, freshFolder, type Folder } from "./folder.ts"

const OTHER = join(import.meta.dirname, "other.ts")

/** Another process that opens the folder, and says "open" once it has it, or why it was refused. */
const otherProcess = async (folder: Folder): Promise<{ child: ChildProcess; said: string }> => {
  const child = spawn(process.execPath, ["--import", "tsx", OTHER, folder.path], {
    stdio: ["pipe", "pipe", "inherit"],
  })
  onTestFinished(() => void child.kill("SIGKILL"))
  const [said] = (await once(child.stdout, "data")) as [Buffer]
  return { child, said: said.toString() }
}

const ended = async (child: ChildProcess, signal: "SIGKILL" | "SIGTERM"): Promise<void> => {
  child.kill(signal)
  await once(child, "exit")
}

test("a second process is refused, and told which one is first", async () => {
  const folder = await freshFolder()
  const store = await folder.open()
  const { said } = await otherProcess(folder)
  expect(said).toContain(
    `the folder is in use by process ${process.pid} on ${hostname()} since 2026-03-02T09:00:00.000+08:00`,
  )
  await store.close()
  expect((await otherProcess(folder)).said).toBe("open\n")
  await expect(folder.open()).rejects.toThrow("the folder is in use by process")
})

test("the same process is refused a second time, and once more after the first is closed it is not", async () => {
  const folder = await freshFolder()
  const store = await folder.open()
  await expect(folder.open()).rejects.toThrow(`in use by process ${process.pid}`)
  await put(store, "a1")
  await store.close()
  expect(await accountsIn(await folder.open())).toEqual(["a1 transport"])
})

test("of many that open at once exactly one gets the folder", async () => {
  const folder = await freshFolder()
  const { child } = await otherProcess(folder)
  await ended(child, "SIGKILL")
  const opened = await Promise.allSettled(Array.from({ length: 8 }, () => folder.open()))
  expect(opened.filter(({ status }) => status === "fulfilled")).toHaveLength(1)
})

test("a killed process leaves its lock and what it was answered for; the next takes both over", async () => {
  const folder = await freshFolder()
  const { child, said } = await otherProcess(folder)
  expect(said).toBe("open\n")
  expect(JSON.parse(await folder.read("lock"))).toMatchObject({ pid: child.pid })
  await ended(child, "SIGKILL")
  expect(await accountsIn(await folder.open())).toEqual(["other transport"])
  expect(await readdir(folder.path)).toEqual(["journal.jsonl", "lock"])
})

test("a lock whose pid has been given to another process since is taken over", async () => {
  const folder = await freshFolder()
  const self = thisProcess("2026-03-02T09:00:00.000+08:00")
  for (const stale of [
    { ...self, started: "1" },
    { ...self, boot: "an earlier start of this machine" },
    { ...self, pid: 4_194_304 },
  ]) {
    await writeFile(folder.at("lock"), JSON.stringify(stale))
    await (await folder.open()).close()
  }
  expect(await readdir(folder.path)).toEqual(["journal.jsonl"])
})

test("a takeover that was itself killed half-way holds up nobody", async () => {
  const folder = await freshFolder()
  const dead = JSON.stringify({ ...thisProcess("before"), started: "1" })
  const right = `lock.${createHash("sha256").update(dead).digest("hex").slice(0, 8)}`
  await writeFile(folder.at("lock"), dead)
  await writeFile(folder.at(right), JSON.stringify({ ...thisProcess("then"), started: "2" }))
  await folder.open()
  expect(await readdir(folder.path)).toEqual(["journal.jsonl", "lock"])
})

test("a takeover under way by a living process is left to it", async () => {
  const folder = await freshFolder()
  const dead = JSON.stringify({ ...thisProcess("before"), started: "1" })
  const right = `lock.${createHash("sha256").update(dead).digest("hex").slice(0, 8)}`
  await writeFile(folder.at("lock"), dead)
  await writeFile(
    folder.at(right),
    JSON.stringify({ ...thisProcess("then"), pid: process.ppid, started: null }),
  )
  await expect(folder.open()).rejects.toThrow(`in use by process ${process.ppid}`)
  expect(await folder.read("lock")).toBe(dead)
})

test("a lock of another machine, or one that cannot be read, is respected, and says what to do", async () => {
  const folder = await freshFolder()
  await writeFile(
    folder.at("lock"),
    JSON.stringify({ ...thisProcess("before"), host: "office-2", started: "1" }),
  )
  await expect(folder.open()).rejects.toThrow(
    `on office-2 since before (${folder.at("lock")}); if that machine no longer runs it, remove ${folder.at("lock")}`,
  )
  await writeFile(folder.at("lock"), "")
  await expect(folder.open()).rejects.toThrow(
    "cannot be read; if nothing else works in this folder, remove it",
  )
  expect(await readdir(folder.path)).toEqual(["lock"])
})

test("a lock that somebody put in the place of ours is not removed when we close", async () => {
  const folder = await freshFolder()
  const store = await folder.open()
  await writeFile(folder.at("lock"), "another")
  await store.close()
  expect(await folder.read("lock")).toBe("another")
})

test.skipIf(process.platform !== "linux")(
  "a process that is dead and not yet cleared away holds nothing",
  async () => {
    const folder = await freshFolder()
    // The shell becomes a sleeper, which never asks after the child it has: once that one ends, it stays a zombie.
    const parent = spawn("sh", ["-c", "cat <&3 & echo $!; exec sleep 60"], {
      stdio: ["ignore", "pipe", "inherit", "pipe"],
    })
    onTestFinished(() => void parent.kill("SIGKILL"))
    const [pid] = (await once(parent.stdout as Readable, "data")) as [Buffer]
    const until = async (process: number | undefined, sign: string) => {
      while (!(await readFile(`/proc/${process}/stat`, "utf8")).includes(sign))
        await new Promise(setImmediate)
    }
    await until(parent.pid, "(sleep)")
    ;(parent.stdio[3] as Writable).end()
    await until(Number(pid.toString()), ") Z ")
    const dead = { ...thisProcess("before"), pid: Number(pid.toString()), started: null }
    await writeFile(folder.at("lock"), JSON.stringify(dead))
    expect(await accountsIn(await folder.open())).toEqual([])
  },
)
