import { z } from "zod"
import type { Method } from "./api.ts"
import { flag, integer, object, type Params, text } from "./params.ts"
import { badRequest, conflict } from "./refusal.ts"
import { checkWebhook } from "./webhook.ts"

const Kinds = z.array(z.string())

const kindsOf = (params: Params): readonly string[] | null =>
  object(params, "allowed_updates", Kinds, "can't parse allowed updates")

const getMe: Method = ({ world }) => ({
  ...world.bot,
  can_join_groups: true,
  can_read_all_group_messages: !world.privacy,
  supports_inline_queries: false,
  can_connect_to_business: false,
  has_main_web_app: false,
})

const getUpdates: Method = ({ world, polling, webhook }, params) => {
  if (webhook.url !== "") {
    throw conflict(
      "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
    )
  }
  const kinds = kindsOf(params)
  if (kinds !== null) world.queue.allow(kinds)
  return polling.poll({
    offset: integer(params, "offset") ?? 0,
    limit: Math.min(Math.max(integer(params, "limit") ?? 100, 1), 100),
    timeout: integer(params, "timeout") ?? 0,
  })
}

const setWebhook: Method = ({ world, polling, webhook }, params) => {
  const url = text(params, "url")
  const secret = text(params, "secret_token")
  if (url !== "") checkWebhook(url)
  if (!/^[A-Za-z0-9_-]{0,256}$/.test(secret)) throw badRequest("secret token contains unallowed characters")
  const kinds = kindsOf(params)
  if (kinds !== null) world.queue.allow(kinds)
  if (flag(params, "drop_pending_updates")) world.queue.clear()
  if (url !== "") polling.interrupt(conflict("terminated by setWebhook request"))
  webhook.set(url === "" ? null : { url, secret: secret === "" ? null : secret })
  return true
}

const deleteWebhook: Method = ({ world, webhook }, params) => {
  webhook.set(null)
  if (flag(params, "drop_pending_updates")) world.queue.clear()
  return true
}

const getWebhookInfo: Method = ({ world, webhook }) => ({
  url: webhook.url,
  has_custom_certificate: false,
  pending_update_count: world.queue.length,
  ...(webhook.lastError === null
    ? {}
    : {
        last_error_date: Math.floor(webhook.lastError.at / 1_000),
        last_error_message: webhook.lastError.text,
      }),
  ...(world.queue.allowed.length > 0 ? { allowed_updates: world.queue.allowed } : {}),
})

export const receiving: Record<string, Method> = {
  getMe,
  getUpdates,
  setWebhook,
  deleteWebhook,
  getWebhookInfo,
}
