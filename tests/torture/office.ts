import { cast } from "../../bot/county.ts"
import type { Account } from "../../rules/account.ts"
import { addDays, dayOf, days, type Instant, weekdayOf } from "../../rules/time.ts"
import type { Unit } from "../../rules/unit.ts"
import { act, type Act, type App } from "../../services/app.ts"
import * as outbox from "../../services/outbox.ts"
import * as people from "../../services/people.ts"
import * as quotas from "../../services/quotas.ts"
import * as units from "../../services/units.ts"
import { crew, enrol, reporter } from "./crew.ts"

export const OPERATORS = 40
export const group = cast.group.id
export const outsider = 9_001

export interface Operator {
  readonly user: number
  readonly account: string
}

const padded = (number: number, length: number): string => String(number).padStart(length, "0")

/** Those who report posts, each on an account of their own. */
export const operators: readonly Operator[] = Array.from({ length: OPERATORS }, (_, at) => ({
  user: 5_000 + at,
  account: `账号${padded(at, 3)}`,
}))

/** Those who only read: each keeps one account that has been silent for too long. */
const readerOf = (number: number): number => 10_000 + number

export const everybody = (readers: number) => [
  { id: outsider, name: "路人" },
  ...[...crew, reporter].map(({ user, name }) => ({ id: user, name, started: true })),
  ...operators.map(({ user, account }) => ({ id: user, name: `${account}的运营员`, started: true })),
  ...Array.from({ length: readers }, (_, at) => ({ id: readerOf(at), name: `读者${at}`, started: true })),
]

const account = (turn: Act, unit: Unit, name: string, keeper: string, silent: number): Account => ({
  id: turn.newId(),
  unitId: unit.id,
  platform: "weibo",
  name,
  link: null,
  verification: unit.name,
  operator: null,
  custodian: { name, personId: keeper },
  editors: [name],
  openedOn: dayOf(turn.now - days(900)),
  main: true,
  state: "live",
  retired: null,
  exceptions: [],
  registeredAt: turn.now - days(400),
  lastPostAt: turn.now - days(silent),
})

/** Somebody with a unit and an account of their own. */
export const member = async (
  turn: Act,
  root: Unit,
  user: number,
  name: string,
  silent: number,
): Promise<Unit> => {
  const unit = await units.create(turn, {
    name: `${name}单位`,
    kind: "county-department",
    parentId: root.id,
    rulebooks: [],
  })
  const enrolled = { user: `telegram:${user}`, name, chat: String(user), unitId: unit.id }
  const person = await people.enrol(turn, enrolled)
  await people.appoint(turn, person.id, unit.id, "publisher")
  const kept = account(turn, unit, name, person.id, silent)
  await turn.tables.accounts.put(kept)
  await quotas.wind(turn, kept)
  return unit
}

/**
 * A holiday notice by which today and the two days after it are working days, whatever they are elsewhere: what the test
 * waits for falls due when it runs, though the clock jumps ahead by a day.
 */
export const notice = (now: Instant): string => {
  const today = dayOf(now)
  const wanted = [today, addDays(today, 1), addDays(today, 2)]
  const years = new Set(wanted.map((day) => day.slice(0, 4)))
  return JSON.stringify({
    years: [...years].map((id) => ({
      id,
      holidays: [wanted.includes(`${id}-07-15`) ? `${id}-09-15` : `${id}-07-15`],
      makeUpDays: wanted.filter((day) => day.startsWith(id) && weekdayOf(day) > 5),
      source: "a notice for this test",
    })),
  })
}

/** When what falls due in time is spread over, and how much of it there is. */
export interface Plan {
  readonly readers: number
  readonly notices: number
  readonly from: number
  readonly until: number
}

/** An office whose digests and notices fall due one after the other, over the seconds that the test takes. */
export const furnish = async (app: App, { readers, notices, from, until }: Plan): Promise<void> => {
  const spread = (at: number, of: number): number => Math.round(from + ((until - from) * at) / of)
  await act(app, { by: "setup", why: "torture" }, async (turn) => {
    const upper = await units.create(turn, {
      name: "示例市人民政府办公室",
      kind: "city-government",
      parentId: null,
      rulebooks: [],
    })
    const root = await units.create(turn, {
      name: "示例县人民政府办公室",
      kind: "county-government",
      parentId: upper.id,
      rulebooks: [],
    })
    await enrol(turn, root, upper)
    // No hour is quiet, so that it does not matter when the test runs.
    await units.change(turn, root.id, { times: { quietFrom: "00:00", quietUntil: "00:00" } })
    await turn.tables.chats.put({
      id: String(group),
      unitId: root.id,
      title: cast.group.title,
      topic: null,
      reachable: true,
    })
    for (const [at, { user, account: name }] of operators.entries()) {
      const unit = await member(turn, root, user, name, 0)
      const person = at === 0 ? (await people.inUnit(turn, unit.id))[0] : null
      if (person) await people.appoint(turn, person.id, root.id, "administrator")
    }
    for (let number = 0; number < readers; number += 1) {
      const { id } = await member(turn, root, readerOf(number), `读者账号${padded(number, 5)}`, 20)
      const dueAt = spread(number, readers)
      await turn.tables.rounds.put({ id: `digest:${id}`, unitId: id, kind: "digest", dueAt })
    }
    for (let number = 0; number < notices; number += 1) {
      // Three at a time to the same reader, so that some share a message.
      const third = number - (number % 3)
      const reader = operators[third % OPERATORS]?.user ?? group
      await outbox.post(turn, {
        to: { kind: "chat", id: String(number % 5 === 0 ? group : reader) },
        lane: number % 7 === 0 ? "emergency" : "notice",
        body: { text: `第 ${padded(number, 6)} 号通知` },
        key: `notice:${number}`,
        dueAt: spread(third, notices),
      })
    }
  })
}
