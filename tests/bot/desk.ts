import type { Message } from "../../rules/outbox.ts"
import type { Outgoing } from "../../rules/outgoing.ts"
import { type Act, act, type App } from "../../services/app.ts"
import { post } from "../../services/outbox.ts"
import { openMemory } from "../../storage/memory.ts"
import { zh } from "../../text/zh/index.ts"

/** Monday 2 March 2026, 09:00 in China. */
export const MONDAY = Date.parse("2026-03-02T09:00:00+08:00")

/** An app in memory whose clock moves when told, and what it reported. */
export class Desk {
  now = MONDAY
  readonly faults: string[] = []
  readonly app: App
  #ids = 0

  private constructor(store: App["store"]) {
    this.app = {
      store,
      now: () => this.now,
      newId: () => `id-${++this.#ids}`,
      text: zh,
      report: (fault, about) => {
        this.faults.push(`${about}: ${fault instanceof Error ? fault.message : String(fault)}`)
        return `F-${this.faults.length}`
      },
    }
  }

  static async open(): Promise<Desk> {
    const desk: { now: () => number } = { now: () => MONDAY }
    const made = new Desk(await openMemory({ now: () => desk.now() }))
    desk.now = () => made.now
    return made
  }

  async do<T>(work: (act: Act) => Promise<T>): Promise<T> {
    const outcome = await act(this.app, { by: "test", why: "test" }, work)
    if (outcome.repeated) throw new Error("repeated")
    return outcome.value
  }

  post(message: Message): Promise<Outgoing> {
    return this.do((act) => post(act, message))
  }

  outbox(): Promise<readonly Outgoing[]> {
    return this.do(({ tables }) => tables.outbox.all())
  }
}

export const toChat = (id: string, text: string, more: Partial<Message> = {}): Message => ({
  to: { kind: "chat", id },
  lane: "notice",
  body: { text },
  ...more,
})
