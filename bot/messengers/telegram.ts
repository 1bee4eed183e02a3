import { setTimeout as sleep } from "node:timers/promises"
import type { LanguageCode, Update } from "grammy/types"
import { split } from "../../rules/split.ts"
import type { Log } from "../log.ts"
import {
  type Attachment,
  type Incoming,
  type Limits,
  type MenuEntry,
  type Messenger,
  type Receipt,
  Refused,
  Withheld,
  type Self,
} from "../messenger.ts"
import { type Client, LARGEST_FILE, openClient } from "./telegram-client.ts"
import { isTokenWrong, read } from "./telegram-faults.ts"
import { type Host, Hosting, marked, menuWith, unmarked, wantedWith } from "./telegram-host.ts"
import { translate } from "./telegram-incoming.ts"
import { Intake } from "./telegram-intake.ts"
import type { Library } from "./telegram-library.ts"
import { type Wait, WRONG_TOKEN } from "./telegram-patience.ts"
import { Polling } from "./telegram-polling.ts"
import { edit, remove, send } from "./telegram-sending.ts"
import { listen, type Webhook } from "./telegram-webhook.ts"

export type { Webhook } from "./telegram-webhook.ts"

/** Telegram's own figures. */
export const telegramLimits: Limits = {
  perSecond: 30,
  perChatSecond: 1,
  chatBurst: 5,
  perGroupMinute: 20,
  textLength: 4_096,
  captionLength: 1_024,
}

/** What fits into a toast. */
const ROOM = { text: 200, caption: 200 }

export interface TelegramOptions {
  readonly token: string
  readonly apiRoot?: string
  readonly proxy?: string | null
  /** Told here, Telegram calls us; otherwise we ask it. */
  readonly webhook?: Webhook | null
  /** The bot in which we are mounted. */
  readonly host?: Host | null
  readonly log: Log
  /** Hears, once, that nothing can be received any more until a person has done something. */
  readonly fatal: (line: string) => void
  readonly wait?: Wait
}

const realWait: Wait = async (duration, signal) => {
  await sleep(duration, undefined, { signal })
}

/** Telegram, by way of a library. */
export const openTelegram = (options: TelegramOptions, library: Library): Messenger =>
  new Telegram(options, library)

class Telegram implements Messenger {
  readonly name = "telegram"
  readonly limits = telegramLimits
  readonly #options: TelegramOptions
  readonly #client: Client
  readonly #stopping = new AbortController()
  readonly #hosting: Hosting | null
  #self: Self | null = null
  #receiving: Promise<void> | null = null

  constructor(options: TelegramOptions, library: Library) {
    const { token, apiRoot = "https://api.telegram.org", proxy = null } = options
    this.#options = options
    const { host = null, log, wait = realWait } = options
    this.#hosting = host && new Hosting({ host, log, wait })
    this.#client = openClient({ token, apiRoot: apiRoot.replace(/\/+$/, ""), proxy }, library)
  }

  async self(): Promise<Self> {
    try {
      const me = await this.#client.call("getMe", {})
      this.#options.host?.meet(me)
      this.#self = { name: me.first_name, username: me.username, hearsGroups: me.can_read_all_group_messages }
      return this.#self
    } catch (fault) {
      throw isTokenWrong(fault) ? new Refused(WRONG_TOKEN) : read(fault)
    }
  }

  deepLink(code: string): string {
    if (!this.#self) throw new Error("ask who we are before making links")
    return `https://t.me/${this.#self.username}?start=${this.#hosting ? marked(code) : code}`
  }

  kindOf(chat: string): "private" | "group" {
    return chat.startsWith("-") ? "group" : "private"
  }

  async menu(entries: readonly MenuEntry[], language: string | null): Promise<void> {
    const scopes = [
      { type: "default", of: ["any"] },
      { type: "all_private_chats", of: ["any", "private"] },
      { type: "all_group_chats", of: ["any", "group"] },
    ] as const
    for (const { type, of } of scopes) {
      const ours = entries
        .filter(({ where }) => of.some((one) => one === where))
        .map(({ name, title }) => ({ command: name, description: title }))
      const commands = menuWith(this.#options.host ?? null, ours)
      const other = language === null ? {} : { language_code: language as LanguageCode }
      try {
        await this.#client.call("setMyCommands", { commands, scope: { type }, ...other })
      } catch (fault) {
        throw read(fault)
      }
    }
  }

  start(receive: (incoming: Incoming) => Promise<Receipt>): void {
    const { log } = this.#options
    const hosting = this.#hosting
    const intake = new Intake({
      translate: (update) => {
        const said = translate(update, { username: this.#self?.username ?? "", attach: this.#attach })
        const ours = said && hosting ? hosting.ours(said) : said
        return ours && unmarked(ours)
      },
      ...(hosting ? { passOn: (update: Update) => hosting.passOn(update) } : {}),
      receive,
      acknowledge: this.#acknowledge,
      report: (err, about) => log.error({ err }, about),
    })
    this.#receiving ??= this.#receive(intake)
  }

  async send(...[to, body, photo]: Parameters<Messenger["send"]>): Promise<{ readonly messageId: string }> {
    return { messageId: await send(this.#client.call, to, body, photo ?? null) }
  }

  edit(...[to, messageId, body]: Parameters<Messenger["edit"]>): Promise<void> {
    return edit(this.#client.call, to, messageId, body)
  }

  remove(chat: string, messageId: string): Promise<void> {
    return remove(this.#client.call, chat, messageId)
  }

  async stop(): Promise<void> {
    this.#stopping.abort()
    await this.#receiving
    await this.#hosting?.rest()
    this.#client.close()
  }

  #receive(intake: Intake): Promise<void> {
    const { log, fatal, wait = realWait, webhook: hook } = this.#options
    const { call } = this.#client
    const wanted = wantedWith(this.#options.host ?? null)
    const common = { log, fatal, wait, signal: this.#stopping.signal, intake }
    const know = async (): Promise<unknown> => this.#self ?? this.self()
    if (hook) {
      const announce = () =>
        call("setWebhook", { url: hook.url, secret_token: hook.secret, allowed_updates: wanted })
      return listen({ ...common, hook, prepare: know, announce })
    }
    // A webhook that somebody set keeps everything from us.
    const prepare = () => know().then(() => call("deleteWebhook", {}))
    return new Polling({ ...common, client: this.#client, wanted, prepare }).run()
  }

  /** Whoever pressed a button waits for this. That it came too late is known to happen. */
  readonly #acknowledge = (press: string, { toast, alert }: Receipt): void => {
    const said = toast === null ? {} : { text: split({ text: toast }, ROOM)[0].text, show_alert: alert }
    this.#client
      .call("answerCallbackQuery", { callback_query_id: press, ...said })
      .catch((fault: unknown) => {
        this.#options.log.warn(`a button press was not answered: ${read(fault).message}`)
      })
  }

  readonly #attach = ({ id, name, size }: { id: string; name: string; size: number }): Attachment => ({
    name,
    size,
    read: async () => {
      if (size > LARGEST_FILE) throw new Withheld("too-large")
      try {
        const { file_path: path } = await this.#client.call("getFile", { file_id: id })
        if (path === undefined) throw new Withheld("gone")
        return await this.#client.download(path)
      } catch (fault) {
        const meaning = read(fault)
        throw meaning instanceof Refused
          ? new Withheld(/too big/.test(meaning.message) ? "too-large" : "gone")
          : meaning
      }
    },
  })
}
