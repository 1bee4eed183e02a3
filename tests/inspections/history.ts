import { zh } from "../../text/zh/index.ts"
import type { OfflineWindow } from "../../rules/offline.ts"
import { addDays, dayOf, days, hours, type Instant, instantOf } from "../../rules/time.ts"
import * as accounts from "../../services/accounts.ts"
import { act, type Act, type App } from "../../services/app.ts"
import * as rulebooks from "../../services/rulebooks.ts"
import * as units from "../../services/units.ts"
import { openMemory } from "../../storage/memory.ts"
import type { Change } from "../../storage/store.ts"
import { draft } from "../commands/forms.ts"
import { bookOf } from "../rules/books.ts"
import { Dice } from "../torture/dice.ts"

/** What a journal holds of a transaction, as far as the naive count needs it. */
export interface Told {
  readonly at: Instant
  readonly changes: readonly Change[]
}

const BEGINNING = instantOf("2025-06-02", "09:00")
const DORMANT = "kind: limit, limit: silence, atMost: 30 days, mark: dormant"
const easy = bookOf("easy", "kind: quota, atLeast: every 14 days, warn: [4 days]", DORMANT)
const strict = bookOf(
  "strict",
  "kind: quota, atLeast: every 7 days, warn: [2 days]",
  "kind: quota, atLeast: 2 per week, warn: [3 days]",
  "kind: quota, atLeast: 1 per month, warn: [7 days]",
  DORMANT,
)
const UNITS = [
  ["gentle", ["easy"]],
  ["harsh", ["strict"]],
] as const

/** Some accounts of two units, and whatever happens to them from day to day, with every line that was written. */
export class History {
  now: Instant = BEGINNING
  readonly app: App
  readonly lines: Told[] = []
  readonly #dice: Dice
  #ids = 0

  private constructor(app: (it: History) => App, seed: number) {
    this.#dice = new Dice(seed)
    this.app = app(this)
    this.app.store.watch((changes) => this.lines.push({ at: this.now, changes }))
  }

  static async of(seed: number, many: number, daysLong: number): Promise<History> {
    const clock = { at: (): Instant => BEGINNING }
    const store = await openMemory({ now: () => clock.at() })
    const it = new History(
      (history) => ({
        store,
        now: () => history.now,
        newId: () => `id-${(history.#ids += 1)}`,
        text: zh,
        report: (fault) => {
          throw fault
        },
      }),
      seed,
    )
    clock.at = () => it.now
    await it.#begin(many)
    for (let day = 0; day < daysLong; day += 1) await it.#day()
    return it
  }

  async do<T>(work: (turn: Act) => Promise<T>): Promise<T> {
    const done = await act(this.app, { by: "test", why: "test" }, work)
    if (done.repeated) throw new Error("repeated")
    return done.value
  }

  /** An instant from the beginning to two months after the end. */
  anyInstant(): Instant {
    return BEGINNING + this.#dice.below(this.now + days(60) - BEGINNING)
  }

