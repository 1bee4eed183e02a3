import { type Instant, seconds } from "../rules/time.ts"
import type { Act, App } from "../services/app.ts"
import { recover } from "../services/delivery.ts"
import { type Call, take } from "../services/departure.ts"
import { attempt } from "./attempt.ts"
import { Backlog } from "./backlog.ts"
import { Budgets } from "./budgets.ts"
import { Connection } from "./connection.ts"
import { type Departing, Dispatch } from "./dispatch.ts"
import type { Limits, Messenger } from "./messenger.ts"
import { type Departure, Passing } from "./passing.ts"
import type { Line } from "./queue.ts"
import { type Ended, Records } from "./records.ts"

/** How long nothing leaves when the store takes nothing. */
const STORE_PATIENCE = seconds(10)

/** How many transactions may be under way: while one becomes durable, the next is made. */
const WRITING_AT_ONCE = 3

export interface SenderOptions {
  /** Where they differ from the messenger's own. */
  readonly limits?: Partial<Limits>
  /** Told, whenever nothing can leave at present, when something can; null when nothing waits. */
  readonly alarm?: (at: Instant | null) => void
}

/** Takes messages from the outbox to the messenger, and wakes by itself when something is posted. */
export interface Sender {
  /** Looks again: at the start, and when time has moved on. */
  wake(): void
  /** Resolves when nothing can leave at the present time. */
  settle(): Promise<void>
  /** The soonest time at which something may leave; null when nothing waits. */
  nextDue(): Promise<Instant | null>
  /**
   * Lets the answers that a transaction has posted leave with it, as far as nothing stands before them: they are recorded
   * as leaving in that same transaction. Asked at its end; whoever asks says how it ended.
   */
  depart(turn: Act): Promise<Departure>
  /** Lets what is under way finish, and sends no more. */
  stop(): Promise<void>
}

export const openSender = (app: App, messenger: Messenger, options: SenderOptions = {}): Sender =>
  new Courier(app, messenger, options)

class Courier implements Sender {
  readonly #app: App
  readonly #messenger: Messenger
  readonly #alarm: ((at: Instant | null) => void) | null
  readonly #records: Records
  readonly #budgets: Budgets
  readonly #backlog = new Backlog()
  readonly #dispatch: Dispatch
  readonly #connection: Connection
  readonly #passing: Passing
  readonly #unwatch: () => void
  /** Whatever is under way: transactions, calls, questions. */
  readonly #flying = new Set<Promise<void>>()
  readonly #ended: Ended[] = []
  #begun: "no" | "reading" | "yes" = "no"
  #writing = 0
  #woken = false
  #stopped = false

