import { ANONYMOUS, deliver } from "./hearing.ts"
import { Impossible } from "./impossible.ts"
import { enter } from "./people.ts"
import type { ChatMember, Message, Status, User } from "./shapes.ts"
import {
  createRoom,
  isAdmin,
  isPresent,
  nowInSeconds,
  type Person,
  personOf,
  post,
  privateRoom,
  type Room,
  roomOf,
  tell,
  type World,
} from "./world.ts"

const RIGHTS = {
  can_be_edited: false,
  is_anonymous: false,
  can_manage_chat: true,
  can_delete_messages: true,
  can_manage_video_chats: false,
  can_restrict_members: false,
  can_promote_members: false,
  can_change_info: false,
  can_invite_users: true,
  can_post_stories: false,
  can_edit_stories: false,
  can_delete_stories: false,
  can_pin_messages: true,
}

/** A membership as Telegram words it. */
export const memberOf = (user: User, status: Status): ChatMember => {
  if (status === "administrator") return { status, user, ...RIGHTS }
  if (status === "creator") return { status, user, is_anonymous: false }
  if (status === "kicked") return { status, user, until_date: 0 }
  return { status, user }
}

const groupOf = (world: World, id: number): Room => {
  const room = roomOf(world, id)
  if (room.chat.type === "private") throw new Impossible("that is a private chat, not a group")
  return room
}

const announce = (
  world: World,
  room: Room,
  content: Omit<Message, "message_id" | "chat" | "date">,
): Message => {
  const message = post(world, room, content)
  deliver(world, room, message)
  return message
}

const changeBot = (world: World, room: Room, by: User, to: Status): void => {
  const from = room.bot
  room.bot = to
  world.queue.push("my_chat_member", {
    chat: room.chat,
    from: by,
    date: nowInSeconds(world),
    old_chat_member: memberOf(world.bot, from),
    new_chat_member: memberOf(world.bot, to),
  })
  tell(world, { kind: "rooms" })
}

/** Changes what a person is in a group; a bot that is administrator there hears of it. */
const changePerson = (world: World, room: Room, by: User, person: Person, to: Status): void => {
  const from = room.members.get(person.user.id) ?? "left"
  room.members.set(person.user.id, to)
  if (person.user.is_bot) room.otherBots += Number(isPresent(to)) - Number(isPresent(from))
  if (room.bot === "administrator") {
    world.queue.push("chat_member", {
      chat: room.chat,
      from: by,
      date: nowInSeconds(world),
      old_chat_member: memberOf(person.user, from),
      new_chat_member: memberOf(person.user, to),
    })
  }
  tell(world, { kind: "rooms" })
}

/** Somebody comes into a group: by themselves, or brought by `by`. */
export const join = (
  world: World,
  { who, chat, by = who }: { who: number; chat: number; by?: number | undefined },
): void => {
  const room = groupOf(world, chat)
  const person = personOf(world, who)
  if (isPresent(room.members.get(who))) throw new Impossible(`${person.user.first_name} is there already`)
  const bringer = personOf(world, by).user
  changePerson(world, room, bringer, person, "member")
  announce(world, room, { from: bringer, new_chat_members: [person.user] })
}

/** Somebody goes, or is put out by `by`. */
export const leave = (
  world: World,
  { who, chat, by = who }: { who: number; chat: number; by?: number | undefined },
): void => {
  const { person, room } = enter(world, who, groupOf(world, chat).chat.id)
  const remover = personOf(world, by).user
  changePerson(world, room, remover, person, by === who ? "left" : "kicked")
  announce(world, room, { from: remover, left_chat_member: person.user })
}

export const addBot = (world: World, { who, chat }: { who: number; chat: number }): void => {
  const { person, room } = enter(world, who, groupOf(world, chat).chat.id)
  if (isPresent(room.bot)) throw new Impossible("the bot is there already")
  changeBot(world, room, person.user, "member")
  announce(world, room, { from: person.user, new_chat_members: [world.bot] })
}

