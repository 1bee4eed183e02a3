import type { ServerResponse } from "node:http"
import type { Driven } from "../interface.ts"
import type { Change } from "../world/world.ts"

const HEARTBEAT = 15_000
const MOST_LISTENERS = 32

/** Server-sent events: what changes, to every page that is open. */
export const createStream = (playground: Driven): { open(response: ServerResponse): void } => {
  const listeners = new Set<ServerResponse>()
  let stop: (() => void) | null = null
  let pending: Change[] = []

  const write = (event: unknown): void => {
    const line = `data: ${JSON.stringify(event)}\n\n`
    for (const listener of listeners) listener.write(line)
  }
  const clockEvent = (): unknown => ({
    kind: "clock",
    now: playground.clock.now(),
    running: playground.clock.running,
  })
  const flush = (): void => {
    const changes = pending
    pending = []
    write({ kind: "changes", changes, clock: playground.clock.now() })
  }
  const start = (): (() => void) => {
    const endChanges = playground.onChange((change) => {
      if (pending.length === 0) setImmediate(flush)
      pending.push(change)
    })
    const endClock = playground.clock.onChange(() => write(clockEvent()))
    const timer = setInterval(() => write(clockEvent()), HEARTBEAT).unref()
    return () => {
      endChanges()
      endClock()
      clearInterval(timer)
    }
  }

  return {
    open: (response) => {
      if (listeners.size >= MOST_LISTENERS) {
        response.writeHead(503)
        response.end()
        return
      }
      response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" })
      response.write("retry: 1000\n\n")
      listeners.add(response)
      stop ??= start()
      response.write(`data: ${JSON.stringify(clockEvent())}\n\n`)
      response.on("close", () => {
        listeners.delete(response)
        if (listeners.size > 0) return
        stop?.()
        stop = null
      })
    },
  }
}
