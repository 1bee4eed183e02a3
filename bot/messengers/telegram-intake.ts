import type { Update } from "grammy/types"
import type { Incoming, Receipt } from "../messenger.ts"

export interface IntakeOptions {
  readonly translate: (update: Update) => Incoming | null
  readonly receive: (incoming: Incoming) => Promise<Receipt>
  /** Ends the waiting of whoever pressed a button. Never awaited, never throws. */
  readonly acknowledge: (press: string, receipt: Receipt) => void
  /** Gives what is not for us to whoever else listens; never rejects. */
  readonly passOn?: (update: Update) => Promise<void>
  readonly report: (fault: unknown, about: string) => void
}

/** Takes updates in: side by side, but those of one chat in order. */
export class Intake {
  readonly #options: IntakeOptions
  readonly #last = new Map<string, Promise<unknown>>()

  constructor(options: IntakeOptions) {
    this.#options = options
  }

  /** Resolves once it has been received; rejects when it, or one before it in its chat, has to come again. */
  take(update: Update): Promise<void> {
    const { passOn = () => Promise.resolve() } = this.#options
    const incoming = this.#translated(update)
    if (!incoming) return passOn(update)
    // What is said where a chat goes on comes after the news that it does.
    const chats = incoming.kind === "moved" ? [incoming.place.id, incoming.to] : [incoming.place.id]
    const before = chats.map((chat) => this.#last.get(chat) ?? Promise.resolve())
    const taken = Promise.all(before).then(() => this.#receive(update, incoming))
    for (const chat of chats) this.#last.set(chat, taken)
    const done = (): void => {
      for (const chat of chats) if (this.#last.get(chat) === taken) this.#last.delete(chat)
    }
    taken.then(done, done)
    return taken.then((isOurs) => (isOurs ? undefined : passOn(update)))
  }

  /** Whether it was for us alone. */
  async #receive(update: Update, incoming: Incoming): Promise<boolean> {
    const receipt = await this.#options.receive(incoming)
    if (receipt.passed === true) return false
    if (update.callback_query) this.#options.acknowledge(update.callback_query.id, receipt)
    // Where the bot is, and what the chat is called, concerns everybody.
    return incoming.kind === "message" || incoming.kind === "press"
  }

  /** An update of a shape nobody foresaw must not come again for ever. */
  #translated(update: Update): Incoming | null {
    try {
      return this.#options.translate(update)
    } catch (fault) {
      this.#options.report(fault, `update ${update.update_id}`)
      return null
    }
  }
}
