import { createHash, timingSafeEqual } from "node:crypto"
import type { Call, House, Route } from "./route.ts"

const LOOPBACK = /^(127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/
const LOCAL_NAME = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?$/i
/** What a proxy adds: behind one, everybody seems to be on this machine. */
const PASSED_ON = ["forwarded", "x-forwarded-for", "x-real-ip", "via"]

const isLocal = (call: Call): boolean =>
  LOOPBACK.test(call.env.incoming.socket.remoteAddress ?? "") &&
  LOCAL_NAME.test(call.req.header("host") ?? "") &&
  PASSED_ON.every((name) => call.req.header(name) === undefined)

const digest = (text: string): Buffer => createHash("sha256").update(text).digest()

const mayRead = (call: Call, { settings: { METRICS_TOKEN } }: House): boolean => {
  if (METRICS_TOKEN === null) return isLocal(call)
  const given = /^Bearer +(\S{1,200})$/i.exec(call.req.header("authorization") ?? "")?.[1] ?? ""
  return timingSafeEqual(digest(given), digest(METRICS_TOKEN))
}

/** Numbers for Prometheus, none of them about a person: to this machine alone, or to whoever has the token. */
export const metrics: Route = (site, house) => {
  site.get("/metrics", async (call) => {
    if (!mayRead(call, house)) return call.notFound()
    return call.text(await house.meter.read(), 200, {
      "content-type": "text/plain; version=0.0.4; charset=utf-8",
      "cache-control": "no-store",
    })
  })
}
