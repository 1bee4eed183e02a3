import type { Message } from "./shapes.ts"
import { isPresent, type Room, type World } from "./world.ts"

/** Posts anonymously for administrators: nobody knows which. */
export const ANONYMOUS = {
  id: 1_087_968_824,
  is_bot: true,
  first_name: "Group",
  username: "GroupAnonymousBot",
} as const

const isService = (message: Message): boolean =>
  message.new_chat_members !== undefined ||
  message.left_chat_member !== undefined ||
  message.new_chat_title !== undefined ||
  message.migrate_to_chat_id !== undefined ||
  message.migrate_from_chat_id !== undefined ||
  message.forum_topic_created !== undefined

/** Whether a command in the message is meant for the bot: it is named, or it is the one that would be. */
const callsBot = (world: World, room: Room, message: Message): boolean => {
  const text = message.text ?? message.caption ?? ""
  const entities = message.entities ?? message.caption_entities ?? []
  return entities.some(({ type, offset, length }) => {
    if (type !== "bot_command") return false
    const [, addressee] = text.slice(offset, offset + length).split("@")
    return addressee === undefined
      ? room.lastBot === world.bot.id || room.otherBots === 0
      : addressee.toLowerCase() === world.bot.username?.toLowerCase()
  })
}

/** Whether Telegram lets the bot hear a message: everything in private, in groups what privacy mode leaves. */
export const hears = (world: World, room: Room, message: Message): boolean => {
  if (room.chat.type === "private") return true
  if (!isPresent(room.bot)) return false
  if (message.from?.is_bot === true && message.from.id !== ANONYMOUS.id) return isService(message)
  if (!world.privacy || room.bot === "administrator" || isService(message)) return true
  return message.reply_to_message?.from?.id === world.bot.id || callsBot(world, room, message)
}

/** Hands a message to the bot, if it may hear it. */
export const deliver = (
  world: World,
  room: Room,
  message: Message,
  kind: "message" | "edited_message" = "message",
): void => {
  if (hears(world, room, message)) world.queue.push(kind, message)
}
