import { detect } from "./entities.ts"
import { ANONYMOUS, deliver } from "./hearing.ts"
import { Impossible } from "./impossible.ts"
import type { Message, Origin, User } from "./shapes.ts"
import {
  isAdmin,
  isPresent,
  nowInSeconds,
  type Person,
  personOf,
  post,
  quoted,
  remove,
  replace,
  type Room,
  roomOf,
  type World,
} from "./world.ts"

/** Telegram's apps cut a longer text into several messages. */
const LONGEST = 4_096

export interface Upload {
  readonly name: string
  /** The file itself, or how large it would be (it reads as zeros). */
  readonly content: Uint8Array | number
}

export interface Saying {
  readonly who: number
  /** Left out: the person's private chat with the bot. */
  readonly chat?: number | undefined
  readonly text?: string | undefined
  readonly replyTo?: number | undefined
  readonly topic?: number | undefined
  /** As an administrator who posts in the group's name. */
  readonly anonymous?: boolean | undefined
  readonly file?: Upload | undefined
  /** A photo, with the text below it. */
  readonly photo?: Uint8Array | undefined
}

/** The person and the chat, if that person can write there now. */
export const enter = (world: World, who: number, chat = who): { person: Person; room: Room } => {
  const person = personOf(world, who)
  const room = roomOf(world, chat)
  if (person.deactivated) throw new Impossible(`${person.user.first_name} has deleted the account`)
  if (!isPresent(room.members.get(who))) throw new Impossible(`${person.user.first_name} is not in that chat`)
  if (room.chat.type === "private" && person.blocked) {
    throw new Impossible(`${person.user.first_name} has blocked the bot: unblock first`)
  }
  return { person, room }
}

/** Somebody deletes a message: what stands in their private chat, their own in a group, and an administrator anything. */
export const erase = (
  world: World,
  { who, chat, message }: { who: number; chat?: number | undefined; message: number },
): void => {
  const { person, room } = enter(world, who, chat)
  const { from } = messageIn(room, message)
  if (room.chat.type !== "private" && from?.id !== who && !isAdmin(room.members.get(who)))
    throw new Impossible(`${person.user.first_name} may not delete that message`)
  remove(world, room, message)
}

export const messageIn = (room: Room, id: number): Message => {
  const kept = room.messages.get(id)
  if (kept === undefined) throw new Impossible(`there is no message ${String(id)} in that chat`)
  return kept.message
}

const cut = (text: string): string[] =>
  text.length <= LONGEST
    ? [text]
    : Array.from({ length: Math.ceil(text.length / LONGEST) }, (_, i) =>
        text.slice(i * LONGEST, (i + 1) * LONGEST),
      )

const author = (
  person: Person,
  room: Room,
  anonymous: boolean,
): { from: User } | Pick<Message, "from" | "sender_chat"> => {
  if (!anonymous) return { from: person.user }
  if (room.chat.type !== "supergroup" && room.chat.type !== "group")
    throw new Impossible("a private chat has no administrators")
  if (!isAdmin(room.members.get(person.user.id))) {
    throw new Impossible(`${person.user.first_name} is no administrator there`)
  }
  return { from: ANONYMOUS, sender_chat: room.chat }
}

const thread = (
  room: Room,
  topic: number | undefined,
): Pick<Message, "message_thread_id" | "is_topic_message"> => {
  if (topic === undefined) return {}
  if (!room.topics.has(topic)) throw new Impossible(`there is no topic ${String(topic)} in that chat`)
  return { message_thread_id: topic, is_topic_message: true }
}

const worded = (key: "text" | "caption", text: string): Partial<Message> => {
  const entities = detect(text)
  if (key === "caption")
    return { caption: text, ...(entities.length > 0 ? { caption_entities: entities } : {}) }
  return { text, ...(entities.length > 0 ? { entities } : {}) }
}

