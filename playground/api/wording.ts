import { z } from "zod"
import { detect, overlaps } from "../world/entities.ts"
import type { Entity } from "../world/shapes.ts"
import type { World } from "../world/world.ts"
import { parseHtml } from "./html.ts"
import { object, type Params, text as textParam } from "./params.ts"
import { badRequest } from "./refusal.ts"

const Given = z.array(
  z.object({
    type: z.string(),
    offset: z.number().int(),
    length: z.number().int(),
    url: z.string().optional(),
    language: z.string().optional(),
    user: z.object({ id: z.number().int() }).optional(),
  }),
)

/** A named person shows as a link only when the bot can know them: from a chat with it, or a group they share. */
const kept = (world: World, entity: z.output<typeof Given>[number]): Entity[] => {
  const { type, offset, length, url, language, user } = entity
  if (type !== "text_mention") {
    return [
      {
        type,
        offset,
        length,
        ...(url === undefined ? {} : { url }),
        ...(language === undefined ? {} : { language }),
      },
    ]
  }
  const person = user && world.people.get(user.id)
  return person ? [{ type, offset, length, user: person.user }] : []
}

/** The words of a message or caption with their entities, as Telegram would store them. */
export const wording = (
  world: World,
  params: Params,
  names: { text: string; entities: string; longest: number; tooLong: string },
): { text: string; entities: readonly Entity[] } => {
  const source = textParam(params, names.text)
  const mode = textParam(params, "parse_mode").toLowerCase()
  if (mode !== "" && mode !== "html") throw badRequest("unsupported parse_mode")
  const given = object(params, names.entities, Given, "can't parse entities: invalid JSON") ?? []
  const parsed =
    mode === "html"
      ? parseHtml(source)
      : { text: source, entities: given.flatMap((entity) => kept(world, entity)) }
  if (
    parsed.entities.some(
      ({ offset, length }) => offset < 0 || length < 1 || offset + length > parsed.text.length,
    )
  ) {
    throw badRequest("can't parse entities: entity is out of bounds")
  }
  const trimmed = parsed.text.trim()
  if (trimmed.length > names.longest) throw badRequest(names.tooLong)
  const skipped = parsed.text.length - parsed.text.trimStart().length
  const moved =
    skipped === 0
      ? parsed.entities
      : parsed.entities.map((entity) => ({ ...entity, offset: entity.offset - skipped }))
  const found = detect(trimmed).filter(({ offset, length }) => !overlaps(moved, offset, length))
  if (found.length === 0) return { text: trimmed, entities: moved }
  return { text: trimmed, entities: [...moved, ...found].sort((a, b) => a.offset - b.offset) }
}
