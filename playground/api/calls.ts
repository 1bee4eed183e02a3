import type { IncomingMessage, ServerResponse } from "node:http"
import type { Api, Method } from "./api.ts"
import { readParams } from "./body.ts"
import { chats, download } from "./chats.ts"
import { editing } from "./edits.ts"
import type { Fault } from "./faults.ts"
import { menus } from "./menus.ts"
import { sending } from "./messages.ts"
import type { Params } from "./params.ts"
import { receiving } from "./receiving.ts"
import { ApiRefusal, refusalBody, tooMany } from "./refusal.ts"

/** Every method the playground knows; Telegram's names are not case-sensitive. */
const METHODS = new Map<string, readonly [name: string, Method]>(
  Object.entries({ ...receiving, ...sending, ...editing, ...chats, ...menus }).map(([name, method]) => [
    name.toLowerCase(),
    [name, method],
  ]),
)

const answer = (response: ServerResponse, status: number, body: unknown): void => {
  const bytes = Buffer.from(JSON.stringify(body))
  response.writeHead(status, { "content-type": "application/json", "content-length": bytes.length })
  response.end(bytes)
}

/** The first half of an answer, and then nothing. */
const half = (response: ServerResponse, body: unknown): void => {
  const bytes = Buffer.from(JSON.stringify(body))
  response.writeHead(200, { "content-type": "application/json", "content-length": bytes.length })
  response.write(bytes.subarray(0, bytes.length >> 1), () => response.destroy())
}

const refuse = (response: ServerResponse, refusal: ApiRefusal): void =>
  answer(response, refusal.code, refusalBody(refusal))

const pause = (duration: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, duration))

/** Faults that befall a call before Telegram has taken it; true when it ends there. */
const failsBefore = (fault: Fault | null, response: ServerResponse): boolean => {
  switch (fault?.kind) {
    case "reset":
      response.destroy()
      return true
    case "tooMany":
      throw tooMany(fault.retryAfter ?? 1)
    case "serverError":
      throw new ApiRefusal(500, "Internal Server Error")
    case "badGateway":
      response.writeHead(502, { "content-type": "text/html" })
      response.end("<html><head><title>502 Bad Gateway</title></head></html>")
      return true
    case "lostAnswer":
    case "halfAnswer":
    case "slow":
    case undefined:
      return false
  }
}

const perform = async (
  api: Api,
  [name, method]: readonly [string, Method],
  params: Params,
  response: ServerResponse,
): Promise<void> => {
  const fault = api.faults.next(name)
  if (failsBefore(fault, response)) return
  const working = method(api, params)
  if (name === "getUpdates") response.once("close", api.polling.abandon)
  const result: unknown = await working
  if (fault?.kind === "lostAnswer" || (name === "getUpdates" && api.isCut())) {
    response.destroy()
    return
  }
  if (fault?.kind === "halfAnswer") {
    half(response, { ok: true, result })
    return
  }
  if (fault?.kind === "slow") await pause(fault.delay ?? 1_000)
  answer(response, 200, { ok: true, result })
}

const known = (api: Api, token: string): void => {
  if (token !== api.token) throw new ApiRefusal(401, "Unauthorized")
}

/** Answers one call of the Bot API: `/bot<token>/<method>`. */
export const call = async (
  api: Api,
  request: IncomingMessage,
  response: ServerResponse,
  { token, method, query }: { token: string; method: string; query: string },
): Promise<void> => {
  if (api.isCut()) {
    response.destroy()
    return
  }
  const found = METHODS.get(method.toLowerCase())
  const lasting = found?.[0] !== "getUpdates"
  api.counts.calls += 1
  if (lasting) api.counts.underway += 1
  try {
    known(api, token)
    const params = await readParams(request, query)
    if (found === undefined) throw new ApiRefusal(404, "Not Found: method not found")
    await perform(api, found, params, response)
  } catch (error) {
    if (!(error instanceof ApiRefusal)) throw error
    if (error.code === 429) api.counts.tooMany += 1
    if (error.code === 409) api.counts.conflicts += 1
    refuse(response, error)
  } finally {
    if (lasting) api.counts.underway -= 1
  }
}

/** Answers `/file/bot<token>/<path>`. */
export const callFile = (
  api: Api,
  response: ServerResponse,
  { token, path }: { token: string; path: string },
): void => {
  try {
    known(api, token)
    const bytes = api.isCut() ? null : download(api, path)
    if (bytes === null) throw new ApiRefusal(404, "Not Found")
    response.writeHead(200, { "content-type": "application/octet-stream", "content-length": bytes.length })
    response.end(bytes)
  } catch (error) {
    if (!(error instanceof ApiRefusal)) throw error
    refuse(response, error)
  }
}
