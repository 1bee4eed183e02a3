import { connect } from "node:net"
import { expect, onTestFinished, test } from "vitest"
import { healthz } from "../../bot/http/healthz.ts"
import type { Route } from "../../bot/http/route.ts"
import { openMeter } from "../../bot/http/meter.ts"
import { type Http, openHttp } from "../../bot/http/server.ts"
import { readSettings, type Settings } from "../../bot/settings.ts"
import { minutes } from "../../rules/time.ts"
import { act } from "../../services/app.ts"
import * as outbox from "../../services/outbox.ts"
import { openMemory } from "../../storage/memory.ts"
import { languages } from "../../text/index.ts"

const MEGABYTE = 1024 * 1024

/** Answers with what was sent. */
const echo: Route = (site) => {
  site.post("/echo", async (call) => call.text(await call.req.text()))
}
const faulty: Route = (site) => {
  site.get("/faulty", () => {
    throw new Error("a secret inside")
  })
}

const room = {
  commands: [],
  deepLink: () => "",
  feedLink: () => null,
  mayCall: null,
  onceLink: () => null,
  pageLink: () => null,
  hearsGroups: () => true,
}

const opened = async (changes: Partial<Settings> = {}, more: readonly Route[] = []) => {
  const reported: string[] = []
  const now = () => 0
  const store = await openMemory({ now })
  const report = (fault: unknown) => `ref${String(reported.push(String(fault)))}`
  const app = { store, now, newId: () => "id", text: languages.zh, report }
  const http = await openHttp(
    {
      app,
      settings: { ...readSettings({ HTTP_PORT: "0" }), ...changes },
      room,
      pulse: { lookedAt: now },
      meter: openMeter(app, "/nowhere"),
    },
    [echo, faulty, ...more],
  )
  if (!http) throw new Error("not opened")
  onTestFinished(async () => {
    await http.close()
    await store.close()
  })
  return { http, reported, app, at: (path: string) => `http://127.0.0.1:${String(http.port)}${path}` }
}

/** What the server says to so much of a request as is given. */
const said = ({ port }: Http, request: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1", () => socket.write(request))
    onTestFinished(() => void socket.destroy())
    socket.once("data", (answer: Buffer) => resolve(answer.toString()))
    socket.once("error", reject)
  })

test("without a port or a public address nothing is served", async () => {
  const store = await openMemory({ now: () => 0 })
  onTestFinished(() => store.close())
  const app = { store, now: () => 0, newId: () => "id", text: languages.zh, report: () => "" }
  expect(
    await openHttp({
      app,
      settings: readSettings({}),
      room,
      pulse: { lookedAt: app.now },
      meter: openMeter(app, "/nowhere"),
    }),
  ).toBe(null)
})

test("everything hangs below the path of the public address, and is called by it", async () => {
  const { http, at } = await opened({ HTTP_URL: "https://bot.example.gov.cn/zhishou/" })
  expect(http.url("/echo")).toBe("https://bot.example.gov.cn/zhishou/echo")
  const post = { method: "POST", body: "in" }
  expect(await (await fetch(at("/zhishou/echo"), post)).text()).toBe("in")
  expect((await fetch(at("/echo"), post)).status).toBe(404)
})

test("a body of 10 MB is refused by its length alone, before any of it has come", async () => {
  const { http } = await opened()
  const head = `POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: ${String(10 * MEGABYTE)}\r\n\r\n`
  expect(await said(http, head)).toMatch(/^HTTP\/1\.1 413 /)
})

test("a body of 10 MB that hides its length is refused at the limit", async () => {
  const { http } = await opened()
  const head = "POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
  // The rest never comes, and is not waited for.
  const half = `${(MEGABYTE / 2).toString(16)}\r\n${"x".repeat(MEGABYTE / 2)}\r\n`
  expect(await said(http, head + half)).toMatch(/^HTTP\/1\.1 413 /)
})

test("whoever sends all 10 MB hears the refusal too", async () => {
  const { at } = await opened()
  const answer = await fetch(at("/echo"), { method: "POST", body: "x".repeat(10 * MEGABYTE) })
  expect([answer.status, await answer.text()]).toEqual([413, ""])
})

test("a fault is reported, and not told to whoever asked", async () => {
  const { reported, at } = await opened()
  const answer = await fetch(at("/faulty"))
  expect([answer.status, await answer.text()]).toEqual([500, ""])
  expect(reported).toEqual(["Error: a secret inside"])
})

test("whoever is being answered when the bot stops gets the answer", async () => {
  let go: () => void = () => undefined
  let asked: () => void = () => undefined
  const isAsked = new Promise<void>((resolve) => (asked = resolve))
  const gone = new Promise<void>((resolve) => (go = resolve))
  const slow: Route = (site) => {
    site.get("/slow", async (call) => {
      asked()
      await gone
      return call.text("done")
    })
  }
  const { http, at } = await opened({}, [slow])
  const answer = fetch(at("/slow"))
  await isAsked
  const closed = http.close()
  go()
  expect(await (await answer).text()).toBe("done")
  await closed
  await expect(fetch(at("/slow"))).rejects.toThrow()
})

test("messages that should have left long ago are told to whoever asks how it goes", async () => {
  const { app, at } = await opened({}, [healthz])
  const sender = async () => ((await (await fetch(at("/healthz"))).json()) as { sender: string }).sender
  const waiting = (since: number) =>
    act(app, { by: "test", why: "post" }, (turn) =>
      outbox.post(turn, {
        to: { kind: "chat", id: "1" },
        lane: "notice",
        body: { text: "late" },
        key: String(since),
        dueAt: since,
      }),
    )
  await waiting(-minutes(15))
  expect(await sender()).toBe("ok")
  await waiting(-minutes(16))
  expect(await sender()).toBe("failing")
})
