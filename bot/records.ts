import type { Outcome } from "../rules/delivery.ts"
import type { Room } from "../rules/split.ts"
import { minutes } from "../rules/time.ts"
import { act, type Act, type App } from "../services/app.ts"
import { record } from "../services/delivery.ts"
import { type Call, take } from "../services/departure.ts"
import type { Departing } from "./dispatch.ts"
import type { Line } from "./queue.ts"

/** How long a message is put off that cannot even be recorded as leaving. */
const PUT_OFF = minutes(10)

const ABOUT = { by: "clock", why: "send" }

/** How a call ended. */
export interface Ended {
  readonly call: Call
  readonly outcome: Outcome
  readonly departed: Line
}

/** What the sender writes into the store. */
export class Records {
  readonly #app: App
  readonly #room: Room

  constructor(app: App, room: Room) {
    this.#app = app
    this.#room = room
  }

  async transact<T>(work: (turn: Act) => Promise<T>): Promise<T> {
    const outcome = await act(this.#app, ABOUT, work)
    if (outcome.repeated) throw new Error("a transaction without an incoming cannot be a repeat")
    return outcome.value
  }

  /** All in one transaction; when that throws, each in its own, and the one to blame is put off. */
  async write(ended: readonly Ended[], departing: readonly Departing[]): Promise<readonly Call[]> {
    try {
      return await this.transact(async (turn) => {
        for (const { call, outcome } of ended) await record(turn, call, outcome)
        return take(turn, departing.map(pickOf), this.#room)
      })
    } catch (fault) {
      if (ended.length + departing.length === 1) {
        this.#app.report(fault, "sending")
        for (const { first } of departing) await this.#putOff(first.id)
        return []
      }
      const calls: Call[] = []
      for (const one of ended) await this.write([one], [])
      for (const one of departing) calls.push(...(await this.write([], [one])))
      return calls
    }
  }

  async #putOff(id: string): Promise<void> {
    await this.transact(async ({ tables, now }) => {
      const row = await tables.outbox.get(id)
      if (row?.state === "waiting") await tables.outbox.put({ ...row, leaveAt: now + PUT_OFF })
    })
  }
}

const pickOf = ({ first, followers }: Departing): { id: string; followers: readonly string[] } => ({
  id: first.id,
  followers,
})
