import { createHash } from "node:crypto"
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { expect, onTestFinished, test } from "vitest"
import { openLog } from "../../bot/log.ts"
import { openFile } from "../../storage/file.ts"
import { group, li, MORNING, wang, type World, world, zhang, zhao } from "../world.ts"
import { ways } from "./planting.ts"

const PASSWORDS = 50

/** Fifty that have nothing in common. */
const passwords = Array.from({ length: PASSWORDS }, (_, index) => {
  const digest = createHash("sha256").update(`planted ${index}`).digest("hex")
  return `Qz${digest.slice(0, 4)}#7k${digest.slice(4, 9).toUpperCase()}!`
})

const traces = (password: string): readonly string[] => [
  password,
  password.toLowerCase(),
  encodeURIComponent(password),
  Buffer.from(password).toString("base64").slice(0, -4),
  Buffer.from(password).toString("hex"),
  ...["sha256", "sha1", "md5"].map((hash) => createHash(hash).update(password).digest("hex").slice(0, 32)),
]

const filesIn = async (folder: string): Promise<string> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile())
  const texts = await Promise.all(
    files.map(({ parentPath, name }) => readFile(join(parentPath, name), "utf8")),
  )
  return texts.join("\n")
}

const shownAnywhere = (w: World): string =>
  [zhang, li, wang, zhao, group]
    .flatMap((chat) => w.playground.transcript({ chat }))
    .map(({ text, replyText, file }) => `${text}\n${replyText ?? ""}\n${file?.name ?? ""}`)
    .join("\n")

test("fifty passwords, given away in every way there is, are gone from every chat and written down nowhere", async () => {
  const folder = await mkdtemp(join(tmpdir(), "zhishou-secrets-"))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const lines: string[] = []
  const log = openLog({ level: "trace", secrets: [], write: (line) => lines.push(line) })
  const fatal = (fault: Error): void => void lines.push(String(fault))
  const open = () => openFile({ folder, now: () => MORNING, notice: (line) => lines.push(line), fatal })
  const w = await world({ given: { open, log } })
  w.playground.promote({ by: wang, chat: group, admin: true })
  const names = Object.keys(ways)
  for (const [index, password] of passwords.entries()) {
    const name = names[index % names.length] ?? ""
    const before = w.playground.doings().filter(({ kind }) => kind === "deleted").length
    await ways[name]?.(w, password)
    const after = w.playground.doings().filter(({ kind }) => kind === "deleted").length
    expect(after, name).toBeGreaterThan(before)
  }
  const said = w.said().map(({ text }) => text)
  expect(
    said.filter((text) => text.includes("像是密码，已经删除，没有保存。")).length,
  ).toBeGreaterThanOrEqual(PASSWORDS)
  const shown = shownAnywhere(w)
  await w.running.stop()
  const written = await filesIn(folder)
  expect(written).toContain('"why":"password"')
  const everything = [written, lines.join("\n"), said.join("\n"), shown].join("\n")
  expect(
    passwords.filter((password) => traces(password).some((trace) => everything.includes(trace))),
  ).toEqual([])
})
