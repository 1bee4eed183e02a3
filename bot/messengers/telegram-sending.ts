import type { InlineKeyboardButton, MessageEntity } from "grammy/types"
import type { Body, Button } from "../../rules/outgoing.ts"
import type { Destination } from "../messenger.ts"
import { isNothingToRemove, isPictureRefused, isTopicGone, isUnchanged, read } from "./telegram-faults.ts"
import { type Call, Upload } from "./telegram-library.ts"

const keyOf = (button: Button): InlineKeyboardButton => {
  if ("press" in button) return { text: button.label, callback_data: button.press }
  if ("page" in button) return { text: button.label, web_app: { url: button.page } }
  return { text: button.label, url: button.url }
}

const keyboardOf = (buttons: Body["buttons"]): InlineKeyboardButton[][] =>
  (buttons ?? []).map((row) => row.map(keyOf))

const entitiesOf = (mentions: Body["mentions"]): MessageEntity[] =>
  (mentions ?? []).map(({ offset, length, user }) => ({
    type: "text_mention",
    offset,
    length,
    user: { id: Number(user.replace(/^telegram:/, "")), is_bot: false, first_name: "" },
  }))

/** Below a message: its buttons, or in a group a prompt to reply for the one who is asked. */
const markupOf = (to: Destination, body: Body) => {
  if (body.buttons?.length) return { reply_markup: { inline_keyboard: keyboardOf(body.buttons) } }
  if (body.ask && to.kind === "group") {
    return { reply_markup: { force_reply: true as const, selective: to.replyTo !== null } }
  }
  return {}
}

const placeOf = (to: Destination, topic: string | null) => ({
  ...(topic === null ? {} : { message_thread_id: Number(topic) }),
  ...(to.replyTo === null
    ? {}
    : { reply_parameters: { message_id: Number(to.replyTo), allow_sending_without_reply: true } }),
})

const PLAIN = { link_preview_options: { is_disabled: true } }

/** What is sent: a body, and its picture as PNG. */
interface Letter {
  readonly body: Body
  readonly photo: Uint8Array | null
}

const sendTo = async (
  call: Call,
  to: Destination,
  topic: string | null,
  { body, photo }: Letter,
): Promise<string> => {
  const entities = entitiesOf(body.mentions)
  const other = { chat_id: to.chat, ...placeOf(to, topic), ...markupOf(to, body) }
  const caption = body.text === "" ? {} : { caption: body.text, caption_entities: entities }
  const { file } = body
  const shown = body.photo ?? (photo && new Upload("picture.png", photo))
  const sending = (): Promise<{ readonly message_id: number }> => {
    if (file) {
      const document = new Upload(file.name, Buffer.from(file.base64, "base64"))
      return call("sendDocument", { ...other, document, ...caption })
    }
    if (shown) return call("sendPhoto", { ...other, photo: shown, ...caption })
    return call("sendMessage", { ...other, text: body.text, ...PLAIN, entities })
  }
  return String((await sending()).message_id)
}

/** Sends; a chat that takes no pictures, or not this one, gets the text alone. */
const sendShown = async (
  call: Call,
  to: Destination,
  topic: string | null,
  letter: Letter,
): Promise<string> => {
  try {
    return await sendTo(call, to, topic, letter)
  } catch (fault) {
    if ((letter.photo === null && letter.body.photo === undefined) || !isPictureRefused(fault)) throw fault
  }
  const { photo: _sent, ...body } = letter.body
  const text = body.text === "" ? (body.picture?.alt ?? "") : body.text
  return sendTo(call, to, topic, { body: { ...body, text }, photo: null })
}

/** Sends; a topic that is gone is no reason to be silent: then it goes to the group itself. */
export const send = async (
  call: Call,
  to: Destination,
  body: Body,
  photo: Uint8Array | null,
): Promise<string> => {
  const letter = { body, photo }
  try {
    return await sendShown(call, to, to.topic, letter)
  } catch (fault) {
    if (to.topic === null || !isTopicGone(fault)) throw read(fault)
  }
  try {
    return await sendShown(call, to, null, letter)
  } catch (fault) {
    throw read(fault)
  }
}

/** Changes a message in place. That it stands so already is success. */
export const edit = async (call: Call, to: Destination, messageId: string, body: Body): Promise<void> => {
  try {
    await call("editMessageText", {
      chat_id: to.chat,
      message_id: Number(messageId),
      text: body.text,
      ...PLAIN,
      entities: entitiesOf(body.mentions),
      reply_markup: { inline_keyboard: keyboardOf(body.buttons) },
    })
  } catch (fault) {
    if (!isUnchanged(fault)) throw read(fault)
  }
}

/** Deletes a message. That it is gone already is success. */
export const remove = async (call: Call, chat: string, messageId: string): Promise<void> => {
  try {
    await call("deleteMessage", { chat_id: chat, message_id: Number(messageId) })
  } catch (fault) {
    if (!isNothingToRemove(fault)) throw read(fault)
  }
}
