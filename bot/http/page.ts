import { type Instant, minutes } from "../../rules/time.ts"
import { act, type App } from "../../services/app.ts"
import * as overview from "../../services/overview.ts"
import { Refusal } from "../../services/refusal.ts"
import { type Language, languages } from "../../text/index.ts"
import { type Opener, readInitData } from "../messengers/telegram-initdata.ts"
import type { Settings } from "../settings.ts"
import { pageFiles } from "./pagefiles.ts"
import type { Call, Route } from "./route.ts"

/** Telegram's own pages, which show ours within them; its apps show it in no frame at all. */
const TELEGRAM = "https://web.telegram.org https://*.telegram.org"

/** A Bot API server on this machine, such as the playground; null for any other. */
const ownRoot = ({ TELEGRAM_API_ROOT }: Pick<Settings, "TELEGRAM_API_ROOT">): URL | null => {
  const root = new URL(TELEGRAM_API_ROOT)
  return ["127.0.0.1", "localhost", "[::1]"].includes(root.hostname) ? root : null
}

/** Where Telegram finds the page: it opens nothing but HTTPS, while a Bot API server on this machine opens what is on it. */
export const pageAddress = (settings: Settings, port: number | null): string | null => {
  const { HTTP_URL } = settings
  if (HTTP_URL?.startsWith("https:")) return `${HTTP_URL.replace(/\/+$/, "")}/page/`
  if (port === null || ownRoot(settings) === null) return null
  const path = HTTP_URL === null ? "" : new URL(HTTP_URL).pathname.replace(/\/+$/, "")
  return `http://127.0.0.1:${String(port)}${path}/page/`
}

const policyOf = (settings: Settings): string => {
  const root = ownRoot(settings)
  const ours = root === null ? "" : ` http://127.0.0.1:${root.port} http://localhost:${root.port}`
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "connect-src 'self'",
    "img-src data:",
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${TELEGRAM}${ours}`,
  ].join("; ")
}

/** How often one person may look. */
const LOOKS = 12
const MOST_READERS = 10_000

/** Counts the looks of each person in a minute. */
const counting = () => {
  const looks = new Map<string, { readonly since: Instant; readonly count: number }>()
  return (user: string, now: Instant): boolean => {
    if (looks.size >= MOST_READERS) looks.clear()
    const known = looks.get(user)
    const isFresh = known !== undefined && now - known.since >= 0 && now - known.since < minutes(1)
    const { since, count } = isFresh ? known : { since: now, count: 0 }
    looks.set(user, { since, count: count + 1 })
    return count < LOOKS
  }
}

/** The language that was asked for, else the one that Telegram speaks with the reader, else the bot's own. */
const languageOf = (asked: string | undefined, opener: Opener | null, usual: Language): Language =>
  [asked, opener?.language?.slice(0, 2)].find((each): each is Language => each === "zh" || each === "en") ??
  usual

const read = async (app: App, user: string) => {
  const outcome = await act(app, { by: "page", why: "page" }, async (turn) => ({
    at: turn.now,
    page: turn.text.overview.page({ ...(await overview.seenBy(turn, user)), now: turn.now }),
  }))
  if (outcome.repeated) throw new Error("a look is never a repeat")
  return outcome.value
}

/** The leader's page, and what it asks for: each time with what Telegram said of whoever opened it. */
export const page: Route = (site, { app, settings }) => {
  const { TELEGRAM_TOKEN: token, LANGUAGE: usual, PAGE_MINUTES } = settings
  if (token === null) return
  const files = pageFiles(usual)
  const policy = policyOf(settings)
  const isSeldom = counting()

  const answer = async (call: Call): Promise<Response> => {
    const [scheme, initData = ""] = (call.req.header("authorization") ?? "").split(" ", 2)
    const told = scheme === "tma" ? initData : ""
    const opener = readInitData(told, { token, now: app.now(), life: minutes(PAGE_MINUTES) })
    const known = typeof opener === "string" ? null : opener
    const language = languageOf(call.req.query("lang"), known, usual)
    const text = languages[language]
    const refused = text.overview.refused
    if (typeof opener === "string") return call.json({ error: refused[opener] }, 401)
    if (!isSeldom(opener.user, app.now()))
      return call.json({ error: refused.often }, 429, { "retry-after": "60" })
    try {
      return call.json({ language, ...(await read({ ...app, text }, opener.user)) })
    } catch (fault) {
      if (fault instanceof Refusal) return call.json({ error: fault.message }, 403)
      return call.json({ error: text.overview.failed(app.report(fault, "page")) }, 500)
    }
  }

  site.use("/page/*", async (call, next) => {
    await next()
    call.header("content-security-policy", policy)
    call.header("cross-origin-resource-policy", "same-origin")
  })
  site.get("/page/overview", async (call) => {
    const answered = await answer(call)
    answered.headers.set("cache-control", "no-store")
    return answered
  })
  for (const [name, { type, body }] of files)
    site.get(`/page/${name}`, (call) =>
      call.body(body, 200, { "content-type": type, "cache-control": "no-cache" }),
    )
}
