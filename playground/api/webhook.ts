import { request } from "node:http"
import type { Queue } from "../world/queue.ts"
import { badRequest } from "./refusal.ts"

const FIRST_PAUSE = 50
const LONGEST_PAUSE = 5_000
const PATIENCE = 60_000

interface Target {
  readonly url: string
  readonly secret: string | null
}

/** Delivers updates by POST, one after the other, again and again until they are accepted. */
export interface Webhook {
  /** Null ends it. */
  set(target: Target | null): void
  readonly url: string
  /** How many deliveries failed. */
  readonly failures: number
  readonly lastError: { readonly at: number; readonly text: string } | null
}

const deliver = ({ url, secret }: Target, update: unknown): Promise<void> =>
  new Promise((resolve, reject) => {
    const body = JSON.stringify(update)
    const call = request(
      url,
      {
        method: "POST",
        timeout: PATIENCE,
        headers: {
          "content-type": "application/json",
          "content-length": Buffer.byteLength(body),
          ...(secret === null ? {} : { "x-telegram-bot-api-secret-token": secret }),
        },
      },
      (response) => {
        response.resume()
        const status = response.statusCode ?? 0
        if (status >= 200 && status < 300) resolve()
        else
          reject(
            new Error(`Wrong response from the webhook: ${String(status)} ${response.statusMessage ?? ""}`),
          )
      },
    )
    call.on("timeout", () => call.destroy(new Error("Read timeout expired")))
    call.on("error", reject)
    call.end(body)
  })

/** A webhook must be on this machine: the playground talks to nobody else. */
export const checkWebhook = (url: string): void => {
  if (!URL.canParse(url)) throw badRequest("bad webhook: invalid URL")
  const { protocol, hostname } = new URL(url)
  if (protocol !== "http:" || !["127.0.0.1", "localhost", "[::1]"].includes(hostname)) {
    throw badRequest("bad webhook: the playground delivers to http addresses on this machine only")
  }
}

/** `isCut` tells when nothing gets through. */
export const createWebhook = (queue: Queue, isCut: () => boolean): Webhook => {
  let target: Target | null = null
  let busy = false
  let failures = 0
  let lastError: Webhook["lastError"] = null

  const run = async (): Promise<void> => {
    if (busy) return
    busy = true
    let pause = FIRST_PAUSE
    for (let to = target; to !== null && queue.length > 0; to = target) {
      const [update] = queue.first(1)
      try {
        if (isCut()) throw new Error("Connection timed out")
        await deliver(to, update)
        if (queue.first(1)[0] === update) queue.shift()
        pause = FIRST_PAUSE
      } catch (error) {
        failures += 1
        lastError = { at: Date.now(), text: error instanceof Error ? error.message : String(error) }
        await new Promise((resolve) => setTimeout(resolve, pause).unref())
        pause = Math.min(pause * 2, LONGEST_PAUSE)
      }
    }
    busy = false
  }
  queue.listen((change) => {
    if (change === "arrived" && target !== null) void run()
  })

  return {
    set: (next) => {
      target = next
      if (next === null) lastError = null
      else void run()
    },
    get url() {
      return target?.url ?? ""
    },
    get failures() {
      return failures
    },
    get lastError() {
      return lastError
    },
  }
}
