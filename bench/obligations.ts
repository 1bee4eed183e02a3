import { openHeart } from "../bot/heart.ts"
import { shippedRulebooks, shippedYears } from "../bot/shipped.ts"
import { isOpen } from "../rules/obligation.ts"
import { hours, instantOf } from "../rules/time.ts"
import { act, type App } from "../services/app.ts"
import * as calendar from "../services/calendar.ts"
import * as following from "../services/following.ts"
import { jobs } from "../services/jobs.ts"
import * as rulebooks from "../services/rulebooks.ts"
import { openMemory } from "../storage/memory.ts"
import { zh } from "../text/zh/index.ts"
import { type Benchmark, median, type Measurement, worked } from "./benchmark.ts"
import { accountOf, fill, NOW, timed } from "./storage.ts"

const ABOUT = { by: "bench", why: "bench" }
const PER_UNIT = 20
/** What takes but a few seconds differs from turn to turn. */
const TURNS = 3
const STACK = ["wubu", "sxjt", "xuancheng"]

/** So many accounts under three rulebooks each, opened lately, and nothing planned yet. */
const office = async (accounts: number, clock: { now: number }): Promise<App> => {
  let ids = 0
  const store = await openMemory({ now: () => clock.now })
  const app: App = {
    store,
    now: () => clock.now,
    newId: () => `id-${++ids}`,
    text: zh,
    report: (fault) => {
      throw fault
    },
  }
  await act(app, ABOUT, async (turn) => {
    await calendar.load(turn, shippedYears())
    await rulebooks.load(turn, shippedRulebooks(zh))
  })
  await fill(
    store,
    "units",
    (at) => ({
      id: `unit-${at}`,
      name: `示例单位 ${at}`,
      shortNames: [],
      kind: "county-department",
      parentId: null,
      rulebooks: STACK,
      times: {},
    }),
    accounts / PER_UNIT,
  )
  await fill(
    store,
    "accounts",
    (at) => ({ ...accountOf(at), unitId: `unit-${Math.floor(at / PER_UNIT)}` }),
    accounts,
  )
  await fill(
    store,
    "occasions",
    (at) => ({
      id: `account.opened/account-${at}`,
      kind: "account.opened",
      on: "2026-02-27",
      unitId: `unit-${Math.floor(at / PER_UNIT)}`,
      accountId: `account-${at}`,
      personId: null,
      book: null,
      dueOn: null,
      note: null,
      by: "bench",
      at: NOW,
    }),
    accounts,
  )
  return app
}

/** Plans everything, a unit to a transaction, as a change of its rulebooks does. */
const plan = async (app: App, accounts: number): Promise<void> => {
  for (let at = 0; at < accounts / PER_UNIT; at += 1)
    await act(app, ABOUT, (turn) => following.followBelow(turn, `unit-${at}`))
}

const counted = async (app: App): Promise<number> => {
  const found = await act(
    app,
    ABOUT,
    async ({ tables }) => (await tables.obligations.all()).filter(isOpen).length,
  )
  return found.repeated ? 0 : found.value
}

const planning = async (): Promise<Measurement> => {
  await plan(await office(1_000, { now: NOW }), 1_000)
  const [few, many] = [10_000, 100_000]
  const turns: number[] = []
  let open = 0
  for (let turn = 0; turn < TURNS; turn += 1) {
    const small = await office(few, { now: NOW })
    turns.push(await worked(() => plan(small, few)))
    open = await counted(small)
  }
  const one = median(turns)
  const large = await office(many, { now: NOW })
  const other = await worked(() => plan(large, many))
  const ratio = other / one
  return {
    measured: `${(other / 1_000).toFixed(1)} s of the processor for ${await counted(large)} against ${(one / 1_000).toFixed(2)} s for ${open} open duties, in the middle of ${TURNS} turns`,
    ratio,
    goal: "at most 12 times as long",
    met: ratio <= 12,
  }
}

/** The heart of an office in which everything is planned and ten duties fall due each hour, whatever its size. */
const beats = async (accounts: number) => {
  const clock = { now: NOW }
  const app = await office(accounts, clock)
  await plan(app, accounts)
  const due = Array.from({ length: 10 }, (_, at) => `account-${at * 31}`)
  const heart = openHeart(app, jobs)
  clock.now = instantOf("2026-03-02", "10:00")
  await heart.settle()
  return async () => {
    clock.now += hours(1) / 1_000
    await act(app, ABOUT, async ({ tables }) => {
      for (const id of due)
        for (const row of (await tables.obligations.where("account", id)).filter(isOpen).slice(0, 1))
          await tables.obligations.put({ ...row, dueAt: clock.now })
    })
    return timed(() => heart.settle())
  }
}

const beating = async (): Promise<Measurement> => {
  const [few, many] = [await beats(1_000), await beats(50_000)]
  const [small, large]: [number[], number[]] = [[], []]
  for (let round = 0; round < 60; round += 1) {
    const [one, other] = [await few(), await many()]
    // The first ones warm up.
    if (round < 10) continue
    small.push(one)
    large.push(other)
  }
  const [one, other] = [median(small), median(large)]
  return {
    measured: `${other.toFixed(2)} ms for ten due duties among those of 50,000 accounts against ${one.toFixed(2)} ms among those of 1,000`,
    ratio: other / one,
    goal: "at most 2 times slower",
    met: other / one <= 2,
  }
}

export const obligationBenchmarks: readonly Benchmark[] = [
  {
    name: "Planning all duties of 100,000 accounts under three rulebooks each, from nothing, against 10,000",
    run: planning,
  },
  { name: "A beat with ten duties due, by what is due and not by what exists", run: beating },
]