  async #begin(many: number): Promise<void> {
    await this.do(async (turn) => {
      await rulebooks.load(turn, [easy, strict])
      for (const [id, books] of UNITS)
        await turn.tables.units.put({
          ...{ id, name: id, shortNames: [], kind: "county-department", parentId: null },
          ...{ rulebooks: books, times: {} },
        })
    })
    for (let nth = 0; nth < many; nth += 1)
      await this.do((turn) =>
        accounts.create(
          turn,
          draft(this.#dice.one(UNITS)[0], { name: `账号${nth}`, openedOn: "2024-01-01", main: false }),
          { exceptions: [], lastPostAt: this.#dice.below(2) ? turn.now - days(this.#dice.below(20)) : null },
        ),
      )
  }

  async #day(): Promise<void> {
    this.now = instantOf(addDays(dayOf(this.now), 1), "00:00") + hours(this.#dice.below(23)) + 1
    await this.do(async (turn) => {
      for (const { id } of await turn.tables.accounts.all()) await this.#live(turn, id)
    })
    if (this.#dice.below(40) === 0) await this.do((turn) => this.#rule(turn))
  }

  /** A rulebook becomes stricter or laxer, or a unit gets another one. */
  async #rule(turn: Act): Promise<void> {
    const length = this.#dice.one([5, 7, 10, 14])
    if (this.#dice.below(2)) {
      const changed = bookOf("easy", `kind: quota, atLeast: every ${length} days, warn: [3 days]`, DORMANT)
      await rulebooks.load(turn, [changed])
    } else
      await units.change(turn, "gentle", {
        rulebooks: this.#dice.one([["easy"], ["strict"], ["easy", "strict"]]),
      })
  }

  /** What a day brings to one account. */
  async #live(turn: Act, id: string): Promise<void> {
    const account = await accounts.account(turn, id)
    if (account.retired !== null) return
    const [window] = (await turn.tables.offlineWindows.where("account", id)).filter(
      ({ state }) => state === "offline",
    )
    const roll = this.#dice.below(200)
    if (window) {
      if (roll < 20) await this.#back(turn, id, window)
    } else if (roll < 24) await this.#post(turn, id)
    else if (roll < 26) await this.#takeBack(turn, id)
    else if (roll === 26)
      await accounts.change(turn, account, { unitId: account.unitId === "gentle" ? "harsh" : "gentle" })
    else if (roll === 27) await this.#away(turn, id)
    else if (roll === 28 && this.#dice.below(8) === 0) await this.#end(turn, id)
  }

  /** Reported at once, or days later. */
  async #post(turn: Act, accountId: string): Promise<void> {
    const at = turn.now - (this.#dice.below(4) === 0 ? days(this.#dice.below(9)) : hours(1))
    const id = turn.newId()
    const original = this.#dice.below(3) > 0
    const said = { link: null, original, by: "test", recordedAt: turn.now, batchId: id, accountId }
    await turn.tables.posts.put({ id, at, ...said })
    await this.#settle(turn, accountId)
  }

  async #takeBack(turn: Act, accountId: string): Promise<void> {
    const all = await turn.tables.posts.where("account", accountId)
    if (all.length > 0) await turn.tables.posts.remove(this.#dice.one(all).id)
    await this.#settle(turn, accountId)
  }

  async #settle(turn: Act, accountId: string): Promise<void> {
    const times = (await turn.tables.posts.where("account", accountId)).map(({ at }) => at)
    const account = await accounts.account(turn, accountId)
    const lastPostAt = times.length === 0 ? null : Math.max(...times)
    await turn.tables.accounts.put({ ...account, lastPostAt })
  }

  async #away(turn: Act, accountId: string): Promise<void> {
    const account = await accounts.account(turn, accountId)
    const unreported = this.#dice.below(3) === 0
    const window: OfflineWindow = {
      ...{
        id: turn.newId(),
        accountId,
        unitId: account.unitId,
        cause: unreported ? "unreported" : "upgrade",
      },
      ...{ procedureId: null, announcement: null, start: dayOf(turn.now), plannedEnd: null, end: null },
      ...{
        state: "offline",
        from: account.state,
        unreported,
        note: null,
        by: "test",
        at: turn.now,
        dueAt: null,
      },
    }
    await turn.tables.offlineWindows.put(window)
    await accounts.change(turn, account, { state: unreported ? "offline-unapproved" : "offline" })
  }

  async #back(turn: Act, accountId: string, window: OfflineWindow): Promise<void> {
    const on = dayOf(turn.now)
    await turn.tables.offlineWindows.put({ ...window, state: "back", end: on })
    const account = await accounts.account(turn, accountId)
    await accounts.change(turn, account, {
      state: window.from,
      ...(window.unreported ? {} : { returnedOn: on }),
    })
  }

  async #end(turn: Act, accountId: string): Promise<void> {
    const account = await accounts.account(turn, accountId)
    const retired = { on: dayOf(turn.now), reason: "", by: "test", at: turn.now, from: account.state }
    await accounts.change(turn, account, { state: "retired", retired })
  }
}
