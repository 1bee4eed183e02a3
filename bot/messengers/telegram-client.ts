import { Agent as HttpAgent, get as httpGet } from "node:http"
import { Agent as HttpsAgent, get as httpsGet } from "node:https"
import { HttpsProxyAgent } from "https-proxy-agent"
import { seconds } from "../../rules/time.ts"
import { Withheld } from "../messenger.ts"
import type { Call, Library } from "./telegram-library.ts"

export interface ClientOptions {
  readonly token: string
  /** `https://api.telegram.org`, or one's own Bot API server. */
  readonly apiRoot: string
  /** `http://proxy.example:3128`, where Telegram is not reachable without. */
  readonly proxy: string | null
}

/** What Telegram lets a bot download. */
export const LARGEST_FILE = 20_000_000
const CALL_PATIENCE = seconds(30)
/** How long Telegram holds a call for updates when there are none, in seconds, and how long we then wait for it. */
export const POLL = 30
const POLL_PATIENCE = seconds(POLL + 20)
/** An idle connection is given up before the other side does: a call on a dying one has no answer. */
const IDLE = seconds(15)

/** The way to one Bot API server. */
export interface Client {
  readonly call: Call
  /** For `getUpdates` alone, which may take long. */
  readonly poll: Call
  /** The bytes of a file; throws `Withheld` when it is gone or too large. The address holds the token: nobody sees it. */
  download(path: string): Promise<Uint8Array>
  /** Lets go of idle connections; one in use closes when its call is over, so that no call is cut off from its answer. */
  close(): void
}

export const openClient = ({ token, apiRoot, proxy }: ClientOptions, library: Library): Client => {
  const secure = apiRoot.startsWith("https:")
  const agent =
    proxy !== null
      ? new HttpsProxyAgent(proxy, { keepAlive: true, timeout: IDLE })
      : new (secure ? HttpsAgent : HttpAgent)({ keepAlive: true, timeout: IDLE })
  const way = { token, apiRoot, agent }

  const download = (path: string): Promise<Uint8Array> =>
    new Promise((resolve, reject) => {
      const lost = (): void => reject(new Error("the file did not arrive"))
      const get = secure ? httpsGet : httpGet
      const request = get(`${apiRoot}/file/bot${token}/${path}`, { agent, timeout: CALL_PATIENCE })
      request.on("error", lost)
      request.on("timeout", () => request.destroy())
      request.on("response", (response) => {
        const chunks: Buffer[] = []
        let size = 0
        response.on("data", (chunk: Buffer) => {
          size += chunk.length
          chunks.push(chunk)
          if (size > LARGEST_FILE) {
            reject(new Withheld("too-large"))
            request.destroy()
          }
        })
        response.on("error", lost)
        response.on("end", () => {
          if (response.statusCode === 200) resolve(Buffer.concat(chunks))
          else reject(new Withheld("gone"))
        })
      })
    })

  const close = (): void => {
    agent.maxFreeSockets = 0
    for (const idle of Object.values(agent.freeSockets)) for (const socket of idle ?? []) socket.destroy()
  }
  return {
    call: library({ ...way, patience: CALL_PATIENCE }),
    poll: library({ ...way, patience: POLL_PATIENCE }),
    download,
    close,
  }
}
