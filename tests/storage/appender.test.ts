import { describe, expect, test } from "vitest"
import { about, put } from "./cast.ts"
import { FakeDisk, failure, Trial } from "./disk.ts"
import { accountsIn, ask } from "./folder.ts"

/** What a promise has come to by now. */
const stateOf = async (promise: Promise<unknown>): Promise<string> => {
  await new Promise(setImmediate)
  return Promise.race([
    promise.then(
      () => "answered",
      () => "refused",
    ),
    Promise.resolve("waiting"),
  ])
}

describe("nobody is answered before the disk has it", () => {
  const held = () => {
    const disk = new FakeDisk()
    let letGo = (): void => undefined
    disk.busy = new Promise((resolve) => (letGo = resolve))
    return { disk, letGo: () => letGo() }
  }

  test("and yet the next transaction begins, and sees what the one before did", async () => {
    const { disk, letGo } = held()
    const { store } = new Trial(disk)
    const first = put(store, "a1")
    let seen: unknown = null
    const second = ask(store, async ({ accounts }) => (seen = (await accounts.get("a1"))?.id))
    expect(await stateOf(first)).toBe("waiting")
    expect(seen).toBe("a1")
    expect(await stateOf(second)).toBe("waiting")
    letGo()
    await first
    expect(await second).toBe("a1")
  })

  test("not even with a refusal or the news of a repeat", async () => {
    const { disk, letGo } = held()
    const { store } = new Trial(disk)
    const first = store.transaction(about("u-1"), () => Promise.resolve())
    const repeat = store.transaction(about("u-1"), () => Promise.resolve())
    const refusal = store.transaction(about(), () => Promise.reject(new Error("taken")))
    expect(await stateOf(repeat)).toBe("waiting")
    expect(await stateOf(refusal)).toBe("waiting")
    letGo()
    expect(await first).toEqual({ repeated: false, value: undefined })
    expect(await repeat).toEqual({ repeated: true })
    await expect(refusal).rejects.toThrow("taken")
  })

  test("and those that come while it is busy share one sync", async () => {
    const { disk, letGo } = held()
    const { store } = new Trial(disk)
    const first = put(store, "a0")
    expect(await stateOf(first)).toBe("waiting")
    const rest = Array.from({ length: 49 }, (_, index) => put(store, `a${index + 1}`))
    expect(await stateOf(Promise.race(rest))).toBe("waiting")
    letGo()
    await Promise.all([first, ...rest])
    expect(disk.lines).toHaveLength(50)
    expect(disk.syncs).toBe(2)
  })
})

test("a checkpoint never names a line that the disk does not have", async () => {
  const disk = new FakeDisk()
  let letGo = (): void => undefined
  disk.busy = new Promise((resolve) => (letGo = resolve))
  const { store, kept } = new Trial(disk, { lines: 1 })
  const first = put(store, "a1")
  expect(await stateOf(first)).toBe("waiting")
  expect(await kept.read()).toBeNull()
  letGo()
  await first
  await store.close()
  expect(await kept.read()).toMatchObject({ seq: 1 })
})

test.each([{ lines: 3 }, { bytes: 1_500 }])("a checkpoint follows after %o", async (every) => {
  const { store, kept } = new Trial(new FakeDisk(), every)
  const named: (number | undefined)[] = []
  for (const id of ["a1", "a2", "a3", "a4"]) {
    await put(store, id)
    await new Promise(setImmediate)
    named.push((await kept.read())?.seq)
  }
  expect(named).toEqual([undefined, undefined, 3, 3])
})

test("a disk that takes a few bytes at a time gets whole lines in the end", async () => {
  const disk = new FakeDisk()
  disk.atOnce = 7
  const { store } = new Trial(disk)
  await Promise.all([put(store, "a1"), put(store, "示例")])
  expect(disk.lines.map((line) => (JSON.parse(line) as { seq: number }).seq)).toEqual([1, 2])
})

describe("a disk that fails", () => {
  const cases: readonly [what: string, fail: (disk: FakeDisk) => void, code: string][] = [
    ["because it is full", (disk) => (disk.room = disk.bytes.length), "ENOSPC"],
    ["because it is full half-way through a line", (disk) => (disk.room = disk.bytes.length + 99), "ENOSPC"],
    ["when it has to sync", (disk) => (disk.broken = failure("EIO")), "EIO"],
  ]

  test.each(cases)(
    "%s ends the store: nobody is answered any more, and that is said once",
    async (_, fail, code) => {
      const disk = new FakeDisk()
      const trial = new Trial(disk)
      const { store, faults } = trial
      await put(store, "a1")
      fail(disk)
      const together = await Promise.allSettled([put(store, "a2"), put(store, "a3"), accountsIn(store)])
      expect(together.map(({ status }) => status)).toEqual(["rejected", "rejected", "rejected"])
      disk.room = Infinity
      disk.broken = null
      const refusal = `the journal cannot be written any more: ${code}: no luck`
      await expect(put(store, "a4")).rejects.toThrow(refusal)
      await expect(accountsIn(store)).rejects.toThrow(refusal)
      await expect(store.history("accounts", "a1")).rejects.toThrow(refusal)
      expect(faults.map(({ message }) => message)).toEqual([refusal])
      expect(disk.lines).toHaveLength(1)

      await store.close()
      expect(disk.closed && trial.released).toBe(true)
      expect(trial.notices).toEqual([])
      expect(await trial.kept.read()).toBeNull()
    },
  )
})
