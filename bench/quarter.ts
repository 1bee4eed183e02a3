import { openHeart } from "../bot/heart.ts"
import { shippedRulebooks, shippedYears } from "../bot/shipped.ts"
import type { Account, Platform } from "../rules/account.ts"
import { doingOf } from "../rules/acts.ts"
import { isOpen } from "../rules/obligation.ts"
import type { Outgoing } from "../rules/outgoing.ts"
import { addDays, type Day, dayOf, daysBetween, instantOf } from "../rules/time.ts"
import { type Act, act, type App } from "../services/app.ts"
import * as accounts from "../services/accounts.ts"
import * as calendar from "../services/calendar.ts"
import { jobs } from "../services/jobs.ts"
import * as people from "../services/people.ts"
import * as posts from "../services/posts.ts"
import * as rounds from "../services/rounds.ts"
import * as rulebooks from "../services/rulebooks.ts"
import * as settling from "../services/settling.ts"
import * as units from "../services/units.ts"
import { openMemory } from "../storage/memory.ts"
import { zh } from "../text/zh/index.ts"
import type { Benchmark, Measurement } from "./benchmark.ts"

const [FIRST, LAST]: [Day, Day] = ["2026-03-02", "2026-05-31"]
const ACCOUNTS = 40
/** What a county of 38 accounts reported for one quarter: reminders given by hand. */
const BY_HAND = 458

/** The same numbers in every run. */
const dice = (seed: number) => {
  let state = seed
  return (): number => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296
    return state / 4_294_967_296
  }
}

interface Heard {
  readonly at: number
  readonly to: string
  readonly text: string
}

/** A county of twenty units, each with an operator, two accounts and a leader; some post often, some hardly ever. */
const county = async (turn: Act): Promise<void> => {
  const root = await units.create(turn, {
    name: "示例县人民政府办公室",
    kind: "county-government",
    parentId: null,
    rulebooks: ["wubu"],
  })
  await rounds.begin(turn, root.id)
  const officer = await people.enrol(turn, {
    user: "officer",
    name: "王芳",
    chat: "officer",
    unitId: root.id,
  })
  await people.appoint(turn, officer.id, root.id, "supervisor")
  for (let at = 0; at < ACCOUNTS / 2; at += 1) {
    const name = `示例县第${at + 1}局`
    const kind = "county-department"
    const unit = await units.create(turn, { name, kind, parentId: root.id, rulebooks: [] })
    await rounds.begin(turn, unit.id)
    const operator = await people.enrol(turn, {
      user: `o${at}`,
      name: `运营${at + 1}`,
      chat: `o${at}`,
      unitId: unit.id,
    })
    for (const role of ["publisher", "custodian", "administrator"] as const)
      await people.appoint(turn, operator.id, unit.id, role)
    const leader = await people.enrol(turn, {
      user: `l${at}`,
      name: `分管${at + 1}`,
      chat: `l${at}`,
      unitId: unit.id,
    })
    await people.appoint(turn, leader.id, unit.id, "leader")
    for (const platform of ["wechat-subscription", "weibo"] as const)
      await accounts.create(turn, draftOf(unit.id, name, platform, operator), {
        exceptions: [],
        lastPostAt: turn.now - ((at * 7) % 10) * 86_400_000,
      })
  }
}

const draftOf = (
  unitId: string,
  name: string,
  platform: Platform,
  { id, name: custodian }: { readonly id: string; readonly name: string },
) => ({
  unitId,
  platform,
  name: `${name}发布`,
  link: null,
  verification: name,
  operator: null,
  custodian: { name: custodian, personId: id },
  editors: [custodian],
  // One in four opened on the day the quarter begins, so that it has to be filed.
  openedOn: Number(/\d+/.exec(name)?.[0] ?? 0) % 4 === 0 && platform === "weibo" ? FIRST : "2024-05-20",
  main: platform === "wechat-subscription",
})

/** How likely somebody posts on a working day by themselves: most do twice a week, one in five forgets. */
const habitOf = (at: number): number => (at % 5 === 4 ? 0.02 : at % 5 === 3 ? 0.1 : 0.4)
/** How likely a message that names it is acted on the same day. */
const HEEDED = 0.6

