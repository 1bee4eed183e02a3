import { createServer, type IncomingMessage, type ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"
import type { Api } from "./api/api.ts"
import { call, callFile } from "./api/calls.ts"
import { answerJson, createControl } from "./control/control.ts"
import { servePage } from "./control/page.ts"
import type { Driven } from "./interface.ts"

/** Idle connections stay open longer than any client keeps them, so that no call meets a closing one. */
const KEEP_ALIVE = 75_000

/** Whether a request comes from this machine's own page or program, and not from a page of the wide web. */
const isOurs = (request: IncomingMessage, port: number): boolean => {
  const names = [`127.0.0.1:${String(port)}`, `localhost:${String(port)}`]
  const { host = "", origin } = request.headers
  const site = request.headers["sec-fetch-site"]
  if (!names.includes(host)) return false
  if (origin !== undefined && !names.includes(origin.replace(/^http:\/\//, ""))) return false
  return site === undefined || site === "same-origin" || site === "none"
}

const CALL = /^\/bot([^/]+)\/([A-Za-z]+)$/
const FILE = /^\/file\/bot([^/]+)\/([\w./-]+)$/
const CONTROL = /^\/control\/([A-Za-z]+)$/

/** Serves the Bot API, the control interface and the page on 127.0.0.1; resolves once it listens. */
export const listen = async (
  api: Api,
  playground: Driven,
  port: number,
): Promise<{ url: string; port: number; apiRoot: string; close: () => Promise<void> }> => {
  const control = createControl(playground)
  let ownPort = port

  const route = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (!isOurs(request, ownPort)) {
      answerJson(response, 403, {
        ok: false,
        error_code: 403,
        description: "Forbidden: loopback only",
      })
      return
    }
    const [path = "", query = ""] = (request.url ?? "").split("?", 2)
    const called = CALL.exec(path)
    if (called) {
      const [, token = "", method = ""] = called
      return call(api, request, response, { token: decodeURIComponent(token), method, query })
    }
    const file = FILE.exec(path)
    if (file) {
      const [, token = "", filePath = ""] = file
      callFile(api, response, { token: decodeURIComponent(token), path: filePath })
      return
    }
    const name = CONTROL.exec(path)?.[1]
    if (name !== undefined) return control(request, response, name, query)
    if (request.method === "GET" && (await servePage(response, path))) return
    answerJson(response, 404, { ok: false, error_code: 404, description: "Not Found" })
  }

  const server = createServer((request, response) => {
    route(request, response).catch((error: unknown) => {
      if (response.headersSent || response.destroyed) return void response.destroy()
      const description = error instanceof Error ? error.message : String(error)
      answerJson(response, 500, {
        ok: false,
        error_code: 500,
        description: `Internal Server Error: ${description}`,
      })
    })
  })
  server.keepAliveTimeout = KEEP_ALIVE
  server.headersTimeout = KEEP_ALIVE + 5_000
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject)
    server.listen(port, "127.0.0.1", resolve)
  })
  ownPort = (server.address() as AddressInfo).port
  const root = `http://127.0.0.1:${String(ownPort)}`
  return {
    url: `${root}/`,
    port: ownPort,
    apiRoot: root,
    close: () =>
      new Promise((resolve) => {
        api.webhook.set(null)
        api.polling.end()
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
