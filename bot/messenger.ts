import type { Body } from "../rules/outgoing.ts"
import type { Instant } from "../rules/time.ts"

/** A chat as the messenger names it. */
export interface Place {
  /** The messenger's own id, nothing added: `-1001234`. */
  readonly id: string
  readonly kind: "private" | "group"
  readonly title: string
  readonly topic: string | null
}

/** Who wrote or pressed. */
export interface Sender {
  /** `telegram:1234` */
  readonly id: string
  readonly name: string
}

/** A file that came with a message; its bytes are fetched only when asked for. */
export interface Attachment {
  readonly name: string
  readonly size: number
  /** Throws `Withheld` when the messenger will not give it. */
  read(): Promise<Uint8Array>
}

interface Common {
  /** Identifies the update, so that a repeat is recognised: `telegram:867`. */
  readonly id: string
  readonly place: Place
}

/** What a messenger delivers, in words that every messenger has. */
export type Incoming = Common &
  (
    | {
        readonly kind: "message"
        /** Null when nobody can know who wrote: an anonymous administrator, a linked channel. */
        readonly sender: Sender | null
        readonly text: string
        readonly messageId: string
        /** The message this one replies to. */
        readonly replyTo: string | null
        readonly at: Instant
        readonly edited: boolean
        readonly forwarded: boolean
        readonly attachment: Attachment | null
        /** A photo, by the messenger's own name for it. */
        readonly photo?: string
      }
    | {
        readonly kind: "press"
        readonly sender: Sender
        /** What the button carries. */
        readonly press: string
        readonly messageId: string
      }
    | {
        /** The bot was added to or removed from a group, or a person blocked it or came back. */
        readonly kind: "membership"
        readonly sender: Sender | null
        readonly present: boolean
      }
    | {
        /** The chat goes on under another id. */
        readonly kind: "moved"
        readonly to: string
      }
  )

/** What the person who pressed a button sees at once. */
export interface Receipt {
  readonly toast: string | null
  /** True when the toast has to be closed by hand: a refusal. */
  readonly alert: boolean
  /** It is not for us, and nothing came of it: another bot on the same line may know what to do with it. */
  readonly passed?: true
}

/** Trying again is useless: blocked, kicked, never started, chat gone. */
export class Unreachable extends Error {}

/** Told to wait: everything pauses this long (milliseconds). */
export class Pause extends Error {
  readonly duration: number
  constructor(duration: number) {
    super(`told to wait ${String(duration)} ms`)
    this.duration = duration
  }
}

/** The chat goes on under another id; send there. */
export class Moved extends Error {
  readonly to: string
  constructor(to: string) {
    super(`chat moved to ${to}`)
    this.to = to
  }
}

/** The messenger will not take this message, but another to the same chat may pass: text too long, bad button. */
export class Refused extends Error {}

/** The messenger will not give a file. */
export class Withheld extends Error {
  readonly code: "too-large" | "gone"
  constructor(code: "too-large" | "gone") {
    super(`the messenger does not give the file: ${code}`)
    this.code = code
  }
}

/** The message that was to be edited is no longer there, or can no longer be edited. */
export class Gone extends Error {}

/** No answer came: it may have been delivered all the same. */
export class Doubtful extends Error {}

/** How many messages may leave. */
export interface Limits {
  readonly perSecond: number
  /** To one private chat, per second; short bursts pass. */
  readonly perChatSecond: number
  readonly chatBurst: number
  readonly perGroupMinute: number
  /** Characters (UTF-16 units) in one message. */
  readonly textLength: number
  /** The same, for the text under a file. */
  readonly captionLength: number
}

export interface Destination {
  readonly chat: string
  readonly kind: "private" | "group"
  readonly topic: string | null
  readonly replyTo: string | null
}

/** One command in the messenger's menu. */
export interface MenuEntry {
  readonly name: string
  readonly title: string
  readonly where: "private" | "group" | "any"
}

/** What the messenger says of the bot itself. */
export interface Self {
  readonly name: string
  readonly username: string
  /** False in Telegram's privacy mode: the bot hears commands and replies only. */
  readonly hearsGroups: boolean
}

/**
 * A chat system. Anything that `send`, `edit` and `remove` throw beside the classes above was certainly not delivered, and
 * may pass by itself.
 */
export interface Messenger {
  readonly name: string
  readonly limits: Limits
  /** Asks who we are; a wrong token throws `Refused` with one clear line. */
  self(): Promise<Self>
  /** A link that starts the bot with a one-time code. */
  deepLink(code: string): string
  /** Whether a chat is a private one, from its id alone. */
  kindOf(chat: string): Destination["kind"]
  /** Sets the menu for people of one language (`en`), or for everybody else (null). */
  menu(entries: readonly MenuEntry[], language: string | null): Promise<void>
  /** Receives until stopped. An update counts as received once `receive` has resolved; when it throws, it comes again. */
  start(receive: (incoming: Incoming) => Promise<Receipt>): void
  /** `photo` is the body's picture as PNG; where the chat takes none, the text goes alone. */
  send(to: Destination, body: Body, photo?: Uint8Array): Promise<{ readonly messageId: string }>
  edit(to: Destination, messageId: string, body: Body): Promise<void>
  remove(chat: string, messageId: string): Promise<void>
  /** Stops receiving; resolves once what was being received is finished. */
  stop(): Promise<void>
}