const simulate = async (): Promise<Measurement> => {
  let now = instantOf(FIRST, "08:00")
  let ids = 0
  const random = dice(20_260_302)
  const store = await openMemory({ now: () => now })
  const report = (fault: unknown): string => {
    throw fault
  }
  const app: App = { store, now: () => now, newId: () => `id-${++ids}`, text: zh, report }
  const within = async <T>(work: (turn: Act) => Promise<T>): Promise<T> => {
    const outcome = await act(app, { by: "bench", why: "bench" }, work)
    if (outcome.repeated) throw new Error("repeated")
    return outcome.value
  }
  const heard: Heard[] = []
  const known = new Set<string>()
  store.watch((changes) => {
    for (const [table, id, row] of changes) {
      if (table !== "outbox" || row === null || known.has(id)) continue
      known.add(id)
      const { leaveAt, to, body } = row as Outgoing
      heard.push({ at: leaveAt, to: to.id, text: body.text })
    }
  })
  await within(async (turn) => {
    await calendar.load(turn, shippedYears())
    await rulebooks.load(turn, shippedRulebooks(zh))
    await county(turn)
  })
  const heart = openHeart(app, jobs)
  const at = async (time: number): Promise<void> => {
    now = time
    await heart.settle()
  }
  const days = daysBetween(FIRST, LAST) + 1
  const notices = (await within(({ tables }) => tables.years.all())).flatMap(({ holidays }) => holidays)
  for (let count = 0; count < days; count += 1) {
    const day = addDays(FIRST, count)
    await at(instantOf(day, "00:01"))
    await at(instantOf(day, "09:00"))
    const rests = notices.includes(day) || new Date(`${day}T00:00:00Z`).getUTCDay() % 6 === 0
    const told = heard.filter((each) => dayOf(each.at) === day)
    await at(instantOf(day, "15:00"))
    if (!rests) await within((turn) => work(turn, told, random))
    await at(instantOf(day, "16:00"))
  }
  return judge(await within(collect), heard, days)
}

/** A working day: posts out of habit, and what a message of the morning named. */
const work = async (turn: Act, told: readonly Heard[], random: () => number): Promise<void> => {
  const all = await turn.tables.accounts.all()
  for (const [index, account] of all.entries()) {
    const keeper = account.custodian?.personId ?? ""
    const member = await people.memberOf(turn, (await turn.tables.persons.get(keeper))?.user ?? "")
    if (member === null) continue
    const asked = told.some(({ to, text }) => to === keeper && text.includes(account.name))
    if (random() < habitOf(index) || (asked && random() < HEEDED))
      await posts.report({ ...turn, by: keeper }, member, {
        accounts: [account],
        link: null,
        at: turn.now,
        kind: "original",
      })
  }
  for (const row of (await turn.tables.obligations.all()).filter(isOpen)) {
    const name = zh.obligation.acts[row.act]
    const asked = told.some(({ text }) => text.includes(name))
    if (!asked || random() > HEEDED || (row.freeAt !== null && row.freeAt > turn.now)) continue
    if ("command" in doingOf(row.act)) continue
    await settling.settle(turn, row, { on: dayOf(turn.now), proof: null, note: null })
  }
}

const collect = async ({ tables }: Act) => ({
  accounts: new Map((await tables.accounts.all()).map((account) => [account.id, account])),
  misses: await tables.misses.all(),
  obligations: await tables.obligations.all(),
  people: (await tables.persons.all()).length,
})

interface Collected {
  readonly accounts: ReadonlyMap<string, Account>
  readonly misses: readonly { readonly accountId: string; readonly from: Day; readonly until: Day }[]
  readonly obligations: Awaited<ReturnType<typeof collect>>["obligations"]
  readonly people: number
}

const judge = (
  { accounts: all, misses, obligations, people: persons }: Collected,
  heard: readonly Heard[],
  days: number,
): Measurement => {
  const warned = (name: string, from: number, until: number): boolean =>
    heard.some(({ at, text }) => at >= from && at < until && text.includes(name))
  const silent = [
    ...misses.filter(
      ({ accountId, from, until }) =>
        !warned(all.get(accountId)?.name ?? "", instantOf(from), instantOf(until, "24:00")),
    ),
    ...obligations.filter(
      ({ act: what, due, bornLate, settled }) =>
        due !== null &&
        !bornLate &&
        due.day <= LAST &&
        (settled === null || settled.at > due.at) &&
        !warned(zh.obligation.acts[what], 0, due.at),
    ),
  ]
  const week = heard.length / persons / (days / 7)
  const busiest = Math.max(
    ...[...new Set(heard.map(({ to }) => to))].map((one) => heard.filter(({ to }) => to === one).length),
  )
  return {
    measured: `${heard.length} messages to ${persons} people in ${days} days: ${week.toFixed(2)} a person and week, the busiest ${(busiest / (days / 7)).toFixed(2)}; ${misses.length} quotas missed and ${silent.length} deadlines passed without a warning before them; by hand a county of 38 accounts gives ${BY_HAND} reminders in a quarter`,
    ratio: null,
    goal: "below 3 messages a person and week, and no deadline without a warning",
    met: week < 3 && silent.length === 0,
  }
}

export const quarterBenchmarks: readonly Benchmark[] = [
  { name: "A simulated quarter of a county with 40 accounts and people who forget", run: simulate },
]
