import { deflateSync } from "node:zlib"
import { onTestFinished, vi } from "vitest"
import { openLog } from "../../bot/log.ts"
import type { Incoming, Messenger, Receipt } from "../../bot/messenger.ts"
import { openTelegram, type TelegramOptions } from "../../bot/messengers/telegram.ts"
import { createPlayground, type Playground, type PlaygroundSettings } from "../../playground/playground.ts"
import { chosen, libraries } from "./libraries.ts"

export const li = 1001
export const wang = 1002
/** Has never written to the bot. */
export const shy = 1003
export const group = -5001
export const forum = -1001000000001

const people: PlaygroundSettings["people"] = [
  { id: li, name: "李明", started: true },
  { id: wang, name: "王芳", started: true },
  { id: shy, name: "路人" },
]
const groups: PlaygroundSettings["groups"] = [
  { id: group, title: "示例县", members: [li, wang], admins: [wang] },
  { id: forum, title: "论坛", kind: "supergroup", members: [li], admins: [wang], topics: ["值班"] },
]

/** A small picture that is one. */
export const PICTURE = (() => {
  const bytes = Buffer.alloc(64)
  Buffer.from("89504e470d0a1a0a", "hex").copy(bytes)
  bytes.writeUInt32BE(90, 16)
  bytes.writeUInt32BE(60, 20)
  deflateSync(Buffer.alloc(8)).copy(bytes, 40)
  return new Uint8Array(bytes)
})()

export const SILENT: Receipt = { toast: null, alert: false }

/** What a work fails with; null when it does not. */
export const failing = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => null,
    (fault: unknown) => fault,
  )

/** A playground, and on it the messenger of this run. */
export class Town {
  readonly playground: Playground
  readonly received: Incoming[] = []
  readonly logged: string[] = []
  readonly fatal: string[] = []
  readonly waits: number[] = []
  answer: (incoming: Incoming) => Promise<Receipt> | Receipt = () => SILENT

  constructor(playground: Playground) {
    this.playground = playground
  }

  /** Nothing is scrubbed from what this one logs: a token in it would be seen. */
  open(options: Partial<TelegramOptions> = {}): Messenger {
    const usual = {
      token: this.playground.token,
      apiRoot: this.playground.apiRoot,
      log: openLog({ level: "trace", secrets: [], write: (line) => this.logged.push(line) }),
      fatal: (line: string) => this.fatal.push(line),
      wait: (duration: number) => {
        this.waits.push(duration)
        return Promise.resolve()
      },
    }
    const messenger = openTelegram({ ...usual, ...options }, libraries[chosen])
    onTestFinished(() => messenger.stop())
    return messenger
  }

  start(options: Partial<TelegramOptions> = {}): Messenger {
    const messenger = this.open(options)
    messenger.start(async (incoming) => {
      const receipt = await this.answer(incoming)
      this.received.push(incoming)
      return receipt
    })
    return messenger
  }

  /** What came, in the order in which Telegram counted it: chats are taken side by side. */
  get inOrder(): Incoming[] {
    return this.received.toSorted((one, other) => Number(one.id.slice(9)) - Number(other.id.slice(9)))
  }

  get texts(): string[] {
    return this.received.map((incoming) => (incoming.kind === "message" ? incoming.text : incoming.kind))
  }

  get pending(): number {
    return this.playground.counts().pending
  }

  async listening(): Promise<void> {
    await vi.waitFor(() => {
      if (!this.playground.counts().listening) throw new Error("nobody listens yet")
    })
  }

  async confirmed(): Promise<void> {
    await vi.waitFor(() => {
      if (this.pending > 0) throw new Error(`${this.pending} updates are not confirmed`)
    })
  }

  last(chat: number) {
    const shown = this.playground.transcript({ chat }).at(-1)
    if (!shown) throw new Error("nothing was said there")
    return shown
  }
}

export const town = async (settings: PlaygroundSettings = {}): Promise<Town> => {
  const clock = { at: Date.UTC(2026, 2, 2, 2), running: false }
  const playground = await createPlayground({ people, groups, clock, limits: "none", ...settings })
  onTestFinished(() => playground.close())
  return new Town(playground)
}
