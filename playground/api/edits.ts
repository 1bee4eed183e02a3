import type { Message } from "../world/shapes.ts"
import { isAdmin, note, nowInSeconds, remove, replace, type Room } from "../world/world.ts"
import type { Api, Method } from "./api.ts"
import { markupOf } from "./markup.ts"
import { flag, integer, type Params, text } from "./params.ts"
import { openPlace } from "./places.ts"
import { badRequest } from "./refusal.ts"
import { spend } from "./messages.ts"
import { wording } from "./wording.ts"

const DELETABLE_SECONDS = 48 * 3_600

const NOT_MODIFIED =
  "message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message"

const idOf = (params: Params): number => {
  const id = integer(params, "message_id")
  if (id === null) throw badRequest("message identifier is not specified")
  return id
}

const ownMessage = ({ world }: Api, room: Room, params: Params): Message => {
  const message = room.messages.get(idOf(params))?.message
  if (message === undefined) throw badRequest("message to edit not found")
  if (message.from?.id !== world.bot.id) throw badRequest("message can't be edited")
  return message
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

const change = (api: Api, room: Room, old: Message, next: Message): Message => {
  const { world } = api
  if (
    old.text === next.text &&
    old.caption === next.caption &&
    same(old.entities ?? old.caption_entities, next.entities ?? next.caption_entities) &&
    same(old.reply_markup, next.reply_markup)
  ) {
    throw badRequest(NOT_MODIFIED)
  }
  spend(api, room)
  const message = { ...next, edit_date: nowInSeconds(world) }
  replace(world, room, message)
  note(world, "edited", room, message.message_id, message.text ?? message.caption ?? "")
  return message
}

const reworded =
  (key: "text" | "caption", longest: number): Method =>
  (api, params) => {
    const room = openPlace(api.world, params)
    const old = ownMessage(api, room, params)
    const { entities: _e, caption_entities: _c, reply_markup: _r, text: _t, caption: _w, ...rest } = old
    const entitiesName = key === "text" ? "entities" : "caption_entities"
    const tooLong = key === "text" ? "MESSAGE_TOO_LONG" : "message caption is too long"
    const said = wording(api.world, params, { text: key, entities: entitiesName, longest, tooLong })
    if (key === "text" && said.text === "") throw badRequest("message text is empty")
    if (key === "text" && old.text === undefined) throw badRequest("there is no text in the message to edit")
    const { keyboard } = markupOf(params, room)
    return change(api, room, old, {
      ...rest,
      ...(said.text === "" ? {} : { [key]: said.text }),
      ...(said.entities.length > 0 ? { [entitiesName]: said.entities } : {}),
      ...(keyboard === null ? {} : { reply_markup: keyboard }),
    })
  }

const editMessageReplyMarkup: Method = (api, params) => {
  const room = openPlace(api.world, params)
  const old = ownMessage(api, room, params)
  const { reply_markup: _gone, ...rest } = old
  const { keyboard } = markupOf(params, room)
  return change(api, room, old, { ...rest, ...(keyboard === null ? {} : { reply_markup: keyboard }) })
}

const deleteMessage: Method = ({ world }, params) => {
  const room = openPlace(world, params)
  const message = room.messages.get(idOf(params))?.message
  if (message === undefined) throw badRequest("message to delete not found")
  const own = message.from?.id === world.bot.id
  const allowed = own || room.chat.type === "private" || isAdmin(room.bot)
  if (!allowed || nowInSeconds(world) - message.date > DELETABLE_SECONDS) {
    throw badRequest("message can't be deleted")
  }
  remove(world, room, message.message_id)
  note(world, "deleted", room, message.message_id, message.text ?? message.caption ?? "")
  return true
}

const answerCallbackQuery: Method = ({ world }, params) => {
  const words = text(params, "text")
  const url = text(params, "url")
  if (words.length > 200) throw badRequest("MESSAGE_TOO_LONG")
  const answered = world.queries.answer(text(params, "callback_query_id"), world.clock.now(), {
    answered: true,
    text: words === "" ? null : words,
    alert: flag(params, "show_alert"),
    url: url === "" ? null : url,
  })
  if (!answered) throw badRequest("query is too old and response timeout expired or query ID is invalid")
  return true
}

export const editing: Record<string, Method> = {
  editMessageText: reworded("text", 4_096),
  editMessageCaption: reworded("caption", 1_024),
  editMessageReplyMarkup,
  deleteMessage,
  answerCallbackQuery,
}
