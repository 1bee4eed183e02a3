import { isPresent, personOf, privateRoom, type Room, type World } from "../world/world.ts"
import { integer, type Params, text } from "./params.ts"
import { ApiRefusal, badRequest, forbidden } from "./refusal.ts"

/** The chat a call names, as it is called now; a group that moved on says where to. */
export const placeOf = (world: World, params: Params): Room => {
  const named = text(params, "chat_id")
  if (named === "") throw badRequest("chat_id is empty")
  if (!/^-?\d+$/.test(named)) throw badRequest("chat not found")
  const id = integer(params, "chat_id") ?? 0
  const room = world.people.has(id) ? privateRoom(world, personOf(world, id)) : world.rooms.get(id)
  if (room === undefined) throw badRequest("chat not found")
  if (room.movedTo !== null) {
    throw new ApiRefusal(400, "Bad Request: group chat was upgraded to a supergroup chat", {
      migrate_to_chat_id: room.movedTo,
    })
  }
  return room
}

const refuseGroup = (room: Room): ApiRefusal => {
  const kind = room.chat.type === "supergroup" ? "supergroup" : "group"
  return room.bot === "kicked"
    ? forbidden(`bot was kicked from the ${kind} chat`)
    : forbidden(`bot is not a member of the ${kind} chat`)
}

/** The chat a call names, if the bot may speak there. */
export const openPlace = (world: World, params: Params): Room => {
  const room = placeOf(world, params)
  if (room.chat.type !== "private") {
    if (!isPresent(room.bot)) throw refuseGroup(room)
    return room
  }
  const person = personOf(world, room.chat.id)
  if (person.deactivated) throw forbidden("user is deactivated")
  if (person.blocked) throw forbidden("bot was blocked by the user")
  if (person.user.is_bot) throw forbidden("bots can't send messages to bots")
  if (!person.started) throw forbidden("bot can't initiate conversation with a user")
  return room
}
