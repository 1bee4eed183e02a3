import { z } from "zod"
import type { Stored } from "../world/files.ts"
import type { Message } from "../world/shapes.ts"
import { note, post, quoted, type Room, tell } from "../world/world.ts"
import type { Api, Method } from "./api.ts"
import { markupOf } from "./markup.ts"
import { integer, object, type Params, text } from "./params.ts"
import { photoOf } from "./photos.ts"
import { openPlace } from "./places.ts"
import { badRequest, tooMany } from "./refusal.ts"
import { wording } from "./wording.ts"

const ReplyShape = z.object({
  message_id: z.number().int(),
  allow_sending_without_reply: z.boolean().optional(),
})

const replyOf = (params: Params, room: Room): { reply_to_message?: Message } => {
  const old = integer(params, "reply_to_message_id")
  const asked =
    object(params, "reply_parameters", ReplyShape, "can't parse reply parameters JSON object") ??
    (old === null ? null : { message_id: old })
  if (asked === null) return {}
  const kept = room.messages.get(asked.message_id)
  if (kept) return { reply_to_message: quoted(kept.message) }
  if (asked.allow_sending_without_reply === true) return {}
  throw badRequest("message to be replied not found")
}

/** The topic that was asked for, or the one of the message that is answered. */
const threadOf = (
  params: Params,
  room: Room,
  replied: Message | undefined,
): { message_thread_id?: number; is_topic_message?: true } => {
  const topic = integer(params, "message_thread_id") ?? replied?.message_thread_id ?? null
  if (topic === null) return {}
  if (!room.topics.has(topic)) throw badRequest("message thread not found")
  return { message_thread_id: topic, is_topic_message: true }
}

/** Counts a message towards Telegram's limits; throws the 429 that goes with too many. */
export const spend = ({ limits, counts }: Api, room: Room): void => {
  const wait = limits.take(room.chat.id, room.chat.type !== "private")
  if (wait > 0) throw tooMany(wait)
  counts.messages += 1
}

const send = (api: Api, params: Params, content: (room: Room) => Partial<Message>): Message => {
  const { world } = api
  const room = openPlace(world, params)
  const { keyboard, ask } = markupOf(params, room)
  const replied = replyOf(params, room)
  const place = { ...threadOf(params, room, replied.reply_to_message), ...replied }
  const said = content(room)
  spend(api, room)
  const message = post(
    world,
    room,
    { from: world.bot, ...place, ...said, ...(keyboard === null ? {} : { reply_markup: keyboard }) },
    ask,
  )
  note(world, "sent", room, message.message_id, message.text ?? message.caption ?? "")
  return message
}

const sendMessage: Method = (api, params) =>
  send(api, params, () => {
    const said = wording(api.world, params, {
      text: "text",
      entities: "entities",
      longest: 4_096,
      tooLong: "message is too long",
    })
    if (said.text === "") throw badRequest("message text is empty")
    return { text: said.text, ...(said.entities.length > 0 ? { entities: said.entities } : {}) }
  })

const captionOf = (api: Api, params: Params): Partial<Message> => {
  const said = wording(api.world, params, {
    text: "caption",
    entities: "caption_entities",
    longest: 1_024,
    tooLong: "message caption is too long",
  })
  return {
    ...(said.text === "" ? {} : { caption: said.text }),
    ...(said.entities.length > 0 ? { caption_entities: said.entities } : {}),
  }
}

/** A file that came with the call, or one that is known already. */
const fileOf = ({ world: { files } }: Api, params: Params, kind: "document" | "photo"): Stored => {
  const named = text(params, kind)
  const file = params.files.get(named.startsWith("attach://") ? named.slice(9) : kind)
  if (file === undefined && named === "") throw badRequest(`there is no ${kind} in the request`)
  if (file?.bytes.length === 0) throw badRequest("file must be non-empty")
  const kept = file ? files.keep(file.name, { bytes: Uint8Array.from(file.bytes) }).file_id : named
  const found = files.byId(kept)
  if (found === null) throw badRequest("wrong file identifier/HTTP URL specified")
  return found
}

const sendDocument: Method = (api, params) =>
  send(api, params, () => {
    const said = captionOf(api, params)
    return { document: fileOf(api, params, "document").document, ...said }
  })

const sendPhoto: Method = (api, params) =>
  send(api, params, () => {
    const said = captionOf(api, params)
    return { photo: [photoOf(fileOf(api, params, "photo"))], ...said }
  })

const sendChatAction: Method = ({ world }, params) => {
  const room = openPlace(world, params)
  if (text(params, "action") === "") throw badRequest("wrong parameter action in request")
  tell(world, { kind: "typing", chat: room.chat.id })
  return true
}

export const sending: Record<string, Method> = { sendMessage, sendDocument, sendPhoto, sendChatAction }
