import type { Agent, ClientRequest } from "node:http"
import { Telegram, TelegramError } from "telegraf"
import { type Call, Declined, type Library, lost, uploadsIn } from "./telegram-library.ts"

/** Telegraf's types end with the Bot API of February 2024, and know another `AbortSignal`. */
interface Client {
  callApi(method: string, params: object, options: { readonly signal: AbortSignal }): Promise<unknown>
}

/** Beside a file Telegraf drops every object it does not know, such as what a message answers: it gets text instead. */
const asText = (value: unknown): unknown =>
  typeof value === "object" && value !== null ? JSON.stringify(value) : value

const shaped = (params: object): object => {
  const files = uploadsIn(params)
  if (files.length === 0) return params
  const rest = Object.entries(params).map(([name, value]) => [name, asText(value)])
  const sources = files.map(([name, file]) => [
    name,
    { source: Buffer.from(file.bytes), filename: file.name },
  ])
  return Object.fromEntries([...rest, ...sources]) as object
}

/** What Node's agents have beside what their types say. */
interface Adding extends Agent {
  addRequest(request: ClientRequest, options: object): void
}

/** The agent, for one call, which says when its answer ends before it is whole: Telegraf would not notice. */
const watching = (agent: Agent, cut: () => void): Agent => {
  const watched = Object.create(agent) as Adding
  watched.addRequest = (request, options) => {
    request.once("response", (answer) => {
      answer.once("close", () => {
        if (!answer.complete) cut()
      })
    })
    ;(agent as Adding).addRequest(request, options)
  }
  return watched
}

/** The Bot API by way of Telegraf: its client alone, none of what it does when it receives. */
export const telegraf: Library = ({ token, apiRoot, agent, patience }) => {
  const clientOn = (watched: Agent): Client => {
    // Without a slash at its end, the last part of its path would be left out of every address.
    const telegram = new Telegram(token, { apiRoot: `${apiRoot}/`, webhookReply: false })
    // Given at once, it would be thrown away for plain HTTP, and with it the proxy.
    telegram.options.agent = watched
    return telegram as unknown as Client
  }
  const call = async (method: string, params: object, given?: AbortSignal): Promise<unknown> => {
    const giving = new AbortController()
    const waited = { out: false }
    const stop = (): void => giving.abort()
    // By itself it would wait more than eight minutes.
    const timer = setTimeout(() => {
      waited.out = true
      stop()
    }, patience)
    given?.addEventListener("abort", stop)
    if (given?.aborted === true) stop()
    try {
      return await clientOn(watching(agent, stop)).callApi(method, shaped(params), giving)
    } catch (fault) {
      if (fault instanceof TelegramError)
        throw new Declined(fault.code, fault.description, fault.parameters ?? {})
      throw lost(waited.out ? new Error("timed out") : fault)
    } finally {
      clearTimeout(timer)
      given?.removeEventListener("abort", stop)
    }
  }
  return call as Call
}
