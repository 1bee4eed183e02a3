import { execFile } from "node:child_process"
import { cp, mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { promisify } from "node:util"
import { Low } from "lowdb"
import { JSONFile } from "lowdb/node"
import type { Account } from "../rules/account.ts"
import type { Clock } from "../rules/quota.ts"
import { openFile } from "../storage/file.ts"
import type { Store, TableName, RowOf } from "../storage/store.ts"
import { type Benchmark, median, type Measurement } from "./benchmark.ts"

export const NOW = Date.parse("2026-03-02T09:00:00+08:00")
const ABOUT = { by: "bench", why: "bench" }

export const accountOf = (number: number): Account => ({
  id: `account-${number}`,
  unitId: `unit-${number % 200}`,
  platform: "wechat-subscription",
  name: `示例县政务发布 ${number}`,
  link: `https://example.org/accounts/${number}`,
  verification: "示例县人民政府办公室官方账号",
  operator: null,
  custodian: { name: "李静", personId: `person-${number % 500}` },
  editors: ["李静", "王伟"],
  openedOn: "2025-05-20",
  main: number % 3 === 0,
  state: "live",
  retired: null,
  exceptions: [],
  registeredAt: NOW,
  lastPostAt: NOW - number,
})

export const clockOf = (number: number): Clock => ({
  id: `clock-${number}`,
  accountId: `account-${number}`,
  rule: "national:N-14",
  from: "2026-03-02",
  until: "2026-03-15",
  needed: 1,
  count: 0,
  dueAt: NOW + 1 + ((number * 7_919) % 1_209_600_000),
})

export const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const begun = performance.now()
  await work()
  return performance.now() - begun
}

/** Runs the work in a folder that is gone afterwards. */
const inFolder = async <T>(work: (folder: string) => Promise<T>): Promise<T> => {
  const folder = await mkdtemp(join(tmpdir(), "zhishou-bench-"))
  try {
    return await work(folder)
  } finally {
    await rm(folder, { recursive: true })
  }
}

const opened = (folder: string, lines = Infinity): Promise<Store> =>
  openFile({
    folder,
    now: () => NOW,
    notice: () => null,
    fatal: (fault) => console.error(fault.message),
    checkpointEvery: { lines, bytes: Infinity },
  })

/** Puts so many rows in, a thousand to a transaction. */
export const fill = async <N extends TableName>(
  store: Store,
  table: N,
  rowOf: (number: number) => RowOf<N>,
  count: number,
): Promise<void> => {
  for (let from = 0; from < count; from += 1_000) {
    await store.transaction(ABOUT, async (tables) => {
      for (let number = from; number < Math.min(from + 1_000, count); number += 1) {
        await tables[table].put(rowOf(number))
      }
    })
  }
}

const post = (store: Store, number: number, at: number): Promise<unknown> =>
  store.transaction(ABOUT, async ({ accounts }) => {
    const row = await accounts.get(`account-${number}`)
    if (row) await accounts.put({ ...row, lastPostAt: at })
  })

const committing = (): Promise<Measurement> =>
  inFolder(async (folder) => {
    const store = await opened(join(folder, "store"))
    await fill(store, "accounts", accountOf, 10_000)
    const peer = new Low(new JSONFile<{ accounts: Account[] }>(join(folder, "peer.json")), {
      accounts: Array.from({ length: 10_000 }, (_, number) => accountOf(number)),
    })
    const change = async (number: number, at: number) => {
      peer.data.accounts[number] = { ...accountOf(number), lastPostAt: at }
      await peer.write()
    }
    const ours: number[] = []
    const theirs: number[] = []
    // Turn and turn about, so that whatever else the machine does falls on both.
    for (let round = 0; round < 15; round += 1) {
      theirs.push(await timed(() => change(round, NOW + round)))
      for (let again = 0; again < 50; again += 1) {
        ours.push(await timed(() => post(store, round * 50 + again, NOW + round)))
      }
    }
    await store.close()
    const [own, other] = [median(ours), median(theirs)]
    return {
      measured: `${own.toFixed(2)} ms, synced to the disk, against ${other.toFixed(1)} ms, not synced`,
      ratio: other / own,
      goal: "at least 50 times faster",
      met: other / own >= 50,
    }
  })

const starting = (): Promise<Measurement> =>
  inFolder(async (folder) => {
    const [path, copy] = [join(folder, "store"), join(folder, "copy")]
    const first = await opened(path)
    await fill(first, "accounts", accountOf, 100_000)
    await first.close()
    const second = await opened(path)
    await Promise.all(Array.from({ length: 10_000 }, (_, number) => post(second, number * 7, NOW + number)))
    await cp(path, copy, { recursive: true, filter: (name) => !name.endsWith("lock") })
    await second.close()
    const script = join(import.meta.dirname, "open.ts")
    const { stdout } = await promisify(execFile)(process.execPath, ["--import", "tsx", script, copy])
    const { seconds, megabytes, accounts } = JSON.parse(stdout) as Record<string, number>
    if (accounts !== 100_000 || seconds === undefined || megabytes === undefined) throw new Error(stdout)
    return {
      measured: `${seconds.toFixed(2)} s, ${megabytes.toFixed(0)} MB at most`,
      ratio: null,
      goal: "below 5 s and 600 MB",
      met: seconds < 5 && megabytes < 600,
    }
  })

const beat = (store: Store): Promise<unknown> => store.transaction(ABOUT, ({ clocks }) => clocks.due(NOW, 1))

const beats = (store: Store): Promise<number> =>
  timed(async () => {
    for (let count = 0; count < 1_000; count += 1) await beat(store)
  })

const beating = (): Promise<Measurement> =>
  inFolder(async (folder) => {
    const few = await opened(join(folder, "few"))
    const many = await opened(join(folder, "many"))
    await fill(few, "clocks", clockOf, 1_000)
    await fill(many, "clocks", clockOf, 100_000)
    const small: number[] = []
    const large: number[] = []
    for (let round = 0; round < 21; round += 1) {
      small.push(await beats(few))
      large.push(await beats(many))
    }
    await few.close()
    await many.close()
    // A thousand beats in milliseconds are as many microseconds for one.
    const [one, other] = [median(small), median(large)]
    return {
      measured: `${other.toFixed(1)} µs at 100,000 against ${one.toFixed(1)} µs at 1,000`,
      ratio: other / one,
      goal: "at most 2 times slower",
      met: other / one <= 2,
    }
  })

export const storageBenchmarks: readonly Benchmark[] = [
  { name: "One commit at 10,000 accounts against lowdb writing the same data", run: committing },
  { name: "Starting with 100,000 accounts: a checkpoint and 10,000 lines after it", run: starting },
  { name: "Asking what is due, with nothing due, at 100,000 accounts against 1,000", run: beating },
]
