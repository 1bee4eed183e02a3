import { Agent, createServer, request } from "node:http"
import type { AddressInfo } from "node:net"
import { inspect } from "node:util"
import { describe, expect, onTestFinished, test, vi } from "vitest"
import { Doubtful, Pause } from "../../bot/messenger.ts"
import type { Fault } from "../../playground/api/faults.ts"
import { chosen, libraries } from "./libraries.ts"
import { failing, group, li, town } from "./town.ts"

const inGroup = { chat: String(group), kind: "group", topic: null, replyTo: null } as const

/** What goes wrong on the way, and what is thought of it. */
const ON_THE_WAY: readonly (readonly [Fault["kind"], unknown])[] = [
  ["lostAnswer", Doubtful],
  ["halfAnswer", Doubtful],
  ["reset", Doubtful],
  ["badGateway", Doubtful],
  ["serverError", Error],
  ["tooMany", Pause],
]

test.each(ON_THE_WAY)("on the way: %s", async (kind, meaning) => {
  const t = await town()
  t.playground.fault({ kind, times: 1 })
  const fault = await failing(t.open().send(inGroup, { text: "提醒" }))
  expect((fault as Error).constructor).toBe(meaning)
})

describe("the token", () => {
  const SECRET = "playground-token-no-secret"

  test("stands in no fault and in no line, whatever goes wrong with sending, fetching and receiving", async () => {
    const t = await town()
    const messenger = t.start()
    t.playground.say({ who: li, file: { name: "a.csv", content: Buffer.from("a") } })
    await t.confirmed()
    const [said] = t.received
    if (said?.kind !== "message") throw new Error("nothing came")
    const faults: unknown[] = []
    for (const [kind] of ON_THE_WAY) {
      for (const work of [
        () => messenger.send(inGroup, { text: "提醒" }),
        () => messenger.send(inGroup, { text: "", file: { name: "a", base64: "YQ==" } }),
        () => said.attachment?.read() ?? Promise.resolve(),
        () => messenger.self(),
      ]) {
        t.playground.fault({ kind, times: 1 })
        faults.push(await failing(work()))
        t.playground.clearFaults()
      }
      t.playground.fault({ kind, times: 1, methods: ["getUpdates"] })
      t.playground.say({ who: li, text: kind })
      await t.confirmed()
    }
    t.playground.unreachable(60_000)
    faults.push(await failing(messenger.send(inGroup, { text: "提醒" })))
    faults.push(await failing(t.open({ apiRoot: "http://127.0.0.1:9" }).self()))
    expect(faults.filter((fault) => fault === null)).toEqual([])
    for (const fault of faults) expect(inspect(fault, { depth: 9, showHidden: true })).not.toContain(SECRET)
    expect(t.logged.length).toBeGreaterThan(0)
    expect(t.logged.join("")).not.toContain(SECRET)
  })
})

test("an answer is not waited for longer than was said", async () => {
  const t = await town()
  t.playground.fault({ kind: "slow", times: 1, delay: 1_000 })
  const { token, apiRoot } = t.playground
  const agent = new Agent({ keepAlive: true })
  onTestFinished(() => agent.destroy())
  const fault = await failing(libraries[chosen]({ token, apiRoot, agent, patience: 20 })("getMe", {}))
  expect(fault).toMatchObject({ message: "no answer in time", written: true })
})

test("connections are kept and used again, and let go of at the end", async () => {
  const t = await town()
  const sockets = new Set<unknown>()
  const relay = createServer((incoming, outgoing) => {
    sockets.add(incoming.socket)
    const [, path] = /^\/telegram(\/.*)$/.exec(incoming.url ?? "") ?? []
    if (path === undefined) return void outgoing.writeHead(404).end()
    const { host: _host, ...headers } = incoming.headers
    const onward = request(
      `${t.playground.apiRoot}${path}`,
      { method: incoming.method, headers },
      (answer) => {
        outgoing.writeHead(answer.statusCode ?? 500, answer.headers)
        answer.pipe(outgoing)
      },
    )
    incoming.pipe(onward)
  })
  await new Promise<void>((resolve) => relay.listen(0, "127.0.0.1", resolve))
  const { port } = relay.address() as AddressInfo
  // A Bot API server of one's own may have a path, and a slash at its end.
  const messenger = t.open({ apiRoot: `http://127.0.0.1:${port}/telegram/` })
  expect(await messenger.self()).toMatchObject({ username: "zhishou_bot" })
  for (const text of ["一", "二"]) await messenger.send(inGroup, { text })
  await messenger.send(inGroup, { text: "", file: { name: "a.csv", base64: "YQ==" } })
  expect(t.last(group).file).toMatchObject({ name: "a.csv" })
  expect(sockets.size).toBe(1)
  await messenger.stop()
  await vi.waitFor(() =>
    expect([...sockets].every((socket) => (socket as { destroyed: boolean }).destroyed)).toBe(true),
  )
  await new Promise((resolve) => relay.close(resolve))
})
