import type { Outgoing } from "../rules/outgoing.ts"
import type { Person } from "../rules/person.ts"
import { minutes } from "../rules/time.ts"
import type { Act } from "../services/app.ts"
import type { Change } from "../storage/store.ts"
import type { Budgets } from "./budgets.ts"
import { Queue, type Waiting } from "./queue.ts"

/** Follows the outbox, so that nobody has to search it: read once, then told of every change. */
export class Backlog {
  readonly queue = new Queue()
  /** The private chat of each person. */
  readonly #chats = new Map<string, string | null>()
  /** Rows for persons, who may come by another chat. */
  readonly #personal = new Map<string, Outgoing>()

  /** Reads what waits, and what left so lately that it still counts against the budgets. */
  async read({ tables, now }: Act, budgets: Budgets): Promise<void> {
    for (const person of await tables.persons.all()) this.#chats.set(person.id, person.chat)
    const waiting = [...(await tables.outbox.where("state", "waiting"))]
    waiting.sort((one, other) => one.createdAt - other.createdAt || one.turn - other.turn)
    for (const row of waiting) this.#put(row)
    const sent = (await tables.outbox.where("state", "sent")).filter(
      ({ sentAt }) => sentAt !== null && sentAt > now - minutes(1),
    )
    const lately = [...sent].sort((one, other) => (one.sentAt ?? 0) - (other.sentAt ?? 0))
    for (const { chat, lane, sentAt } of lately)
      if (chat !== null) budgets.remember(chat, lane, sentAt ?? now)
  }

  /** Takes note of what a transaction changed; says whether any of it concerns what waits. */
  note(changes: readonly Change[]): boolean {
    let concerned = false
    for (const [table, id, row] of changes) {
      if (table === "outbox") {
        concerned = true
        if (row) this.#put(row as Outgoing)
        else this.#remove(id)
      } else if (table === "persons" && row) this.#meet(row as Person)
    }
    return concerned
  }

  /** What led nowhere and has not changed since is known wrongly. */
  forget(one: Waiting): void {
    if (this.queue.holds(one)) this.#remove(one.id)
  }

  #put(row: Outgoing): void {
    this.queue.put(row, this.#doorOf(row))
    if (row.to.kind === "person" && row.state === "waiting") this.#personal.set(row.id, row)
    else this.#personal.delete(row.id)
  }

  #remove(id: string): void {
    this.queue.remove(id)
    this.#personal.delete(id)
  }

  #meet(person: Person): void {
    if (this.#chats.get(person.id) === person.chat) return
    this.#chats.set(person.id, person.chat)
    for (const row of this.#personal.values()) {
      if (row.to.id === person.id) this.queue.put(row, this.#doorOf(row))
    }
  }

  #doorOf({ to }: Outgoing): string {
    return to.kind === "chat" ? to.id : (this.#chats.get(to.id) ?? `nowhere/${to.id}`)
  }
}
