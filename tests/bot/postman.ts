import {
  type Destination,
  Doubtful,
  type Limits,
  type MenuEntry,
  type Messenger,
  type Self,
} from "../../bot/messenger.ts"
import type { Body } from "../../rules/outgoing.ts"
import type { Instant } from "../../rules/time.ts"

export interface Letter {
  readonly at: Instant
  readonly chat: string
  readonly text: string
  readonly messageId: string
  readonly edited: boolean
  readonly to: Destination
  readonly body: Body
  readonly photo: Uint8Array | null
}

/** A messenger on paper: keeps what it was given, and fails as it was told. */
export class Postman implements Messenger {
  readonly name = "paper"
  readonly limits: Limits = {
    perSecond: 30,
    perChatSecond: 1,
    chatBurst: 5,
    perGroupMinute: 20,
    textLength: 200,
    captionLength: 50,
  }
  readonly letters: Letter[] = []
  /** What was taken away: chat and message. */
  readonly removed: string[] = []
  /** What it was asked to send and to take away, in order. */
  readonly calls: string[] = []
  /** How often it was asked who it is. */
  asked = 0
  /** What goes wrong with the next calls, in order; `null` is a call that goes well. */
  readonly faults: (Error | null)[] = []
  /** What always goes wrong in a chat. */
  readonly closed = new Map<string, Error>()
  readonly unreachable: Error[] = []
  /** Who it is, it says only after this. */
  silent: Promise<void> | null = null
  readonly #now: () => Instant
  #held: Promise<void> | null = null
  #ids = 100

  constructor(now: () => Instant) {
    this.#now = now
  }

  /** Calls wait for their answer until what this gives back is called. */
  hold(): () => void {
    let release = (): void => undefined
    this.#held = new Promise((resolve) => {
      release = () => {
        this.#held = null
        resolve()
      }
    })
    return release
  }

  get texts(): string[] {
    return this.letters.map(({ chat, text }) => `${chat} ${text}`)
  }

  async self(): Promise<Self> {
    this.asked += 1
    const fault = this.unreachable.shift()
    if (fault) throw fault
    await this.silent
    return Promise.resolve({ name: "值守", username: "zhishou_bot", hearsGroups: true })
  }

  async send(to: Destination, body: Body, photo?: Uint8Array): Promise<{ readonly messageId: string }> {
    this.calls.push(`send ${body.text}`)
    const messageId = String(++this.#ids)
    await this.#deliver(to, messageId, body, false, photo)
    return { messageId }
  }

  edit(to: Destination, messageId: string, body: Body): Promise<void> {
    return this.#deliver(to, messageId, body, true)
  }

  async #deliver(
    to: Destination,
    messageId: string,
    body: Body,
    edited: boolean,
    photo: Uint8Array | null = null,
  ): Promise<void> {
    const fault = this.faults.shift() ?? this.closed.get(to.chat) ?? null
    // A doubtful call has been delivered in half of the cases: the worse half.
    if (!fault || fault instanceof Doubtful) {
      this.letters.push({
        at: this.#now(),
        chat: to.chat,
        text: body.text,
        messageId,
        edited,
        to,
        body,
        photo,
      })
    }
    await this.#held
    if (fault) throw fault
  }

  kindOf(chat: string): Destination["kind"] {
    return chat.startsWith("-") ? "group" : "private"
  }

  deepLink(code: string): string {
    return `https://paper.example/${code}`
  }

  menu(_entries: readonly MenuEntry[]): Promise<void> {
    return Promise.resolve()
  }

  start(): void {
    throw new Error("nobody writes on paper")
  }

  async remove(chat: string, messageId: string): Promise<void> {
    this.calls.push(`remove ${messageId}`)
    const fault = this.faults.shift() ?? this.closed.get(chat) ?? null
    if (!fault || fault instanceof Doubtful) this.removed.push(`${chat} ${messageId}`)
    await this.#held
    if (fault) throw fault
  }

  stop(): Promise<void> {
    return Promise.resolve()
  }
}
