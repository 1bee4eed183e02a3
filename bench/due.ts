import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { setTimeout as wait } from "node:timers/promises"
import { openAlarm } from "../bot/alarm.ts"
import { openHeart } from "../bot/heart.ts"
import { shippedRulebooks, shippedYears } from "../bot/shipped.ts"
import type { Obligation } from "../rules/obligation.ts"
import { hours, minutes, seconds } from "../rules/time.ts"
import { act, type App } from "../services/app.ts"
import * as calendar from "../services/calendar.ts"
import { jobs } from "../services/jobs.ts"
import * as rulebooks from "../services/rulebooks.ts"
import { openFile } from "../storage/file.ts"
import { zh } from "../text/zh/index.ts"
import type { Benchmark, Measurement } from "./benchmark.ts"
import { accountOf, fill, NOW } from "./storage.ts"

const ABOUT = { by: "bench", why: "bench" }
const MANY = 10_000
const UNITS = 500

/** Where of a hundred so many lie. */
export const percentile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN

/** `p50 3, p90 5, p99 9, at most 12 ms`. */
export const distribution = (figures: readonly number[]): string => {
  const sorted = figures.toSorted((a, b) => a - b)
  const [half, most, nearly, last] = [0.5, 0.9, 0.99, 1].map((share) => percentile(sorted, share).toFixed(0))
  return `p50 ${half ?? ""}, p90 ${most ?? ""}, p99 ${nearly ?? ""}, at most ${last ?? ""} ms`
}

/** A duty that is overdue, and of which the leader is to hear at a moment. */
const duty = (number: number, at: number): Obligation => ({
  id: `duty-${number}`,
  key: `duty-${number}`,
  act: "filing.open",
  rules: ["wubu:WB-16"],
  unitId: `unit-${number % UNITS}`,
  accountId: `account-${number}`,
  personId: null,
  occasionId: null,
  to: null,
  who: null,
  since: "2026-02-02",
  freeAt: null,
  due: { day: "2026-02-27", at: NOW - hours(57), provisional: false },
  warnOn: [],
  lastOn: null,
  late: [{ at, tell: "leader", told: false }],
  aim: false,
  again: false,
  phase: "overdue",
  settled: null,
  path: [],
  bornLate: false,
  notedAt: NOW - hours(500),
  dueAt: at,
})

/** Half a thousand units with a leader each, and ten thousand duties of which they are to hear. */
const furnish = async (app: App, atOf: (number: number) => number): Promise<void> => {
  await act(app, ABOUT, async (turn) => {
    await calendar.load(turn, shippedYears())
    await rulebooks.load(turn, shippedRulebooks(zh))
  })
  const { store } = app
  const unit = (at: number) => ({ id: `unit-${at}`, name: `示例单位 ${at}`, shortNames: [], times: {} })
  await fill(
    store,
    "units",
    (at) => ({ ...unit(at), kind: "county-department", parentId: null, rulebooks: ["wubu"] }),
    UNITS,
  )
  await fill(
    store,
    "persons",
    (at) => ({
      id: `person-${at}`,
      name: `领导 ${at}`,
      unitId: `unit-${at}`,
      user: `telegram:${at}`,
      chat: String(at),
      reachable: true,
      state: "active",
      since: NOW,
    }),
    UNITS,
  )
  await fill(
    store,
    "roles",
    (at) => ({
      id: `role-${at}`,
      personId: `person-${at}`,
      unitId: `unit-${at}`,
      role: "leader",
      since: NOW,
      until: null,
    }),
    UNITS,
  )
  await fill(store, "accounts", (at) => ({ ...accountOf(at), unitId: `unit-${at % UNITS}` }), MANY)
  await fill(store, "obligations", (at) => duty(at, atOf(at)), MANY)
}

/** In milliseconds of real time, with the file store synced to the disk. */
interface Found {
  /** How late each message could leave. */
  readonly late: readonly number[]
  /** How long whoever wrote something meanwhile waited until it was kept. */
  readonly waits: readonly number[]
}

const WRITES_EVERY = 5
/** What is written, and waits for nothing. */
const BESIDE = { id: "beside", dueAt: null, backAt: null }

const lateness = async (atOf: (number: number) => number): Promise<Found> => {
  const folder = await mkdtemp(join(tmpdir(), "zhishou-bench-"))
  let begun: number | null = null
  // Until everything is there the clock stands a minute before it all.
  const now = (): number => (begun === null ? NOW - minutes(1) : NOW - seconds(1) + performance.now() - begun)
  const fatal = (fault: Error): void => console.error(fault)
  // As the bot opens it.
  const store = await openFile({ folder, now, notice: () => null, fatal, watched: false })
  let ids = 0
  const fail = (fault: unknown): never => {
    throw fault
  }
  const app: App = { store, now, newId: () => `id-${++ids}`, text: zh, report: fail }
  try {
    await furnish(app, atOf)
    const late: number[] = []
    const waits: number[] = []
    const unwatch = store.watch((changes) => {
      for (const [table, id, row] of changes)
        if (table === "outbox" && row) late.push(now() - atOf(Number(id.split(":")[1]?.replace("duty-", ""))))
    })
    const heart = openHeart(app, jobs, { alarm: (at) => alarm.set(at) })
    const alarm = openAlarm(now, () => heart.wake())
    begun = performance.now()
    heart.wake()
    while (late.length < MANY) {
      const from = performance.now()
      await act(app, ABOUT, ({ tables }) => tables.canaries.put({ ...BESIDE, putAt: from }))
      waits.push(performance.now() - from)
      await wait(WRITES_EVERY)
    }
    unwatch()
    await heart.stop()
    return { late, waits }
  } finally {
    await store.close()
    await rm(folder, { recursive: true, force: true })
  }
}

const overAMinute = async (): Promise<Measurement> => {
  const { late } = await lateness((number) => NOW + (number * minutes(1)) / MANY)
  const nearly = percentile(
    late.toSorted((a, b) => a - b),
    0.99,
  )
  return {
    measured: `${distribution(late)} from being due to being durable in the outbox`,
    ratio: null,
    goal: "p99 at most 1 s",
    met: nearly <= seconds(1),
  }
}

/** The same, seen by whoever presses something at that moment. */
const meanwhile = async (): Promise<Measurement> => {
  const { waits } = await lateness(() => NOW)
  const sorted = waits.toSorted((a, b) => a - b)
  return {
    measured: `${distribution(waits)} for ${waits.length} writes between them`,
    ratio: null,
    goal: "p99 at most 300 ms",
    met: percentile(sorted, 0.99) <= 300,
  }
}

const atOnce = async (): Promise<Measurement> => {
  const { late } = await lateness(() => NOW)
  const sorted = late.toSorted((a, b) => a - b)
  return {
    measured: `${distribution(late)}; ${((MANY * 1_000) / (sorted.at(-1) ?? 1)).toFixed(0)} a second`,
    ratio: null,
    goal: "p99 at most 5 s",
    met: percentile(sorted, 0.99) <= seconds(5),
  }
}

export const dueBenchmarks: readonly Benchmark[] = [
  { name: "Lateness of 10,000 duties due within one minute", run: overAMinute },
  { name: "Lateness of 10,000 duties due at the very same moment", run: atOnce },
  { name: "Whoever writes while 10,000 duties due at the very same moment are worked off", run: meanwhile },
]