export const kickBot = (world: World, { who, chat }: { who: number; chat: number }): void => {
  const { person, room } = enter(world, who, groupOf(world, chat).chat.id)
  if (!isPresent(room.bot)) throw new Impossible("the bot is not there")
  post(world, room, { from: person.user, left_chat_member: world.bot })
  changeBot(world, room, person.user, "kicked")
}

/** The bot goes by itself. */
export const leaveBot = (world: World, room: Room): void => {
  post(world, room, { from: world.bot, left_chat_member: world.bot })
  changeBot(world, room, world.bot, "left")
}

/** Makes somebody (or the bot, when `who` is left out) an administrator, or no longer one. */
export const promote = (
  world: World,
  { by, chat, who, admin }: { by: number; chat: number; who?: number | undefined; admin: boolean },
): void => {
  const { person, room } = enter(world, by, groupOf(world, chat).chat.id)
  const status = admin ? "administrator" : "member"
  if (who === undefined) {
    changeBot(world, room, person.user, status)
    return
  }
  const promoted = enter(world, who, chat).person
  if (isAdmin(room.members.get(who)) !== admin) changePerson(world, room, person.user, promoted, status)
}

/** Somebody blocks the bot, or lets it write again. */
export const block = (world: World, { who, blocked }: { who: number; blocked: boolean }): void => {
  const person = personOf(world, who)
  if (person.blocked === blocked) return
  person.blocked = blocked
  if (!blocked) person.started = true
  const room = privateRoom(world, person)
  changeBot(world, room, person.user, blocked ? "kicked" : "member")
}

/** Somebody deletes their Telegram account, or has it back. */
export const deactivate = (
  world: World,
  { who, deactivated }: { who: number; deactivated: boolean },
): void => {
  personOf(world, who).deactivated = deactivated
  tell(world, { kind: "rooms" })
}

/** The group becomes a supergroup: a new id, new message numbers, and the old id answers no more. */
export const migrate = (world: World, { who, chat }: { who: number; chat: number }): number => {
  const { person, room } = enter(world, who, groupOf(world, chat).chat.id)
  if (room.chat.type !== "group") throw new Impossible("that group is a supergroup already")
  const id = -1_002_000_000_000 - world.rooms.size
  const { title = "" } = room.chat
  const next = createRoom({ id, type: "supergroup", title }, room.members, room.bot)
  next.otherBots = room.otherBots
  world.rooms.set(id, next)
  announce(world, room, { from: person.user, migrate_to_chat_id: id })
  room.movedTo = id
  announce(world, next, { from: ANONYMOUS, sender_chat: next.chat, migrate_from_chat_id: room.chat.id })
  tell(world, { kind: "rooms" })
  return id
}

/** Opens a topic in a forum; gives back its thread id. */
export const openTopic = (
  world: World,
  { who, chat, name }: { who: number; chat: number; name: string },
): number => {
  const { person, room } = enter(world, who, groupOf(world, chat).chat.id)
  if (room.chat.is_forum !== true) throw new Impossible("that group has no topics")
  const topic = room.nextId
  room.topics.set(topic, name)
  announce(world, room, {
    from: person.user,
    message_thread_id: topic,
    is_topic_message: true,
    forum_topic_created: { name, icon_color: 7_322_096 },
  })
  return topic
}

const CHANNEL_POSTER = { id: 777_000, is_bot: false, first_name: "Telegram" } as const

/** A post of the linked channel appears in the group by itself. */
export const channelPost = (world: World, { chat, text }: { chat: number; text: string }): number => {
  const room = groupOf(world, chat)
  const channel = { id: -1_009_000_000_001, type: "channel", title: room.chat.title ?? "" } as const
  const date = nowInSeconds(world)
  return announce(world, room, {
    from: CHANNEL_POSTER,
    sender_chat: channel,
    is_automatic_forward: true,
    forward_origin: { type: "channel", date, chat: channel, message_id: 1 },
    text,
  }).message_id
}
