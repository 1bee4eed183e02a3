import type { Entity, Message, User } from "./shapes.ts"
import { Impossible } from "./impossible.ts"
import {
  isAdmin,
  isPresent,
  type Kept,
  type Person,
  personOf,
  privateRoom,
  type Room,
  roomOf,
  type World,
} from "./world.ts"
import type { Command } from "./menu.ts"

/** A message as a phone shows it. */
export interface Shown {
  readonly id: number
  /** Milliseconds since 1970-01-01 UTC, by the playground's clock. */
  readonly at: number
  /** Null for an anonymous administrator: the group itself speaks. */
  readonly from: { readonly id: number; readonly name: string; readonly isBot: boolean } | null
  readonly text: string
  readonly entities: readonly Entity[]
  readonly edited: boolean
  readonly replyTo: number | null
  /** What the message replied to said, if it was still there. */
  readonly replyText: string | null
  readonly topic: number | null
  readonly buttons: readonly (readonly {
    readonly label: string
    readonly data: string | null
    readonly url: string | null
    /** The address of a page that opens within the phone. */
    readonly page: string | null
  }[])[]
  readonly file: { readonly id: string; readonly name: string; readonly size: number } | null
  readonly picture: { readonly id: string; readonly width: number; readonly height: number } | null
  /** From whom it was passed on. */
  readonly forwarded: string | null
  /** Set when the person looking is asked to reply; with the hint in the field. */
  readonly asks: { readonly hint: string } | null
  /** Something that happened rather than was said. */
  readonly service: { readonly kind: "joined" | "left" | "moved" | "topic"; readonly name: string } | null
}

export const nameOf = (user: User): string => [user.first_name, user.last_name].filter(Boolean).join(" ")

const service = (message: Message): Shown["service"] => {
  if (message.new_chat_members)
    return { kind: "joined", name: message.new_chat_members.map(nameOf).join("、") }
  if (message.left_chat_member) return { kind: "left", name: nameOf(message.left_chat_member) }
  if (message.migrate_to_chat_id !== undefined || message.migrate_from_chat_id !== undefined) {
    return { kind: "moved", name: message.chat.title ?? "" }
  }
  return message.forum_topic_created ? { kind: "topic", name: message.forum_topic_created.name } : null
}

const origin = (message: Message): string | null => {
  const from = message.forward_origin
  if (from === undefined) return null
  if (from.type === "user") return nameOf(from.sender_user)
  return (from.type === "chat" ? from.sender_chat : from.chat).title ?? ""
}

const asked = ({ message, ask }: Kept, viewer: number | null): Shown["asks"] => {
  if (ask === null) return null
  const named = message.entities?.some((entity) => entity.user?.id === viewer) ?? false
  const isTheirs = ask.selective !== true || named || message.reply_to_message?.from?.id === viewer
  return isTheirs ? { hint: ask.input_field_placeholder ?? "" } : null
}

/** A message as `viewer` sees it. */
export const show = (kept: Kept, viewer: number | null): Shown => {
  const { message } = kept
  const { from, sender_chat, document, photo, reply_to_message: replied } = message
  const size = photo?.at(-1)
  return {
    id: message.message_id,
    at: message.date * 1_000,
    from: from && !sender_chat ? { id: from.id, name: nameOf(from), isBot: from.is_bot } : null,
    text: message.text ?? message.caption ?? "",
    entities: message.entities ?? message.caption_entities ?? [],
    edited: message.edit_date !== undefined,
    replyTo: replied?.message_id ?? null,
    replyText: replied ? (replied.text ?? replied.caption ?? replied.document?.file_name ?? "") : null,
    topic: message.message_thread_id ?? null,
    buttons: (message.reply_markup?.inline_keyboard ?? []).map((row) =>
      row.map(({ text, callback_data, url, web_app }) => ({
        label: text,
        data: callback_data ?? null,
        url: url ?? null,
        page: web_app?.url ?? null,
      })),
    ),
    file: document ? { id: document.file_id, name: document.file_name, size: document.file_size } : null,
    picture: size ? { id: size.file_id, width: size.width, height: size.height } : null,
    forwarded: origin(message),
    asks: asked(kept, viewer),
    service: service(message),
  }
}

export interface Asking {
  readonly chat: number
  readonly as?: number | undefined
  /** Only these messages, those that are gone left out. */
  readonly ids?: readonly number[] | undefined
  /** Only so many of the newest. */
  readonly last?: number | undefined
}

/** What a person sees in a chat, oldest first; without a person, everything there is. */
export const transcript = (world: World, { chat, as, ids, last }: Asking): readonly Shown[] => {
  const room = roomOf(world, chat)
  if (as !== undefined && !isPresent(room.members.get(as))) {
    throw new Impossible(`${nameOf(personOf(world, as).user)} is not in that chat`)
  }
  const viewer = as ?? null
  if (ids !== undefined) {
    return ids.flatMap((id) => {
      const kept = room.messages.get(id)
      return kept ? [show(kept, viewer)] : []
    })
  }
  const all = [...room.messages.values()]
  return (last === undefined ? all : all.slice(-last)).map((kept) => show(kept, viewer))
}

export interface ShownRoom {
  readonly id: number
  readonly title: string
  readonly kind: string
  readonly members: readonly { readonly id: number; readonly status: string }[]
  readonly bot: string
  readonly topics: readonly { readonly id: number; readonly name: string }[]
}

const showRoom = (room: Room): ShownRoom => ({
  id: room.chat.id,
  title: room.chat.title ?? "",
  kind: room.chat.type,
  members: [...room.members].slice(0, 200).map(([id, status]) => ({ id, status })),
  bot: room.bot,
  topics: [...room.topics].map(([id, name]) => ({ id, name })),
})

export interface Phones {
  readonly bot: { readonly id: number; readonly name: string; readonly username: string }
  /** Whether the bot has a page of its own. */
  readonly hasPage: boolean
  readonly people: readonly (Pick<Person, "label" | "phone" | "started" | "blocked" | "deactivated"> & {
    readonly id: number
    readonly name: string
    readonly username: string | null
  })[]
  readonly groups: readonly ShownRoom[]
}

/** Who holds which phone, and which groups there are. */
export const phones = (world: World): Phones => ({
  bot: { id: world.bot.id, name: nameOf(world.bot), username: world.bot.username ?? "" },
  hasPage: world.page !== null,
  people: [...world.people.values()]
    .slice(0, 200)
    .map(({ user, label, phone, started, blocked, deactivated }) => ({
      id: user.id,
      name: nameOf(user),
      username: user.username ?? null,
      label,
      phone,
      started,
      blocked,
      deactivated,
    })),
  groups: [...world.rooms.values()]
    .filter((room) => room.chat.type !== "private" && room.movedTo === null)
    .slice(0, 100)
    .map(showRoom),
})

/** The menu that a person sees behind "/" in a chat. */
export const menuFor = (
  world: World,
  asking: { who: number; chat?: number | undefined },
): readonly Command[] => {
  const person = personOf(world, asking.who)
  const room = asking.chat === undefined ? privateRoom(world, person) : roomOf(world, asking.chat)
  if (room.chat.type !== "private" && !isPresent(room.bot)) return []
  return world.menu.shown({
    chat: room.chat.id,
    user: asking.who,
    language: person.user.language_code ?? "",
    isPrivate: room.chat.type === "private",
    isAdmin: isAdmin(room.members.get(asking.who)),
  })
}
