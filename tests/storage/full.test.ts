import { chmod, rm, writeFile } from "node:fs/promises"
import { describe, expect, test } from "vitest"
import { put } from "./cast.ts"
import { accountsIn, freshFolder } from "./folder.ts"
import { mayMount, mount, remount } from "./mounts.ts"

describe.skipIf(!mayMount)("on a small disk (skipped where mounting is not permitted)", () => {
  test("a full one loses nothing that was answered, and keeps nothing that was refused", async () => {
    const folder = await freshFolder()
    mount(folder.path, "size=64k")
    const store = await folder.open()
    const answered: string[] = []
    for (let index = 100; folder.faults.length === 0; index += 1) {
      await put(store, `a${index}`).then(
        () => answered.push(`a${index} transport`),
        () => null,
      )
    }
    await expect(put(store, "late")).rejects.toThrow("the journal cannot be written any more: ENOSPC")
    await store.close()
    expect(folder.faults).toHaveLength(1)
    expect(answered.length).toBeGreaterThan(50)

    const ballast = Buffer.alloc(64 * 1024)
    await writeFile(folder.at("ballast"), ballast).catch(() => null)
    await expect(folder.open()).rejects.toThrow(`nothing can be written in ${folder.path}: ENOSPC`)
    remount(folder.path, "size=1m")
    const again = await folder.open()
    expect(await accountsIn(again)).toEqual(answered)
    await put(again, "z1")
  })

  test("a checkpoint that has no room is no loss, and leaves nothing half-written behind", async () => {
    const folder = await freshFolder()
    mount(folder.path, "size=64k")
    const store = await folder.open()
    for (let index = 100; index < 150; index += 1) await put(store, `a${index}`)
    await writeFile(folder.at("ballast"), Buffer.alloc(64 * 1024)).catch(() => null)
    await store.close()
    expect(folder.notices).toEqual([expect.stringContaining("the checkpoint could not be written: ENOSPC")])
    expect(folder.faults).toEqual([])
    await rm(folder.at("ballast"))
    await expect(folder.read("checkpoint.json.new")).rejects.toThrow("ENOENT")
    expect(await accountsIn(await folder.open())).toHaveLength(50)
  })

  test("one that is read-only is refused in one sentence, and nothing is touched", async () => {
    const folder = await freshFolder()
    mount(folder.path, "size=1m")
    await folder.journal(1, true)
    remount(folder.path, "ro")
    await expect(folder.open()).rejects.toThrow(`nothing can be written in ${folder.path}: EROFS`)
    await expect(folder.open({ folder: folder.at("new") })).rejects.toThrow(
      `the folder ${folder.at("new")} cannot be made: EROFS`,
    )
  })
})

test.skipIf(process.getuid?.() === 0)(
  "a folder without the right to write is refused (skipped for root, whom rights do not bind)",
  async () => {
    const folder = await freshFolder()
    await chmod(folder.path, 0o500)
    await expect(folder.open()).rejects.toThrow(`nothing can be written in ${folder.path}: EACCES`)
    await chmod(folder.path, 0o700)
  },
)
