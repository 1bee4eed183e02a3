import { leaveBot, memberOf } from "../world/groups.ts"
import { bytesOf, FETCHABLE } from "../world/files.ts"
import { isAdmin, isPresent, type Room, type World } from "../world/world.ts"
import type { Api, Method } from "./api.ts"
import { integer, type Params, text } from "./params.ts"
import { openPlace, placeOf } from "./places.ts"
import { badRequest } from "./refusal.ts"

const visible = (world: World, params: Params): Room => {
  const room = placeOf(world, params)
  return room.chat.type === "private" ? room : openPlace(world, params)
}

const getChat: Method = ({ world }, params) => {
  const room = visible(world, params)
  return {
    ...room.chat,
    accent_color_id: 0,
    max_reaction_count: 11,
    accepted_gift_types: {
      unlimited_gifts: false,
      limited_gifts: false,
      unique_gifts: false,
      premium_subscription: false,
      gifts_from_channels: false,
    },
  }
}

const groupOf = (world: World, params: Params): Room => {
  const room = visible(world, params)
  if (room.chat.type === "private") throw badRequest("there are no administrators in the private chat")
  return room
}

const getChatMember: Method = ({ world }, params) => {
  const room = visible(world, params)
  const id = integer(params, "user_id")
  if (id === world.bot.id) return memberOf(world.bot, room.bot)
  const person = id === null ? undefined : world.people.get(id)
  if (person === undefined) throw badRequest("invalid user_id specified")
  return memberOf(person.user, room.members.get(person.user.id) ?? "left")
}

const getChatAdministrators: Method = ({ world }, params) => {
  const room = groupOf(world, params)
  const people = [...room.members].flatMap(([id, status]) => {
    const person = world.people.get(id)
    return person && isAdmin(status) && !person.user.is_bot ? [memberOf(person.user, status)] : []
  })
  return isAdmin(room.bot) ? [...people, memberOf(world.bot, room.bot)] : people
}

const getChatMemberCount: Method = ({ world }, params) => {
  const room = visible(world, params)
  return [...room.members.values()].filter(isPresent).length + 1
}

const leaveChat: Method = ({ world }, params) => {
  leaveBot(world, openPlace(world, { ...params, fields: { chat_id: groupOf(world, params).chat.id } }))
  return true
}

const getFile: Method = ({ world }, params) => {
  const file = world.files.byId(text(params, "file_id"))
  if (file === null) throw badRequest("wrong file_id or the file is temporarily unavailable")
  const { file_id, file_unique_id, file_size } = file.document
  if (file_size > FETCHABLE) throw badRequest("file is too big")
  return { file_id, file_unique_id, file_size, file_path: file.path }
}

/** The bytes behind a file's path, if the bot may fetch them. */
export const download = ({ world }: Api, path: string): Uint8Array | null => {
  const file = world.files.byPath(path)
  return file === null || file.document.file_size > FETCHABLE ? null : bytesOf(file)
}

export const chats: Record<string, Method> = {
  getChat,
  getChatMember,
  getChatAdministrators,
  getChatMemberCount,
  leaveChat,
  getFile,
}
