import { html } from "hono/html"
import { act, type Act } from "../../services/app.ts"
import * as hooks from "../../services/hooks.ts"
import * as tokens from "../../services/tokens.ts"
import type { Text } from "../../text/index.ts"
import { secretOf } from "./signature.ts"
import type { Call, House, Route } from "./route.ts"

/** Where a secret is shown once, below the public address. */
export const oncePath = (code: string): string => `/once/${code}`

const STYLE =
  "body{font:16px/1.6 system-ui,sans-serif;max-width:40em;margin:2em auto;padding:0 1em;color-scheme:light dark}code{display:block;overflow-wrap:anywhere;padding:1em;border:1px solid;border-radius:.3em;user-select:all}button{font:inherit;padding:.5em 1em}"

const SAFE = {
  "cache-control": "no-store",
  "content-security-policy":
    "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'",
}

const page = (text: Text, body: ReturnType<typeof html>) =>
  html`<!doctype html>
    <html lang="${text.token.page.lang}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>${text.token.page.title}</title>
        <style>
          ${STYLE}
        </style>
      </head>
      <body>
        <main>
          <h1>${text.token.page.title}</h1>
          ${body}
        </main>
      </body>
    </html>`

const inTurn = async <T>({ app }: House, why: string, work: (turn: Act) => Promise<T>): Promise<T> => {
  const outcome = await act(app, { by: "link", why }, work)
  if (outcome.repeated) throw new Error("a transaction without an incoming cannot be a repeat")
  return outcome.value
}

const gone = (call: Call, text: Text) =>
  call.html(page(text, html`<p>${text.token.page.gone}</p>`), 404, SAFE)

/** What a link would show; null for one that shows nothing. */
const offered = async (turn: Act, code: string) => {
  const { token: words, hook: signing } = turn.text
  const token = await tokens.offered(turn, code)
  if (token) return { of: words.page.of(token.name), once: words.page.once, show: words.page.show }
  const hook = await hooks.offered(turn, code)
  return hook && { of: signing.page.title, once: signing.page.once, show: signing.page.show }
}

/** What it shows, this once. */
const reveal = async (turn: Act, code: string, key: string | null): Promise<string | null> => {
  const hook = key === null ? null : await hooks.reveal(turn, code)
  return hook && key !== null ? secretOf(key, hook.id) : tokens.reveal(turn, code)
}

/**
 * A secret is shown here and not in the chat: so neither Telegram nor the journal ever holds it. Looking at the page shows
 * nothing yet, since messengers look at every link that is sent.
 */
export const once: Route = (site, house) => {
  const { text } = house.app
  const { EVENTS_KEY } = house.settings
  site.get("/once/:code{[a-z0-9]{36}}", async (call) => {
    const found = await inTurn(house, "look", (turn) => offered(turn, call.req.param("code")))
    if (!found) return gone(call, text)
    const form = html`<h2>${found.of}</h2>
      <p>${found.once}</p>
      <form method="post"><button>${found.show}</button></form>`
    return call.html(page(text, form), 200, SAFE)
  })
  site.post("/once/:code{[a-z0-9]{36}}", async (call) => {
    const code = call.req.param("code")
    const secret = await inTurn(house, "reveal", (turn) => reveal(turn, code, EVENTS_KEY))
    if (secret === null) return gone(call, text)
    if (!(call.req.header("accept") ?? "").includes("text/html")) return call.text(`${secret}\n`, 200, SAFE)
    return call.html(
      page(
        text,
        html`<code>${secret}</code>
          <p>${text.token.page.keep}</p>`,
      ),
      200,
      SAFE,
    )
  })
}
