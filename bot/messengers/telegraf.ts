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

/** A signal that says when the patience is at its end too: Telegraf itself waits more than eight minutes. */
const patiently = (patience: number, given: AbortSignal | undefined) => {
  const giving = new AbortController()
  let late = false
  const timer = setTimeout(() => {
    late = true
    giving.abort()
  }, patience)
  const stop = (): void => giving.abort()
  given?.addEventListener("abort", stop)
  if (given?.aborted === true) stop()
  return {
    signal: giving.signal,
    isLate: () => late,
    end: () => {
      clearTimeout(timer)
      given?.removeEventListener("abort", stop)
    },
  }
}

/** The Bot API by way of Telegraf: its client alone, none of what it does when it receives. */
export const telegraf: Library = ({ token, apiRoot, agent, patience }) => {
  // Without a slash at its end, the last part of its path would be left out of every address.
  const telegram = new Telegram(token, { apiRoot: `${apiRoot}/`, webhookReply: false })
  // Given at once, it would be thrown away for plain HTTP, and with it the proxy.
  telegram.options.agent = agent
  const client = telegram as unknown as Client
  const call = async (method: string, params: object, given?: AbortSignal): Promise<unknown> => {
    const { signal, isLate, end } = patiently(patience, given)
    try {
      return await client.callApi(method, shaped(params), { signal })
    } catch (fault) {
      if (fault instanceof TelegramError)
        throw new Declined(fault.code, fault.description, fault.parameters ?? {})
      throw lost(isLate() ? new Error("timed out") : fault)
    } finally {
      end()
    }
  }
  return call as Call
}
