import { openHeart } from "../../bot/heart.ts"
import type { Obligation } from "../../rules/obligation.ts"
import { addDays, days, dayOf, type Day, instantOf, minutes } from "../../rules/time.ts"
import * as accounts from "../../services/accounts.ts"
import { act, type Act, type App } from "../../services/app.ts"
import * as calendar from "../../services/calendar.ts"
import { jobs } from "../../services/jobs.ts"
import * as occasions from "../../services/occasions.ts"
import * as obligations from "../../services/obligations.ts"
import * as rulebooks from "../../services/rulebooks.ts"
import * as passwords from "../../services/passwords.ts"
import type { Member } from "../../services/people.ts"
import * as recording from "../../services/recording.ts"
import * as units from "../../services/units.ts"
import { isOpen } from "../../rules/obligation.ts"
import { closed } from "../../rules/lifecycle.ts"
import { openMemory } from "../../storage/memory.ts"
import type { Store } from "../../storage/store.ts"
import { zh } from "../../text/zh/index.ts"
import { draft } from "../commands/forms.ts"
import { shipped } from "../rules/books.ts"
import { shippedYears } from "../rules/china.ts"
import type { Step, Story } from "./anylife.ts"

/** Where a life begins: early enough that its dates stay in years whose notices are loaded. */
const BIRTH: Day = "2025-06-02"

const KEEPER: Member = {
  person: {
    id: "person",
    name: "张敏",
    unitId: "unit",
    user: "telegram:1",
    chat: null,
    reachable: false,
    state: "active",
    since: 0,
  },
  roles: [{ id: "role", personId: "person", unitId: "unit", role: "administrator", since: 0, until: null }],
}

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
      case "attest":
        return this.do((turn) => this.#attest(turn, addDays(dayOf(this.now), -step.back)))
      case "done":
      case "waive":
        return this.do((turn) => this.#end(turn, step))
      case "recount":
        return this.do(async (turn) => {
          for (const occasion of await turn.tables.occasions.all()) await obligations.start(turn, occasion)
        })
    }
  }

  /** Whoever looks after the account says that its password was changed, with nobody there to confirm a late word. */
  async #attest(turn: Act, day: Day): Promise<void> {
    const [account] = await turn.tables.accounts.all()
    if (account === undefined) return
    await passwords.attest(turn, KEEPER, account, {
      on: day < BIRTH ? BIRTH : day,
      password: { length: 12, letters: true, digits: true },
      reason: "routine",
      witness: null,
    })
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
