import { z } from "zod"
import type { Scope } from "../world/menu.ts"
import { tell } from "../world/world.ts"
import type { Method } from "./api.ts"
import { object, type Params, text } from "./params.ts"
import { badRequest } from "./refusal.ts"

const ScopeShape = z.object({
  type: z.enum([
    "default",
    "all_private_chats",
    "all_group_chats",
    "all_chat_administrators",
    "chat",
    "chat_administrators",
    "chat_member",
  ]),
  chat_id: z.coerce.number().int().optional(),
  user_id: z.number().int().optional(),
})

const Commands = z.array(z.object({ command: z.string(), description: z.string() }))

const scopeOf = (params: Params): { scope: Scope; language: string } => {
  const scope = object(params, "scope", ScopeShape, "can't parse BotCommandScope JSON object") ?? {
    type: "default",
  }
  const language = text(params, "language_code")
  if (!/^(?:[a-z]{2})?$/.test(language)) throw badRequest("LANG_CODE_INVALID")
  return { scope, language }
}

const setMyCommands: Method = ({ world }, params) => {
  const { scope, language } = scopeOf(params)
  const given = object(params, "commands", Commands, "can't parse commands specified")
  if (given === null) throw badRequest("parameter commands is required")
  if (given.length > 100) throw badRequest("BOT_COMMANDS_TOO_MUCH")
  const commands = given.map(({ command, description }) => ({
    command: command.replace(/^\//, ""),
    description,
  }))
  for (const { command, description } of commands) {
    if (!/^[a-z0-9_]{1,32}$/.test(command)) throw badRequest("BOT_COMMAND_INVALID")
    if (description.length < 1 || description.length > 256)
      throw badRequest("BOT_COMMAND_DESCRIPTION_INVALID")
  }
  world.menu.set(scope, language, commands)
  tell(world, { kind: "menu" })
  return true
}

const getMyCommands: Method = ({ world }, params) => {
  const { scope, language } = scopeOf(params)
  return world.menu.get(scope, language)
}

const deleteMyCommands: Method = ({ world }, params) => {
  const { scope, language } = scopeOf(params)
  world.menu.remove(scope, language)
  tell(world, { kind: "menu" })
  return true
}

export const menus: Record<string, Method> = { setMyCommands, getMyCommands, deleteMyCommands }
