import type { Counts } from "./api/api.ts"
import type { Fault } from "./api/faults.ts"
import type { Clock } from "./clock.ts"
import type { Watch } from "./watch.ts"
import type { Command } from "./world/menu.ts"
import type { Saying } from "./world/people.ts"
import type { Press } from "./world/pressing.ts"
import type { Answer } from "./world/queries.ts"
import type { Asking, Phones, Shown } from "./world/showing.ts"
import type { Change, Doing } from "./world/world.ts"

/** Whom, or where: a person's id, a group's id; a chat left out is the person's private chat with the bot. */
type At<T> = T & { readonly who: number }

export interface FaultState {
  readonly waiting: readonly Fault[]
  readonly unreachableUntil: number
}

export interface Tally extends Readonly<Counts> {
  /** Updates the bot has not confirmed. */
  readonly pending: number
  /** Whether a poll waits right now. */
  readonly listening: boolean
  /** Whether the bot has been heard of lately. */
  readonly online: boolean
  readonly webhookFailures: number
}

/** A Telegram of one's own, with people whose phones one holds. What cannot be done throws `Impossible`. */
export interface Playground {
  /** The page, and below it the Bot API (`apiRoot`) and the control interface (`/control/`). */
  readonly url: string
  readonly port: number
  /** For grammY's `client.apiRoot`. */
  readonly apiRoot: string
  readonly token: string
  readonly bot: Phones["bot"]
  readonly clock: Clock
  /** Lends the playground a view of the bot, so that it knows when the bot has finished. */
  watch(watch: Watch | null): void

  /** Gives back the message's id. */
  say(saying: Saying): number
  edit(change: At<{ chat?: number | undefined; message: number; text: string }>): void
  /** Deletes a message; the bot is told nothing. */
  erase(way: At<{ chat?: number | undefined; message: number }>): void
  forward(way: At<{ from?: number | undefined; message: number; to?: number | undefined }>): number
  /** Resolves with what the bot answered, or with silence once it has finished without an answer. */
  press(press: Press): Promise<Answer>
  openLink(open: At<{ link: string }>): number
  /** Gives the phones a button for the bot's page, or takes it away. */
  offer(page: string | null): void
  /** The address under which somebody's phone opens a page: the bot's own, or the one a button names. */
  openPage(open: At<{ page?: string | undefined }>): string
  channelPost(post: { chat: number; text: string }): number

  join(way: At<{ chat: number; by?: number | undefined }>): void
  leave(way: At<{ chat: number; by?: number | undefined }>): void
  addBot(way: At<{ chat: number }>): void
  kickBot(way: At<{ chat: number }>): void
  promote(way: { by: number; chat: number; who?: number | undefined; admin: boolean }): void
  block(who: number): void
  unblock(who: number): void
  deactivate(who: number, deactivated?: boolean): void
  /** Makes a group a supergroup; gives back its new id. */
  migrate(way: At<{ chat: number }>): number
  openTopic(way: At<{ chat: number; name: string }>): number
  setPrivacy(on: boolean): void
  privacy(): boolean

  transcript(asking: Asking): readonly Shown[]
  menu(asking: At<{ chat?: number | undefined }>): readonly Command[]
  phones(): Phones
  /** The bytes of a file that a message carries; null when it is kept no longer. */
  file(id: string): { readonly name: string; readonly bytes: Uint8Array } | null
  /** What the bot sent, edited and deleted after the given `seq`, oldest first. */
  doings(after?: number): readonly Doing[]

  fault(fault: Fault): void
  /** Nothing gets through for so long, by the playground's clock; 0 ends it. */
  unreachable(duration: number): void
  repeatUpdates(count: number): void
  jumpUpdateId(by: number): void
  clearFaults(): void
  faults(): FaultState
  counts(): Tally

  /** Resolves once the bot has confirmed every update and has nothing left to do; rejects after `patience` real milliseconds. */
  settled(patience?: number): Promise<void>
  /** Turns the clock forward to an instant, letting the bot work at every moment at which something is due. */
  turn(to: number): Promise<void>
  turning(): boolean
  /** The next thing due, by the clock; null when nothing waits or nobody knows. */
  nextDue(): Promise<number | null>
  onChange(listener: (change: Change) => void): () => void
  readonly close: () => Promise<void>
}

/** The playground without its server: what the control interface drives. */
export type Driven = Omit<Playground, "url" | "port" | "apiRoot" | "close">
