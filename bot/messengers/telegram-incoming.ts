import type { CallbackQuery, Chat, ChatMember, Message, Update, User } from "grammy/types"
import { looksLikePassword } from "../../rules/secret.ts"
import { seconds } from "../../rules/time.ts"
import type { Attachment, Incoming, Place, Sender } from "../messenger.ts"

/** What the bot asks Telegram to deliver, said at each start: the last wish sticks. */
export const WANTED = ["message", "edited_message", "callback_query", "my_chat_member"] as const

/** Who a group administrator is who writes without showing who they are. */
const ANONYMOUS_ADMINISTRATOR = 1087968824
/** In whose name a linked channel's posts appear. */
const TELEGRAM_ITSELF = 777000

const COMMAND = /^([/／][^\s@/／]*)@(\w+)/

export interface Translation {
  /** The bot's own user name: commands for other bots are not for us. */
  readonly username: string
  /** Makes an attachment of a document. */
  readonly attach: (document: { id: string; name: string; size: number }) => Attachment
}

/** What an update says in words that every messenger has; null when it is not for us. */
export const translate = (update: Update, terms: Translation): Incoming | null => {
  const id = `telegram:${update.update_id}`
  if (update.message) return message(id, update.message, false, terms)
  if (update.edited_message) return message(id, update.edited_message, true, terms)
  if (update.callback_query) return press(id, update.callback_query)
  if (update.my_chat_member) {
    const { chat, from, new_chat_member: member } = update.my_chat_member
    const place = placeOf(chat, null)
    return place && { id, place, kind: "membership", sender: senderOf(from), present: isPresent(member) }
  }
  return null
}

const placeOf = (chat: Chat, topic: number | null): Place | null => {
  if (chat.type === "channel") return null
  const kind = chat.type === "private" ? "private" : "group"
  const title = chat.type === "private" ? nameOf(chat) : chat.title
  return { id: String(chat.id), kind, title, topic: topic === null ? null : String(topic) }
}

const topicOf = (said: Message): number | null =>
  said.is_topic_message === true ? (said.message_thread_id ?? null) : null

const nameOf = ({ first_name, last_name }: { first_name: string; last_name?: string }): string =>
  `${first_name} ${last_name ?? ""}`.trim()

const senderOf = (user: User): Sender | null =>
  user.is_bot || user.id === TELEGRAM_ITSELF ? null : { id: `telegram:${user.id}`, name: nameOf(user) }

/** Whoever speaks as a group or channel shows no person, whatever the update says. */
const authorOf = ({ from, sender_chat }: Message): Sender | null =>
  from && sender_chat === undefined ? senderOf(from) : null

const isOtherBot = ({ from, sender_chat }: Message): boolean =>
  from?.is_bot === true && sender_chat === undefined && from.id !== ANONYMOUS_ADMINISTRATOR

/** The text without the mention of this bot; null when it is a command for another, and no password is in it. */
const textFor = (text: string, username: string): string | null => {
  const [, command = "", bot] = COMMAND.exec(text) ?? []
  if (bot === undefined) return text
  if (bot.toLowerCase() !== username.toLowerCase()) return looksLikePassword(text) ? text : null
  return command + text.slice(command.length + 1 + bot.length)
}

/** In a topic, a message that answers nothing seems to answer the topic's first. */
const answeredBy = (said: Message): string | null => {
  const answered = said.reply_to_message
  if (!answered || answered.forum_topic_created || answered.message_id === topicOf(said)) return null
  return String(answered.message_id)
}

const message = (id: string, said: Message, edited: boolean, terms: Translation): Incoming | null => {
  const place = placeOf(said.chat, topicOf(said))
  if (!place) return null
  if (said.migrate_to_chat_id !== undefined) {
    return { id, place, kind: "moved", to: String(said.migrate_to_chat_id) }
  }
  if (said.migrate_from_chat_id !== undefined) {
    return { id, place: { ...place, id: String(said.migrate_from_chat_id) }, kind: "moved", to: place.id }
  }
  const text = textFor(said.text ?? said.caption ?? "", terms.username)
  const { document } = said
  // The last one is the largest.
  const photo = said.photo?.at(-1)?.file_id
  if (text === null || (text === "" && !document && photo === undefined) || isOtherBot(said)) return null
  return {
    id,
    place,
    kind: "message",
    sender: authorOf(said),
    text,
    messageId: String(said.message_id),
    replyTo: answeredBy(said),
    at: seconds(said.date),
    edited,
    forwarded: said.forward_origin !== undefined || said.is_automatic_forward === true,
    ...(photo === undefined ? {} : { photo }),
    attachment: document
      ? terms.attach({
          id: document.file_id,
          name: document.file_name ?? "",
          size: document.file_size ?? 0,
        })
      : null,
  }
}

/** A press says who pressed, even when an anonymous administrator did. */
const press = (id: string, { from, message: card, data }: CallbackQuery): Incoming | null => {
  const place = card ? placeOf(card.chat, card.date === 0 ? null : topicOf(card)) : null
  const sender = senderOf(from)
  if (!card || !place || !sender || data === undefined) return null
  return { id, place, kind: "press", sender, press: data, messageId: String(card.message_id) }
}

const isPresent = (member: ChatMember): boolean =>
  member.status === "restricted" ? member.is_member : member.status !== "left" && member.status !== "kicked"
