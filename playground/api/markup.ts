import { z } from "zod"
import type { ForceReply, Keyboard } from "../world/shapes.ts"
import type { Room } from "../world/world.ts"
import { object, type Params } from "./params.ts"
import { badRequest } from "./refusal.ts"

const ButtonShape = z.object({
  text: z.string(),
  callback_data: z.string().optional(),
  url: z.string().optional(),
  web_app: z.object({ url: z.string() }).optional(),
})

const Markup = z.union([
  z.object({ inline_keyboard: z.array(z.array(ButtonShape)) }),
  z.object({
    force_reply: z.literal(true),
    selective: z.boolean().optional(),
    input_field_placeholder: z.string().optional(),
  }),
  z.object({ remove_keyboard: z.literal(true) }),
])

const REFUSAL = "can't parse reply keyboard markup JSON object"

const isAddress = (url: string): boolean => URL.canParse(url) && /^(https?|tg):$/.test(new URL(url).protocol)

/** As on Telegram's test servers, a page need not speak HTTPS. */
const isPage = (url: string): boolean => URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)

const checked = (
  rows: readonly (readonly z.output<typeof ButtonShape>[])[],
  isPrivate: boolean,
): Keyboard | null => {
  const kept = rows.filter((row) => row.length > 0)
  if (kept.reduce((sum, row) => sum + row.length, 0) > 100) throw badRequest("REPLY_MARKUP_TOO_LONG")
  const inline_keyboard = kept.map((row) =>
    row.map(({ text, callback_data, url, web_app }) => {
      if (text.trim() === "") throw badRequest(`${REFUSAL}: inline keyboard button text must be non-empty`)
      if (url !== undefined) {
        if (!isAddress(url)) throw badRequest("BUTTON_URL_INVALID")
        return { text, url }
      }
      if (web_app !== undefined) {
        if (!isPrivate) throw badRequest("BUTTON_TYPE_INVALID")
        if (!isPage(web_app.url))
          throw badRequest(`inline keyboard button Web App URL '${web_app.url}' is invalid`)
        return { text, web_app }
      }
      if (callback_data === undefined) throw badRequest("Text buttons are unallowed in the inline keyboard")
      const size = Buffer.byteLength(callback_data)
      if (size < 1 || size > 64) throw badRequest("BUTTON_DATA_INVALID")
      return { text, callback_data }
    }),
  )
  return inline_keyboard.length === 0 ? null : { inline_keyboard }
}

/** What hangs below a message: buttons, or the wish for a reply. */
export const markupOf = (
  params: Params,
  { chat }: Pick<Room, "chat">,
): { keyboard: Keyboard | null; ask: ForceReply | null } => {
  const markup = object(params, "reply_markup", Markup, REFUSAL)
  if (markup === null || "remove_keyboard" in markup) return { keyboard: null, ask: null }
  if ("inline_keyboard" in markup)
    return { keyboard: checked(markup.inline_keyboard, chat.type === "private"), ask: null }
  const { force_reply, selective, input_field_placeholder } = markup
  if ((input_field_placeholder?.length ?? 0) > 64) throw badRequest("input field placeholder is too long")
  return {
    keyboard: null,
    ask: {
      force_reply,
      ...(selective === undefined ? {} : { selective }),
      ...(input_field_placeholder === undefined ? {} : { input_field_placeholder }),
    },
  }
}