  constructor(app: App, messenger: Messenger, options: SenderOptions) {
    const limits = { ...messenger.limits, ...options.limits }
    this.#app = app
    this.#messenger = messenger
    this.#alarm = options.alarm ?? null
    const room = { text: limits.textLength, caption: limits.captionLength }
    this.#records = new Records(app, room)
    this.#budgets = new Budgets(limits, (chat) => messenger.kindOf(chat) === "group")
    this.#dispatch = new Dispatch(this.#backlog, this.#budgets)
    this.#connection = new Connection(messenger)
    this.#passing = new Passing(app, this.#dispatch, {
      isOpen: (now) => this.#begun === "yes" && !this.#stopped && this.#connection.isOpen(now),
      take: (turn, row) => take(turn, [{ id: row.id, followers: [] }], room),
      call: (line, call) => this.#call(line, call),
      wake: () => this.wake(),
    })
    this.#unwatch = app.store.watch((changes) => {
      if (this.#backlog.note(changes)) this.wake()
    })
  }

  /** What wakes us at the same moment is looked at together. */
  wake(): void {
    if (this.#woken) return
    this.#woken = true
    setImmediate(() => {
      this.#woken = false
      this.#look()
    })
  }

  depart(turn: Act): Promise<Departure> {
    return this.#passing.depart(turn)
  }

  async settle(): Promise<void> {
    this.#look()
    while (this.#flying.size > 0) {
      await Promise.race(this.#flying)
      this.#look()
    }
  }

  async nextDue(): Promise<Instant | null> {
    this.#look()
    while (this.#begun !== "yes" && this.#flying.size > 0) await Promise.race(this.#flying)
    return this.#flying.size > 0 ? this.#app.now() : this.#next()
  }

  async stop(): Promise<void> {
    this.#stopped = true
    await this.settle()
    this.#unwatch()
  }

  /** Sets going whatever can be done now. */
  #look(): void {
    const now = this.#app.now()
    if (this.#begun === "no" && this.#connection.isOpen(now)) this.#fly(this.#begin())
    while (this.#begun === "yes" && this.#writing < WRITING_AT_ONCE) {
      const turn = this.#turn()
      if (!turn) break
      this.#fly(turn)
    }
    this.#fly(this.#connection.ask(this.#app.now))
    if (this.#alarm && !this.#stopped) this.#alarm(this.#alarmAt())
  }

  /** After a start: what was on its way is doubtful, and all that waits is read. */
  async #begin(): Promise<void> {
    this.#begun = "reading"
    try {
      const lost = await this.#records.transact(async (turn) => {
        const given = await recover(turn)
        await this.#backlog.read(turn, this.#budgets)
        return given
      })
      for (const id of lost) this.#app.report(new Error("no answer twice"), `message ${id}`)
      this.#begun = "yes"
    } catch (fault) {
      this.#app.report(fault, "sending")
      this.#connection.pause(this.#app.now() + STORE_PATIENCE)
      this.#begun = "no"
    }
  }

  /** How calls ended, and which leave next, as one transaction; null when there is neither. */
  #turn(): Promise<void> | null {
    const now = this.#app.now()
    const departing = this.#stopped || !this.#connection.isOpen(now) ? [] : this.#dispatch.choose(now)
    // What has ended is recorded together with what ends while another record is made.
    if (departing.length === 0 && this.#writing > 0) return null
    const ended = this.#ended.splice(0)
    return ended.length + departing.length === 0 ? null : this.#work(ended, departing)
  }

  async #work(ended: readonly Ended[], departing: readonly Departing[]): Promise<void> {
    this.#writing += 1
    try {
      const calls = await this.#records.write(ended, departing)
      const called = new Map(calls.map((call) => [call.rows[0], call]))
      for (const one of departing) this.#launch(one, called.get(one.first.id) ?? null)
    } catch (fault) {
      this.#app.report(fault, "sending")
      this.#connection.pause(this.#app.now() + STORE_PATIENCE)
      for (const one of departing) this.#dispatch.stayed(one)
    }
    for (const { departed } of ended) this.#dispatch.recorded(departed)
    this.#writing -= 1
  }

  #launch(departed: Departing, call: Call | null): void {
    if (!call) {
      this.#dispatch.stayed(departed)
      this.#backlog.forget(departed.first)
      return
    }
    this.#call(departed, call)
  }

  #call(departed: Line, call: Call): void {
    const flight = attempt(this.#app, this.#messenger, call).then(({ outcome, pause }) => {
      const now = this.#app.now()
      this.#dispatch.answered(departed, now)
      this.#ended.push({ call, outcome, departed })
      if (pause > 0) this.#connection.pause(now + pause)
      if (outcome.kind === "later" || outcome.kind === "doubtful") this.#connection.suspect(now)
    })
    this.#fly(flight)
  }

  #fly(flight: Promise<void> | null): void {
    if (!flight) return
    const done = flight.then(() => {
      this.#flying.delete(done)
      this.wake()
    })
    this.#flying.add(done)
  }

  /** What could leave now and has not waits for an answer, which wakes us anyway. */
  #alarmAt(): Instant | null {
    const next = this.#next()
    return next !== null && next <= this.#app.now() && this.#flying.size > 0 ? null : next
  }

  #next(): Instant | null {
    const now = this.#app.now()
    const next = this.#dispatch.next(now)
    return next === null ? null : Math.max(next, this.#connection.opensAt(now))
  }
}
