import { createHash, timingSafeEqual } from "node:crypto"
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http"
import type { Update } from "grammy/types"
import { z } from "zod"
import { seconds } from "../../rules/time.ts"
import type { Intake } from "./telegram-intake.ts"
import { Patience, type PatienceOptions } from "./telegram-patience.ts"

/** Where Telegram calls us, instead of our calling it. */
export interface Webhook {
  /** What Telegram is told: `https://bot.example.gov.cn/hook`. */
  readonly url: string
  /** Where we listen, behind whatever speaks HTTPS. */
  readonly host: string
  readonly port: number
  readonly path: string
  /** Sent along with each call; 1 to 256 of `A-Z a-z 0-9 _ -`. */
  readonly secret: string
}

const LARGEST_BODY = 1_000_000
/** An update, as far as it has to be known before it is translated. */
const Envelope = z.looseObject({ update_id: z.number() })

const digest = (text: string): Buffer => createHash("sha256").update(text).digest()

/** Compares without telling by its time how much was right. */
const isSame = (one: string, other: string): boolean => timingSafeEqual(digest(one), digest(other))

/** Reads a body up to a limit; null when there is more. */
const bodyOf = async (request: IncomingMessage): Promise<string | null> => {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > LARGEST_BODY) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString("utf8")
}

const parse = (text: string): Update | null => {
  try {
    const found = Envelope.safeParse(JSON.parse(text))
    return found.success ? found.data : null
  } catch {
    return null
  }
}

export interface WebhookOptions extends PatienceOptions {
  readonly hook: Webhook
  readonly intake: Intake
  /** What has to be known before the first call. */
  readonly prepare: () => Promise<unknown>
  /** Tells Telegram where to call. */
  readonly announce: () => Promise<unknown>
}

/** What to answer to one call: 200 only once the update has been received. */
const statusFor = async (request: IncomingMessage, options: WebhookOptions): Promise<number> => {
  const { hook, intake, log } = options
  const [path] = (request.url ?? "").split("?")
  if (path !== hook.path || request.method !== "POST") return 404
  const secret = request.headers["x-telegram-bot-api-secret-token"]
  if (typeof secret !== "string" || !isSame(secret, hook.secret)) return 401
  const body = await bodyOf(request)
  if (body === null) return 413
  const update = parse(body)
  if (!update) return 400
  try {
    await intake.take(update)
    return 200
  } catch (fault) {
    log.warn({ err: fault }, "an update could not be taken in; Telegram will bring it again")
    return 500
  }
}

const answer = async (
  request: IncomingMessage,
  response: ServerResponse,
  options: WebhookOptions,
): Promise<void> => {
  const status = await statusFor(request, options).catch(() => 400)
  // Whatever of the body was not read is not worth reading.
  response.writeHead(status, status === 200 ? {} : { connection: "close" })
  response.end()
}

const open = (options: WebhookOptions): Promise<Server> => {
  const server = createServer((request, response) => void answer(request, response, options))
  server.requestTimeout = seconds(30)
  return new Promise((resolve, reject) => {
    server.once("error", reject)
    server.listen(options.hook.port, options.hook.host, () => resolve(server))
  })
}

/** Resolves when every call under way is answered. */
const close = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve())
    server.closeIdleConnections()
  })

/** Listens for Telegram's calls until stopped; resolves when the last is answered, or when it is useless to listen. */
export const listen = async (options: WebhookOptions): Promise<void> => {
  const { hook, signal, fatal, prepare, announce } = options
  const patience = new Patience(options)
  if (!(await patience.persist(prepare))) return
  let server: Server
  try {
    server = await open(options)
  } catch (fault) {
    fatal(
      `cannot listen on ${hook.host}:${hook.port}: ${fault instanceof Error ? fault.message : String(fault)}`,
    )
    return
  }
  if (await patience.persist(announce)) {
    if (!signal.aborted) await new Promise((resolve) => signal.addEventListener("abort", resolve))
  }
  await close(server)
}
