import fc from "fast-check"
import { openHeart } from "../../bot/heart.ts"
import { doings } from "../../rules/acts.ts"
import type { Obligation } from "../../rules/obligation.ts"
import type { Rulebook } from "../../rules/rulebook.ts"
import { addDays, days, dayOf, type Day, instantOf, minutes } from "../../rules/time.ts"
import * as accounts from "../../services/accounts.ts"
import { act, type Act, type App } from "../../services/app.ts"
import * as calendar from "../../services/calendar.ts"
import { jobs } from "../../services/jobs.ts"
import * as occasions from "../../services/occasions.ts"
import * as obligations from "../../services/obligations.ts"
import * as rulebooks from "../../services/rulebooks.ts"
import * as recording from "../../services/recording.ts"
import * as units from "../../services/units.ts"
import { isOpen } from "../../rules/obligation.ts"
import { closed } from "../../rules/lifecycle.ts"
import { openMemory } from "../../storage/memory.ts"
import type { Store } from "../../storage/store.ts"
import { zh } from "../../text/zh/index.ts"
import { draft } from "../commands/forms.ts"
import { bookOf, shipped } from "../rules/books.ts"
import { shippedYears } from "../rules/china.ts"

/** Where a life begins: early enough that its dates stay in years whose notices are loaded. */
const BIRTH: Day = "2025-06-02"

const started = [
  "account.opened",
  "account.changed",
  "account.hijacked",
  "account.went-offline",
  "account.cancelled",
  "announcement.closing",
  "change.reported",
  "sponsor.changed",
  "rulebook.in-force",
] as const
/** Carried duties that nothing but saying so closes. */
const plain = Object.entries(doings).flatMap(([name, doing]) =>
  "command" in doing ? [] : [[name, doing] as const],
)
const ofAccount = plain.flatMap(([name, { of }]) => (of === "account" ? [name] : []))
const ofUnit = plain.flatMap(([name, { of }]) => (of === "unit" ? [name] : []))

const within = fc.oneof(
  fc.integer({ min: 1, max: 30 }).map((n) => `${n} working days`),
  fc.integer({ min: 1, max: 60 }).map((n) => `${n} days`),
  fc.integer({ min: 1, max: 6 }).map((n) => `${n} months`),
  fc.constant("the same day"),
)
const often = fc.oneof(
  fc
    .tuple(fc.integer({ min: 1, max: 2 }), fc.constantFrom("week", "month", "quarter", "year"))
    .map(([n, span]) => `${n} per ${span}`),
  fc.integer({ min: 3, max: 90 }).map((n) => `every ${n} days`),
  fc.integer({ min: 1, max: 6 }).map((n) => `every ${n} months`),
)
const to = fc.constantFrom("", ", to: 县政府办公室", ", to: 市网信办")

const deadlineRule = fc
  .tuple(fc.constantFrom(...started), fc.constantFrom(...ofAccount), within, to)
  .map(
    ([event, what, time, receiver]) =>
      `kind: deadline, starts: ${event}, do: ${what}, within: ${time}${receiver}`,
  )
/** What has to stand for a while before it may be ended. */
const waits = fc.constantFrom("1 month", "2 months", ...[1, 7, 15, 30, 31, 59, 60].map((n) => `${n} days`))
const waitingRule = fc
  .tuple(fc.constantFrom(...started), fc.constantFrom(...ofAccount), waits)
  .map(([event, what, time]) => `kind: deadline, starts: ${event}, do: ${what}, wait: ${time}`)
const periodicRule = fc
  .tuple(fc.constantFrom(...ofUnit, ...ofAccount), often)
  .map(([what, frequency]) => `kind: periodic, do: ${what}, atLeast: ${frequency}`)

/** A rulebook that nobody wrote, in force before the life begins or in the middle of it. */
const anyBook = (id: string) =>
  fc
    .record({
      rules: fc.array(fc.oneof({ weight: 3, arbitrary: deadlineRule }, waitingRule, periodicRule), {
        minLength: 1,
        maxLength: 5,
      }),
      since: fc.constantFrom(null, "2024-01-01", "2025-07-15"),
    })
    .map(({ rules, since }): Rulebook => ({
      ...bookOf(id, ...rules),
      ...(since === null ? {} : { inForceFrom: since }),
    }))

/** Something that happens in a life: at the office's own time, or a stretch in which nobody does anything. */
const step = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant("pass" as const), count: fc.integer({ min: 1, max: 45 }) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant("happen" as const),
      event: fc.constantFrom(...started),
      back: fc.integer({ min: 0, max: 40 }),
      nth: fc.integer({ min: 1, max: 3 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant("done" as const),
      which: fc.nat(30),
      back: fc.integer({ min: 0, max: 10 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("waive" as const), which: fc.nat(30) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("recount" as const) }) },
)
export type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

