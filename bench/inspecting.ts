import { readRulebook } from "../papers/rulebook.ts"
import type { Post } from "../rules/post.ts"
import { dayOf, days, type Instant, weekdayOf } from "../rules/time.ts"
import { act, type App } from "../services/app.ts"
import { accountsOf, inspect } from "../services/inspect/inspecting.ts"
import * as rulebooks from "../services/rulebooks.ts"
import { openMemory } from "../storage/memory.ts"
import type { Change } from "../storage/store.ts"
import { zh } from "../text/zh/index.ts"
import { type Benchmark, median, type Measurement } from "./benchmark.ts"
import { accountOf, fill, NOW, timed } from "./storage.ts"

const ABOUT = { by: "bench", why: "bench" }
const ACCOUNTS = 5_000
const UNITS = 200
const YEAR = 365
const GOAL_MS = 1_000
const ROUNDS = 5

const BOOK = `
id: bench
title: 示例
issuer: 示例
status: in-force
binds: everywhere
rules:
  - { id: B-1, article: 一, kind: quota, atLeast: every 14 days, says: 示例 }
  - { id: B-2, article: 二, kind: quota, atLeast: 2 per week, says: 示例 }
`

/** Posts every two or three days for a year; every fortieth account has stopped at some time. */
const postsOf = (number: number): readonly Post[] => {
  const found: Post[] = []
  const last = number % 40 === 0 ? number % 300 : number % 3
  for (let ago = YEAR - (number % 3); ago >= last; ago -= 2 + ((ago + number) % 2)) {
    const at = NOW - days(ago)
    const id = `post-${number}-${ago}`
    const said = { link: null, original: true, by: "bench", recordedAt: at, batchId: id }
    found.push({ id, accountId: `account-${number}`, at, ...said })
  }
  return found
}

const office = async (): Promise<{
  readonly app: App
  readonly lines: string[]
  readonly posts: number
}> => {
  const store = await openMemory({ now: () => NOW })
  const lines: string[] = []
  store.watch((changes) => lines.push(JSON.stringify(changes)))
  const app: App = {
    store,
    now: () => NOW,
    newId: () => "id",
    text: zh,
    report: (fault) => {
      throw fault
    },
  }
  const read = readRulebook(BOOK)
  if (!("book" in read)) throw new Error("the rulebook of the benchmark has a mistake")
  await act(app, ABOUT, (turn) => rulebooks.load(turn, [read.book]))
  const unit = {
    shortNames: [],
    kind: "county-department",
    parentId: null,
    rulebooks: [],
    times: {},
  } as const
  await fill(store, "units", (at) => ({ ...unit, id: `unit-${at}`, name: `单位 ${at}` }), UNITS)
  let posts = 0
  for (let number = 0; number < ACCOUNTS; number += 1)
    await store.transaction(ABOUT, async ({ accounts, posts: table }) => {
      const own = postsOf(number)
      posts += own.length
      for (const post of own) await table.put(post)
      const registeredAt = NOW - days(YEAR)
      await accounts.put({
        ...accountOf(number),
        openedOn: null,
        registeredAt,
        lastPostAt: own.at(-1)?.at ?? null,
      })
    })
  return { app, lines, posts }
}

/** Reads every line, and counts: who has a gap of more than fourteen days, or too little in the last whole week and this one. */
const counted = (lines: readonly string[], at: Instant): number => {
  const times = new Map<string, number[]>()
  for (const line of lines)
    for (const [table, , row] of JSON.parse(line) as readonly Change[]) {
      if (table !== "posts") continue
      const { accountId, at: out } = row as Post
      if (out > at) continue
      const known = times.get(accountId)
      if (known) known.push(out)
      else times.set(accountId, [out])
    }
  const dayAt = (time: number): number => Math.floor((time + days(1) / 3) / days(1))
  const today = dayAt(at)
  const monday = today + 1 - weekdayOf(dayOf(at))
  let failing = 0
  for (const own of times.values()) {
    const found = own.map(dayAt)
    const within = (from: number, until: number): number =>
      found.filter((day) => day >= from && day <= until).length
    const isSilent = today - Math.max(...found) > 14
    const isShort = within(monday, monday + 6) < 2 && within(monday - 7, monday - 1) < 2
    if (isSilent || isShort) failing += 1
  }
  return failing
}

const run = async (): Promise<Measurement> => {
  const { app, lines, posts } = await office()
  const failing = async (at: Instant): Promise<number> => {
    const found = await act(app, ABOUT, async (turn) =>
      inspect(turn, await accountsOf(turn, await turn.tables.units.all()), at),
    )
    return found.repeated ? 0 : found.value.filter(({ verdict: { level } }) => level === "red").length
  }
  const past = NOW - days(100)
  for (const at of [NOW, past])
    if ((await failing(at)) !== counted(lines, at)) throw new Error("the two counts differ")
  const [own, before, peer]: [number[], number[], number[]] = [[], [], []]
  for (let round = 0; round < ROUNDS; round += 1) {
    own.push(await timed(() => failing(NOW)))
    peer.push(await timed(() => Promise.resolve(counted(lines, NOW))))
    before.push(await timed(() => failing(past)))
  }
  const [now, then, naive] = [median(own), median(before), median(peer)]
  return {
    measured: `${now.toFixed(0)} ms for now and ${then.toFixed(0)} ms for a day 100 days ago, over ${posts.toLocaleString("en")} posts; reading every line and counting ${naive.toFixed(0)} ms, with the same answers`,
    ratio: naive / now,
    goal: `under ${GOAL_MS} ms each`,
    met: now < GOAL_MS && then < GOAL_MS,
  }
}

export const inspectingBenchmarks: readonly Benchmark[] = [
  { name: "/inspect over 5,000 accounts and a year of posts, against a count over the journal", run },
]
