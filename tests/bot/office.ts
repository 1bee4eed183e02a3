import { afterEach, beforeEach } from "vitest"
import { openSender, type Sender, type SenderOptions } from "../../bot/sender.ts"
import type { Message } from "../../rules/outbox.ts"
import type { Outgoing } from "../../rules/outgoing.ts"
import { Desk, toChat } from "./desk.ts"
import { Postman } from "./postman.ts"

export const GROUP = "-1"

/** A desk, a messenger on paper, and the sender between them. */
export class Office {
  readonly desk: Desk
  readonly paper: Postman
  sender: Sender

  private constructor(desk: Desk) {
    this.desk = desk
    this.paper = new Postman(() => desk.now)
    this.sender = openSender(desk.app, this.paper)
  }

  static async open(): Promise<Office> {
    return new Office(await Desk.open())
  }

  /** Posts an answer to the group. */
  say(text: string, more: Partial<Message> = {}): Promise<Outgoing> {
    return this.desk.post(toChat(GROUP, text, { lane: "answer", ...more }))
  }

  async states(): Promise<string[]> {
    return (await this.desk.outbox()).map(({ state }) => state)
  }

  async change(id: string, changes: Partial<Outgoing>): Promise<void> {
    await this.desk.do(async ({ tables }) => {
      const row = await tables.outbox.get(id)
      if (row) await tables.outbox.put({ ...row, ...changes })
    })
  }

  settle(): Promise<void> {
    return this.sender.settle()
  }

  /** Turns the clock. */
  async after(duration: number): Promise<void> {
    this.desk.now += duration
    this.sender.wake()
    await this.sender.settle()
  }

  /** How long until something can leave. */
  async wait(): Promise<number> {
    return ((await this.sender.nextDue()) ?? Infinity) - this.desk.now
  }

  /** A new process on the same store. */
  async restart(options: SenderOptions = {}): Promise<void> {
    this.sender = openSender(this.desk.app, this.paper, options)
    await this.sender.settle()
  }

  /** Lets the loops get on with what they can do without an answer. */
  async breathe(): Promise<void> {
    for (let turns = 0; turns < 10; turns++) await new Promise((resolve) => setImmediate(resolve))
  }
}

/** An office for each test of a file. */
export const useOffice = (): { readonly now: () => Office } => {
  let office: Office | null = null
  const now = (): Office => {
    if (!office) throw new Error("the office is closed")
    return office
  }
  beforeEach(async () => {
    office = await Office.open()
  })
  afterEach(() => now().sender.stop())
  return { now }
}
