import { type Api, InputFile } from "grammy"
import type { InlineKeyboardButton, MessageEntity } from "grammy/types"
import type { Body, Button } from "../../rules/outgoing.ts"
import type { Destination } from "../messenger.ts"
import { isNothingToRemove, isPictureRefused, isTopicGone, isUnchanged, read } from "./telegram-faults.ts"

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
  api: Api,
  to: Destination,
  topic: string | null,
  { body, photo }: Letter,
): Promise<string> => {
  const entities = entitiesOf(body.mentions)
  const other = { ...placeOf(to, topic), ...markupOf(to, body) }
  const caption = body.text === "" ? {} : { caption: body.text, caption_entities: entities }
  const { file } = body
  const call = () => {
    if (file) {
      const sent = new InputFile(Buffer.from(file.base64, "base64"), file.name)
      return api.sendDocument(to.chat, sent, { ...other, ...caption })
    }
    if (body.photo !== undefined) return api.sendPhoto(to.chat, body.photo, { ...other, ...caption })
    if (photo) return api.sendPhoto(to.chat, new InputFile(photo, "picture.png"), { ...other, ...caption })
    return api.sendMessage(to.chat, body.text, { ...other, ...PLAIN, entities })
  }
  return String((await call()).message_id)
}

/** Sends; a chat that takes no pictures, or not this one, gets the text alone. */
const sendShown = async (
  api: Api,
  to: Destination,
  topic: string | null,
  letter: Letter,
): Promise<string> => {
  try {
    return await sendTo(api, to, topic, letter)
  } catch (fault) {
    if ((letter.photo === null && letter.body.photo === undefined) || !isPictureRefused(fault)) throw fault
  }
  const { photo: _sent, ...body } = letter.body
  const text = body.text === "" ? (body.picture?.alt ?? "") : body.text
  return sendTo(api, to, topic, { body: { ...body, text }, photo: null })
}

/** Sends; a topic that is gone is no reason to be silent: then it goes to the group itself. */
export const send = async (
  api: Api,
  to: Destination,
  body: Body,
  photo: Uint8Array | null,
): Promise<string> => {
  const letter = { body, photo }
  try {
    return await sendShown(api, to, to.topic, letter)
  } catch (fault) {
    if (to.topic === null || !isTopicGone(fault)) throw read(fault)
  }
  try {
    return await sendShown(api, to, null, letter)
  } catch (fault) {
    throw read(fault)
  }
}

/** Changes a message in place. That it stands so already is success. */
export const edit = async (api: Api, to: Destination, messageId: string, body: Body): Promise<void> => {
  try {
    await api.editMessageText(to.chat, Number(messageId), body.text, {
      ...PLAIN,
      entities: entitiesOf(body.mentions),
      reply_markup: { inline_keyboard: keyboardOf(body.buttons) },
    })
  } catch (fault) {
    if (!isUnchanged(fault)) throw read(fault)
  }
}

/** Deletes a message. That it is gone already is success. */
export const remove = async (api: Api, chat: string, messageId: string): Promise<void> => {
  try {
    await api.deleteMessage(chat, Number(messageId))
  } catch (fault) {
    if (!isNothingToRemove(fault)) throw read(fault)
  }
}