/** Somebody writes; gives back the id of the message (of the last one, when the app had to cut the text). */
export const say = (world: World, saying: Saying): number => {
  const { person, room } = enter(world, saying.who, saying.chat)
  const replied = saying.replyTo === undefined ? null : quoted(messageIn(room, saying.replyTo))
  const common = {
    ...author(person, room, saying.anonymous ?? false),
    // An answer stays in the topic of what it answers.
    ...thread(room, saying.topic ?? replied?.message_thread_id),
    ...(replied === null ? {} : { reply_to_message: replied }),
  }
  const text = saying.text?.trim() ?? ""
  if (text === "" && saying.file === undefined && saying.photo === undefined)
    throw new Impossible("there is nothing to send")
  if (room.chat.type === "private") person.started = true
  if (saying.file !== undefined) {
    const { name, content } = saying.file
    const document = world.files.keep(
      name,
      typeof content === "number" ? { size: content } : { bytes: content },
    )
    const message = post(world, room, {
      ...common,
      document,
      ...(text === "" ? {} : worded("caption", text)),
    })
    deliver(world, room, message)
    return message.message_id
  }
  if (saying.photo !== undefined) {
    const kept = world.files.keep("photo.png", { bytes: saying.photo })
    const { file_id, file_unique_id, file_size } = kept
    const shown = {
      photo: [{ file_id, file_unique_id, file_size, width: 90, height: 60 }],
      ...(text === "" ? {} : worded("caption", text)),
    }
    const message = post(world, room, { ...common, ...shown })
    deliver(world, room, message)
    return message.message_id
  }
  let id = 0
  for (const piece of cut(text)) {
    const message = post(world, room, { ...common, ...worded("text", piece) })
    deliver(world, room, message)
    id = message.message_id
  }
  return id
}

/** Somebody changes a message of their own. */
export const edit = (
  world: World,
  change: { who: number; chat?: number | undefined; message: number; text: string },
): void => {
  const { person, room } = enter(world, change.who, change.chat)
  const old = messageIn(room, change.message)
  if (old.from?.id !== person.user.id) throw new Impossible("only the author can change a message")
  const { entities: _entities, caption_entities: _captionEntities, ...rest } = old
  const message: Message = {
    ...rest,
    ...worded(old.document === undefined ? "text" : "caption", change.text.trim()),
    edit_date: nowInSeconds(world),
  }
  replace(world, room, message)
  deliver(world, room, message, "edited_message")
}

/** Somebody passes a message on to another chat; gives back its id there. */
export const forward = (
  world: World,
  way: { who: number; from?: number | undefined; message: number; to?: number | undefined },
): number => {
  const source = enter(world, way.who, way.from)
  const { person, room } = enter(world, way.who, way.to)
  const { date, from, sender_chat, forward_origin, ...passed } = messageIn(source.room, way.message)
  const { text, entities, caption, caption_entities, document, photo } = passed
  const origin: Origin =
    forward_origin ??
    (sender_chat === undefined
      ? { type: "user", date, sender_user: from ?? person.user }
      : { type: "chat", date, sender_chat })
  if (room.chat.type === "private") person.started = true
  const message = post(world, room, {
    from: person.user,
    forward_origin: origin,
    ...(text === undefined ? {} : { text }),
    ...(entities === undefined ? {} : { entities }),
    ...(caption === undefined ? {} : { caption }),
    ...(caption_entities === undefined ? {} : { caption_entities }),
    ...(document === undefined ? {} : { document }),
    ...(photo === undefined ? {} : { photo }),
  })
  deliver(world, room, message)
  return message.message_id
}

const LINK = /^(?:https?:\/\/)?t\.me\/([A-Za-z]\w{3,31})(?:\?start=([A-Za-z0-9_-]{1,64}))?$/

/** Somebody opens a `t.me` link to the bot and presses START; gives back the id of the message that sends. */
export const openLink = (world: World, who: number, link: string): number => {
  const [, username, code] = LINK.exec(link.trim()) ?? []
  if (username?.toLowerCase() !== world.bot.username?.toLowerCase()) {
    throw new Impossible(`not a link to @${world.bot.username ?? "the bot"}: ${link}`)
  }
  return say(world, { who, text: code === undefined ? "/start" : `/start ${code}` })
}
