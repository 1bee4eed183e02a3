import { createServer, type Server } from "node:http"
import type { AddressInfo } from "node:net"
import { createAdaptorServer } from "@hono/node-server"
import { Hono } from "hono"
import { bodyLimit } from "hono/body-limit"
import { seconds } from "../../rules/time.ts"
import { routes as listed } from "./index.ts"
import type { House, Route, Served } from "./route.ts"

/** What is served by HTTP, while the bot runs. */
export interface Http {
  /** The public address of a path; null while no public address is set. */
  url(path: string): string | null
  /** The address of a path: the public one, else the one on this machine. */
  address(path: string): string
  /** The local port. */
  readonly port: number
  /** Takes no more, answers what is under way, and lets go of the rest after a while. */
  close(): Promise<void>
}

const USUAL_PORT = 8090
const MOST_CONNECTIONS = 200
/** More than any request of ours needs. */
const LARGEST_BODY = 256 * 1024
const LARGEST_HEAD = 16 * 1024
/** How long a request may take to arrive, and to be answered once nobody is listened to any more. */
const ARRIVAL = seconds(15)
const LAST_PATIENCE = seconds(5)

const withoutSlash = (url: string): string => url.replace(/\/+$/, "")

/** Where every route hangs: below the path of the public address. */
const siteFor = (house: House, routes: readonly Route[]): Hono<Served> => {
  const { HTTP_URL } = house.settings
  const site = new Hono<Served>()
  const whole = new Hono<Served>()
  whole.use(async (call, next) => {
    await next()
    call.header("x-content-type-options", "nosniff")
    call.header("referrer-policy", "no-referrer")
  })
  // Told by its length alone, or stopped at the limit: more is never read into memory.
  whole.use(bodyLimit({ maxSize: LARGEST_BODY, onError: (call) => call.body(null, 413) }))
  for (const route of routes) route(site, house)
  whole.route(HTTP_URL === null ? "/" : withoutSlash(new URL(HTTP_URL).pathname) || "/", site)
  whole.notFound((call) => call.body(null, 404))
  whole.onError((fault, call) => {
    house.app.report(fault, "http")
    return call.body(null, 500)
  })
  return whole
}

/** Serves what stands in the list of routes, once there is a port or a public address for it; null without either. */
export const openHttp = async (house: House, routes = listed): Promise<Http | null> => {
  const { HTTP_URL, HTTP_HOST, HTTP_PORT } = house.settings
  if (HTTP_URL === null && HTTP_PORT === null) return null
  const site = siteFor(house, routes)
  const server = createAdaptorServer({
    fetch: async (request, env) => {
      const answer = await site.fetch(request, env)
      // A connection that has its answer is not kept for another question.
      if (!server.listening) answer.headers.set("connection", "close")
      return answer
    },
    // The process's own Request and Response stay as they are.
    overrideGlobalObjects: false,
    createServer,
    serverOptions: {
      requestTimeout: ARRIVAL,
      headersTimeout: ARRIVAL,
      connectionsCheckingInterval: seconds(5),
      keepAliveTimeout: seconds(5),
      maxHeaderSize: LARGEST_HEAD,
    },
  }) as Server
  server.maxConnections = MOST_CONNECTIONS
  await listening(server, HTTP_HOST, HTTP_PORT ?? USUAL_PORT)
  const { port } = server.address() as AddressInfo
  const root = withoutSlash(HTTP_URL ?? `http://127.0.0.1:${String(port)}`)
  return {
    url: (path) => (HTTP_URL === null ? null : root + path),
    address: (path) => root + path,
    port,
    close: () => closing(server),
  }
}

const listening = (server: Server, host: string, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once("error", (fault) =>
      reject(new Error(`cannot serve HTTP on ${host}:${String(port)}: ${fault.message}`)),
    )
    server.listen(port, host, () => resolve())
  })

const closing = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    const impatience = setTimeout(() => server.closeAllConnections(), LAST_PATIENCE)
    server.close(() => {
      clearTimeout(impatience)
      resolve()
    })
    server.closeIdleConnections()
  })
