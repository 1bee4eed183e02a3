import { type ClientRequest, type IncomingMessage, request as httpRequest } from "node:http"
import { request as httpsRequest, type RequestOptions } from "node:https"
import type { Readable } from "node:stream"

/** What grammY says of a call. */
interface Call extends RequestOptions {
  /** A file goes as a stream. */
  readonly body?: string | Readable
  readonly signal?: AbortSignal
}

/** What grammY wants to know of an answer. */
interface Answer {
  json(): Promise<unknown>
}

const textOf = (response: IncomingMessage): Promise<string> =>
  new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    response.on("data", (chunk: Buffer) => chunks.push(chunk))
    response.on("end", () => resolve(Buffer.concat(chunks).toString("utf8")))
    response.on("error", reject)
  })

const write = (request: ClientRequest, body: Call["body"]): void => {
  if (body === undefined || typeof body === "string") {
    if (body !== undefined) request.setHeader("content-length", Buffer.byteLength(body))
    request.end(body)
  } else {
    body.on("error", (fault) => request.destroy(fault))
    body.pipe(request)
  }
}

/**
 * The little of `fetch` that a call of the Bot API needs, on Node's own client: its share of each message is half that
 * of what grammY brings along. Rejects with Node's own fault, whose code says whether anything was written.
 */
export const fetchAnswer = (url: string, { body, signal, agent, method, headers }: Call): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const send = url.startsWith("https:") ? httpsRequest : httpRequest
    const request = send(url, { agent, method, headers })
    request.on("error", reject)
    request.on("response", (response) => {
      const text = textOf(response)
      text.catch(() => null) // Whoever asks for the answer hears of it.
      resolve({ json: async () => JSON.parse(await text) as unknown })
    })
    const stop = (): void => void request.destroy(new Error("the call was given up"))
    if (signal?.aborted) stop()
    else signal?.addEventListener("abort", stop, { once: true })
    write(request, body)
  })