export const anyLife = fc.record({
  stack: fc.subarray(["wubu", "longzihu", "xuancheng", "jiangxi", "sxjt"], { maxLength: 3 }),
  own: fc.tuple(anyBook("one"), anyBook("two")).map((books) => [...books]),
  steps: fc.array(step, { minLength: 1, maxLength: 14 }),
})
export type Story = typeof anyLife extends fc.Arbitrary<infer T> ? T : never

/** One account's life: a store, a clock that is told, and the heart that does what falls due. */
export class Life {
  now = instantOf(BIRTH, "10:00")
  readonly app: App
  readonly faults: string[] = []
  #ids = 0

  private constructor(store: Store, readonlyNow: { at: () => number }) {
    readonlyNow.at = () => this.now
    this.app = {
      store,
      now: () => this.now,
      newId: () => `id-${String((this.#ids += 1)).padStart(6, "0")}`,
      text: zh,
      report: (fault, about) => {
        this.faults.push(`${about}: ${fault instanceof Error ? (fault.stack ?? "") : String(fault)}`)
        return "F"
      },
    }
  }

  static async begin(
    { stack, own }: Pick<Story, "stack" | "own">,
    open: (now: () => number) => Promise<Store> = (now) => openMemory({ now }),
  ): Promise<Life> {
    const clock = { at: () => instantOf(BIRTH, "10:00") }
    const life = new Life(await open(() => clock.at()), clock)
    await life.do(async (turn) => {
      await calendar.load(turn, shippedYears)
      await rulebooks.load(turn, [...shipped, ...own])
      await turn.tables.units.put({
        id: "unit",
        name: "示例县交通运输局",
        shortNames: [],
        kind: "county-department",
        parentId: null,
        rulebooks: [...stack, ...own.map(({ id }) => id)],
        times: {},
      })
      const account = draft("unit", { openedOn: BIRTH })
      await accounts.create(turn, account, { exceptions: [], lastPostAt: null })
    })
    return life
  }

  async do<T>(work: (turn: Act) => Promise<T>): Promise<T> {
    const done = await act(this.app, { by: "person", why: "test" }, work)
    if (done.repeated) throw new Error("repeated")
    return done.value
  }

  rows(): Promise<readonly Obligation[]> {
    return this.do(({ tables }) => tables.obligations.all())
  }

  /** Lets so many days go by: the bot looks each day just after midnight, or is off and looks at the end alone. */
  async pass(count: number, daily: boolean): Promise<void> {
    const until = this.now + days(count)
    for (let day = addDays(dayOf(this.now), 1); daily && day <= dayOf(until); day = addDays(day, 1)) {
      this.now = Math.max(this.now, instantOf(day) + minutes(1))
      await this.beat()
    }
    this.now = until
    await this.beat()
  }

  async beat(): Promise<void> {
    const heart = openHeart(
      this.app,
      jobs.filter(({ name }) => name === "obligation"),
    )
    await heart.settle()
    await heart.stop()
  }

  async take(step: Step, daily = true): Promise<void> {
    switch (step.kind) {
      case "pass":
        return this.pass(step.count, daily)
      case "happen":
        return this.do(async (turn) => {
          const [account] = await turn.tables.accounts.all()
          await occasions.happen(turn, {
            kind: step.event,
            on: addDays(dayOf(this.now), -step.back),
            unitId: "unit",
            accountId: account?.id ?? null,
            ...(step.event === "rulebook.in-force" ? { book: step.nth % 2 === 0 ? "one" : "two" } : {}),
            ...(step.event === "account.opened" || step.event === "rulebook.in-force"
              ? {}
              : { nth: String(step.nth) }),
          })
        })
      case "done":
      case "waive":
        return this.do((turn) => this.#end(turn, step))
      case "recount":
        return this.do(async (turn) => {
          for (const occasion of await turn.tables.occasions.all()) await obligations.start(turn, occasion)
        })
    }
  }

  /** Somebody does one of what is open, or it is let go; rows are chosen by what they say, not by their ids. */
  async #end(turn: Act, step: Extract<Step, { which: number }>): Promise<void> {
    const open = (await turn.tables.obligations.all()).filter(isOpen).sort((a, b) => (a.key < b.key ? -1 : 1))
    const row = open[step.which % Math.max(1, open.length)]
    if (row === undefined) return
    if (step.kind === "waive") {
      const settled = { on: dayOf(this.now), by: "leader", at: this.now, proof: null, note: "理由" }
      await obligations.keep(turn, closed({ ...row, settled }, "waived", this.now))
      return
    }
    const since = typeof row.since === "number" ? dayOf(row.since) : row.since
    const on = addDays(dayOf(this.now), -step.back)
    if (!row.key.includes("/since/") && on < since) return
    if (row.freeAt !== null && instantOf(on, "24:00") <= row.freeAt) return
    const settled = { on, by: "person", at: this.now, proof: null, note: null }
    await recording.record(turn, row, settled)
  }
}

export const unitOf = (turn: Act) => units.unit(turn, "unit")
