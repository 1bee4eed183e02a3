import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"
import { seconds } from "../rules/time.ts"
import { act, type App } from "../services/app.ts"
import * as feeds from "../services/feeds.ts"
import type { Settings } from "./settings.ts"

/** Where calendar programs fetch rosters. */
export interface Feeds {
  /** The address of a link for its code. */
  link(code: string): string
  /** The local port on which they are served. */
  readonly port: number
  close(): Promise<void>
}

const MOST_CONNECTIONS = 200

const basePath = (url: string): string => new URL(url).pathname.replace(/\/+$/, "")

/** The calendar that a request asks for; null for whatever is none, without telling why. */
const calendarFor = async (app: App, request: IncomingMessage, base: string): Promise<string | null> => {
  if (request.method !== "GET" && request.method !== "HEAD") return null
  const [path = ""] = (request.url ?? "").split("?")
  const code = path.startsWith(`${base}/`)
    ? /^([a-z0-9]+)\.ics$/.exec(path.slice(base.length + 1))?.[1]
    : undefined
  if (code === undefined) return null
  const outcome = await act(app, { by: "feed", why: "feed" }, (turn) => feeds.read(turn, code))
  return outcome.repeated ? null : outcome.value
}

const answer = async (
  app: App,
  request: IncomingMessage,
  response: ServerResponse,
  base: string,
): Promise<void> => {
  const text = await calendarFor(app, request, base)
  response.setHeader("x-content-type-options", "nosniff")
  response.setHeader("referrer-policy", "no-referrer")
  if (text === null) {
    response.writeHead(404, { connection: "close" }).end()
    return
  }
  const body = Buffer.from(text)
  response.writeHead(200, {
    "content-type": "text/calendar; charset=utf-8",
    "content-length": body.length,
    "cache-control": "private, max-age=300",
  })
  response.end(request.method === "HEAD" ? undefined : body)
}

/** Serves the private calendars once there is a public address for them; null without one. */
export const openFeeds = async (
  app: App,
  { FEED_URL, FEED_HOST, FEED_PORT }: Pick<Settings, "FEED_URL" | "FEED_HOST" | "FEED_PORT">,
): Promise<Feeds | null> => {
  if (FEED_URL === null) return null
  const base = basePath(FEED_URL)
  const server = createServer((request, response) => {
    answer(app, request, response, base).catch((fault: unknown) => {
      app.report(fault, "feed")
      if (!response.headersSent) response.writeHead(500, { connection: "close" })
      response.end()
    })
  })
  server.requestTimeout = seconds(15)
  server.maxConnections = MOST_CONNECTIONS
  await listening(server, FEED_HOST, FEED_PORT)
  return {
    link: (code) => `${FEED_URL.replace(/\/+$/, "")}/${code}.ics`,
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

const listening = (server: Server, host: string, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once("error", (fault) =>
      reject(new Error(`cannot serve calendars on ${host}:${port}: ${fault.message}`)),
    )
    server.listen(port, host, () => resolve())
  })
