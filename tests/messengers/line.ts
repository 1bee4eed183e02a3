import { afterEach, beforeEach } from "vitest"
import { openLog } from "../../bot/log.ts"
import type { Incoming, Messenger, Receipt } from "../../bot/messenger.ts"
import { openTelegram, type TelegramOptions } from "../../bot/messengers/telegram.ts"
import { BotApi, TOKEN } from "./botapi.ts"
import { chosen, libraries } from "./libraries.ts"

const SILENT: Receipt = { toast: null, alert: false }

/** Telegram's server, the messenger that talks to it, and what it received, logged and gave up over. */
export class Line {
  readonly api = new BotApi()
  readonly received: Incoming[] = []
  readonly logged: string[] = []
  readonly fatal: string[] = []
  readonly waits: number[] = []
  /** What becomes of an update that was received. */
  answer: (incoming: Incoming) => Promise<Receipt> | Receipt = () => SILENT
  telegram: Messenger | null = null

  open(options: Partial<TelegramOptions> = {}): Messenger {
    const usual = {
      token: TOKEN,
      apiRoot: this.api.url,
      log: openLog({ level: "info", secrets: [TOKEN], write: (line) => this.logged.push(line) }),
      fatal: (line: string) => this.fatal.push(line),
      wait: (duration: number) => {
        this.waits.push(duration)
        return Promise.resolve()
      },
    }
    this.telegram = openTelegram({ ...usual, ...options }, libraries[chosen])
    return this.telegram
  }

  start(options: Partial<TelegramOptions> = {}): Messenger {
    const telegram = this.open(options)
    telegram.start(async (incoming) => {
      const receipt = await this.answer(incoming)
      this.received.push(incoming)
      return receipt
    })
    return telegram
  }

  get messages(): string[] {
    return this.logged.map((line) => (JSON.parse(line) as { msg: string }).msg)
  }
}

export const useLine = (): { readonly line: () => Line } => {
  let line = new Line()
  beforeEach(async () => {
    line = new Line()
    await line.api.open()
  })
  afterEach(async () => {
    await line.telegram?.stop()
    await line.api.close()
  })
  return { line: () => line }
}
