import { createServer, type IncomingMessage, type ServerResponse } from "node:http"
import type { AddressInfo, Socket } from "node:net"

export interface Called {
  readonly method: string
  readonly params: Record<string, unknown>
  /** The body as it came, for what is no JSON. */
  readonly raw: string
}

/** What to answer: a result, a refusal, or something less polite. */
export type Reply =
  | { readonly result: unknown }
  | { readonly error: number; readonly description: string; readonly parameters?: object }
  | { readonly html: number }
  | { readonly cut: true }

export const TOKEN = `123456:${"A-x_9".repeat(7)}`
const DEFAULTS: Record<string, unknown> = {
  getMe: {
    id: 123456,
    is_bot: true,
    first_name: "值守",
    username: "zhishou_bot",
    can_read_all_group_messages: false,
  },
  sendMessage: { message_id: 77 },
  sendDocument: { message_id: 78 },
  sendPhoto: { message_id: 79 },
}

/** A Bot API server that says what it is told to say. */
export class BotApi {
  readonly called: Called[] = []
  readonly files = new Map<string, Buffer>()
  readonly #server = createServer((request, response) => void this.#answer(request, response))
  readonly #sockets = new Set<Socket>()
  readonly #replies = new Map<string, Reply[]>()
  #updates: { readonly update_id: number }[] = []
  #polls: (() => void)[] = []
  url = ""

  async open(): Promise<void> {
    this.#server.on("connection", (socket: Socket) => {
      this.#sockets.add(socket)
      socket.on("close", () => this.#sockets.delete(socket))
    })
    await new Promise<void>((resolve) => this.#server.listen(0, "127.0.0.1", resolve))
    this.url = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy()
    await new Promise((resolve) => this.#server.close(resolve))
  }

  /** The next calls of a method are answered like this; then as always. */
  reply(method: string, ...replies: Reply[]): void {
    this.#replies.set(method, [...(this.#replies.get(method) ?? []), ...replies])
  }

  /** Has updates delivered. */
  deliver(...updates: { readonly update_id: number }[]): void {
    this.#updates.push(...updates)
    for (const poll of this.#polls.splice(0)) poll()
  }

  get unconfirmed(): number[] {
    return this.#updates.map(({ update_id }) => update_id)
  }

  of(method: string): Record<string, unknown>[] {
    return this.called.filter((call) => call.method === method).map(({ params }) => params)
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = []
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk)
    const raw = Buffer.concat(chunks).toString("utf8")
    const [, place = "", method = ""] = /^\/(file\/)?bot[^/]+\/(.*)$/.exec(request.url ?? "") ?? []
    if (place) {
      const file = this.files.get(method)
      response.writeHead(file ? 200 : 404).end(file)
      return
    }
    const isJson = request.headers["content-type"]?.includes("json") === true
    const params = isJson ? (JSON.parse(raw) as Record<string, unknown>) : {}
    this.called.push({ method, params, raw })
    const reply = this.#replies.get(method)?.shift() ?? (await this.#usual(method, params, response))
    if ("cut" in reply) response.destroy()
    else if ("html" in reply) response.writeHead(reply.html).end("<html>Bad Gateway</html>")
    else if ("result" in reply) response.end(JSON.stringify({ ok: true, result: reply.result }))
    else {
      const { error, ...rest } = reply
      response.writeHead(error).end(JSON.stringify({ ok: false, error_code: error, ...rest }))
    }
  }

  async #usual(method: string, params: Record<string, unknown>, response: ServerResponse): Promise<Reply> {
    if (method !== "getUpdates") return { result: DEFAULTS[method] ?? true }
    const { offset = 0, timeout = 0 } = params as { offset?: number; timeout?: number }
    this.#updates = this.#updates.filter(({ update_id }) => update_id >= offset)
    if (this.#updates.length === 0 && timeout > 0) {
      await new Promise<void>((resolve) => {
        this.#polls.push(resolve)
        response.on("close", resolve)
      })
    }
    return { result: this.#updates.slice(0, 100) }
  }
}
