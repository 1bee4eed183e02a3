import type { Clock } from "../clock.ts"
import type { Files } from "./files.ts"
import { Impossible } from "./impossible.ts"
import type { Menu } from "./menu.ts"
import type { Queries } from "./queries.ts"
import type { Queue } from "./queue.ts"
import type { Chat, ForceReply, Message, Status, User } from "./shapes.ts"

export const phones = ["operator", "leader", "supervisor"] as const
export type Phone = (typeof phones)[number]

/** Somebody with a Telegram account. */
export interface Person {
  readonly user: User
  readonly label: string
  readonly phone: Phone | null
  /** Whether the bot may write to them: they have written first. */
  started: boolean
  blocked: boolean
  deactivated: boolean
}

export interface Kept {
  readonly message: Message
  /** Set when the message opens a reply on the phones it is meant for. */
  readonly ask: ForceReply | null
}

/** A chat: one person's private chat with the bot, or a group. */
export interface Room {
  readonly chat: Chat
  /** The people in it and what they are; the bot's own place is `bot`. */
  readonly members: Map<number, Status>
  bot: Status
  /** How many other bots listen here. */
  otherBots: number
  /** The bot that wrote last: it hears bare commands. */
  lastBot: number | null
  readonly topics: Map<number, string>
  readonly messages: Map<number, Kept>
  nextId: number
  /** The id under which the group goes on. */
  movedTo: number | null
}

/** Something the bot did that people can see. */
export interface Doing {
  readonly seq: number
  readonly at: number
  readonly kind: "sent" | "edited" | "deleted"
  readonly chat: number
  readonly message: number
  readonly text: string
}

/** What changed, for whoever watches. */
export type Change =
  | { readonly kind: "message"; readonly chat: number; readonly message: number }
  | { readonly kind: "removed"; readonly chat: number; readonly message: number }
  | { readonly kind: "rooms" }
  | { readonly kind: "menu" }
  | { readonly kind: "faults" }
  | { readonly kind: "turning"; readonly on: boolean }
  | { readonly kind: "typing"; readonly chat: number }
  | { readonly kind: "toast"; readonly who: number; readonly text: string; readonly alert: boolean }

export interface World {
  readonly clock: Clock
  readonly bot: User
  readonly token: string
  /** The address of the bot's page that the phones have a button for; null as long as it has none. */
  page: string | null
  /** Telegram's privacy mode: on, the bot hears commands and replies only. */
  privacy: boolean
  readonly people: Map<number, Person>
  readonly rooms: Map<number, Room>
  readonly queue: Queue
  readonly files: Files
  readonly menu: Menu
  readonly queries: Queries
  /** What the bot did, newest last; the oldest are forgotten. */
  doings: Doing[]
  doingCount: number
  readonly watchers: Set<(change: Change) => void>
}

/** Messages kept per chat. */
export const KEPT_MESSAGES = 2_000
const KEPT_DOINGS = 20_000

export const nowInSeconds = (world: World): number => Math.floor(world.clock.now() / 1_000)

export const tell = (world: World, change: Change): void => {
  for (const watcher of world.watchers) watcher(change)
}

export const createRoom = (chat: Chat, members: Iterable<readonly [number, Status]>, bot: Status): Room => ({
  chat,
  members: new Map(members),
  bot,
  otherBots: 0,
  lastBot: null,
  topics: new Map(),
  messages: new Map(),
  nextId: 1,
  movedTo: null,
})

/** Whether somebody with this status is in the chat. */
export const isPresent = (status: Status | undefined): boolean =>
  status === "member" || status === "administrator" || status === "creator"

export const isAdmin = (status: Status | undefined): boolean =>
  status === "administrator" || status === "creator"

export const personOf = (world: World, id: number): Person => {
  const person = world.people.get(id)
  if (person === undefined) throw new Impossible(`nobody here has the id ${String(id)}`)
  return person
}

/** The private chat of a person with the bot; it exists as soon as somebody looks. */
export const privateRoom = (world: World, person: Person): Room => {
  const { id, first_name, last_name, username } = person.user
  const known = world.rooms.get(id)
  if (known !== undefined) return known
  const chat: Chat = {
    id,
    type: "private",
    first_name,
    ...(last_name === undefined ? {} : { last_name }),
    ...(username === undefined ? {} : { username }),
  }
  const room = createRoom(chat, [[id, "member"]], "member")
  world.rooms.set(id, room)
  return room
}

/** The chat with this id, or the one it became. */
export const roomOf = (world: World, id: number): Room => {
  const person = world.people.get(id)
  const room = person ? privateRoom(world, person) : world.rooms.get(id)
  if (room === undefined) throw new Impossible(`there is no chat ${String(id)}`)
  return room.movedTo === null ? room : roomOf(world, room.movedTo)
}

/** Puts a message into a chat under the next id. */
export const post = (
  world: World,
  room: Room,
  content: Omit<Message, "message_id" | "chat" | "date">,
  ask: ForceReply | null = null,
): Message => {
  const message: Message = {
    message_id: room.nextId++,
    chat: room.chat,
    date: nowInSeconds(world),
    ...content,
  }
  room.messages.set(message.message_id, { message, ask })
  if (room.messages.size > KEPT_MESSAGES) {
    const oldest = room.messages.keys().next().value
    if (oldest !== undefined) room.messages.delete(oldest)
  }
  if (message.from?.is_bot === true && message.sender_chat === undefined) room.lastBot = message.from.id
  tell(world, { kind: "message", chat: room.chat.id, message: message.message_id })
  return message
}

/** Puts a changed message in the place of the old one. */
export const replace = (world: World, room: Room, message: Message): void => {
  const ask = room.messages.get(message.message_id)?.ask ?? null
  room.messages.set(message.message_id, { message, ask })
  tell(world, { kind: "message", chat: room.chat.id, message: message.message_id })
}

export const remove = (world: World, room: Room, id: number): void => {
  room.messages.delete(id)
  tell(world, { kind: "removed", chat: room.chat.id, message: id })
}

/** Notes what the bot did, so that a test can tell the expected from the unexpected. */
export const note = (world: World, kind: Doing["kind"], room: Room, message: number, text: string): void => {
  world.doingCount += 1
  const doing = { seq: world.doingCount, at: world.clock.now(), kind, chat: room.chat.id, message, text }
  world.doings.push(doing)
  if (world.doings.length > KEPT_DOINGS * 2) world.doings = world.doings.slice(-KEPT_DOINGS)
}

/** A message as it stands inside a reply to it: without what it replied to itself. */
export const quoted = (message: Message): Message => {
  const { reply_to_message: _deeper, ...rest } = message
  return rest
}
