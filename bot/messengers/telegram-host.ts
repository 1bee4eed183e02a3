import type { BotCommand, Message, Update, UserFromGetMe } from "grammy/types"
import { seconds } from "../../rules/time.ts"
import type { Log } from "../log.ts"
import type { Incoming } from "../messenger.ts"
import { WANTED } from "./telegram-incoming.ts"
import type { Wait } from "./telegram-patience.ts"

/** A bot that was there before, on the same token: it hears whatever Zhishou does not take. */
export interface Host {
  /** Its alone, and first in the menu. */
  readonly commands: readonly BotCommand[]
  /** The kinds of updates it wants to hear; none for what Telegram delivers unless told. */
  readonly updates: readonly string[]
  /** Learns who it is: what it asks by itself it asks once, and never again when that fails. */
  meet(me: UserFromGetMe): void
  /** Runs its handlers, which may throw, and may take their time. */
  hear(update: Update): Promise<unknown>
}

/** Telegram has room for so many commands. */
const MENU = 100
/** How long the host may work on an update before it is confirmed: a quick handler loses nothing, a slow one holds up nobody. */
const PATIENCE = seconds(1)
/** Tells the codes of our links from those of the host. */
const MARK = "zs-"
const CODE = /^\/start\s+(\S+)/

export const marked = (code: string): string => MARK + code

/** A message that starts with a code of ours, without the mark. */
export const unmarked = (incoming: Incoming): Incoming => {
  if (incoming.kind !== "message" || !CODE.exec(incoming.text)?.[1]?.startsWith(MARK)) return incoming
  return { ...incoming, text: incoming.text.replace(MARK, "") }
}

/** What to ask Telegram for, so that the host hears what it wants too. */
export const wantedWith = (host: Host | null): readonly (typeof WANTED)[number][] =>
  host === null
    ? WANTED
    : host.updates.length === 0
      ? []
      : ([...new Set([...WANTED, ...host.updates])] as never)

/** The host's commands, and of ours those that it has not, as far as there is room. */
export const menuWith = (host: Host | null, ours: readonly BotCommand[]): readonly BotCommand[] => {
  const theirs = host?.commands ?? []
  const free = ours.filter(({ command }) => theirs.every((other) => other.command !== command))
  return [...theirs, ...free].slice(0, MENU)
}

interface HostingOptions {
  readonly host: Host
  readonly log: Log
  readonly wait: Wait
}

/** Gives updates to the host: those of one chat in order. Nothing that happens there is felt here. */
export class Hosting {
  readonly #options: HostingOptions
  readonly #last = new Map<number, Promise<void>>()

  constructor(options: HostingOptions) {
    this.#options = options
  }

  /** What is said to us, or to nobody yet; null when it is the host's alone. */
  ours(incoming: Incoming): Incoming | null {
    if (incoming.kind !== "message") return incoming
    const code = CODE.exec(incoming.text)?.[1]
    if (code !== undefined) return code.startsWith(MARK) ? incoming : null
    const name = /^[/／](\w+)/.exec(incoming.text)?.[1]?.toLowerCase()
    return this.#options.host.commands.some(({ command }) => command === name) ? null : incoming
  }

  /** Resolves once the host is done with it, or soon at the latest; never rejects. */
  async passOn(update: Update): Promise<void> {
    const chat = chatOf(update)
    const heard = (this.#last.get(chat) ?? Promise.resolve()).then(() => this.#hear(update))
    this.#last.set(chat, heard)
    void heard.then(() => {
      if (this.#last.get(chat) === heard) this.#last.delete(chat)
    })
    await this.#patiently(heard)
  }

  /** Resolves once the host is done with everything, or soon at the latest. */
  async rest(): Promise<void> {
    await this.#patiently(Promise.all(this.#last.values()))
  }

  async #patiently(work: Promise<unknown>): Promise<void> {
    const done = new AbortController()
    await Promise.race([work, this.#options.wait(PATIENCE, done.signal).catch(() => undefined)])
    done.abort()
  }

  async #hear(update: Update): Promise<void> {
    try {
      await this.#options.host.hear(update)
    } catch (fault) {
      // Its text alone: what hangs on it knows the token, and all that was said.
      const said = fault instanceof Error ? fault.message : String(fault)
      this.#options.log.error(`the host bot failed on update ${update.update_id}: ${said}`)
    }
  }
}

/** The chat that an update belongs to; 0 for all that belong to none. */
const chatOf = (update: Update): number => {
  const { update_id: _id, ...contents } = update
  for (const content of Object.values(contents) as { chat?: Message["chat"]; message?: Message }[]) {
    const chat = content.chat ?? content.message?.chat
    if (chat) return chat.id
  }
  return 0
}
