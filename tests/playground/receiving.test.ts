import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import type { Update } from "grammy/types"
import { describe, expect, test } from "vitest"
import { client, open, operator, refusal, startBot } from "./county.ts"

/** Waits for something the server does when a request reaches it. */
const until = async (happened: () => boolean): Promise<void> => {
  while (!happened()) await new Promise((resolve) => setImmediate(resolve))
}

describe("getUpdates", () => {
  test("gives what is new, again and again until the offset has passed it", async () => {
    const playground = await open({ firstUpdateId: 500 })
    const api = client(playground)
    for (const text of ["一", "二", "三"]) playground.say({ who: operator, text })
    const ids = async (offset?: number, limit?: number) =>
      (await api.getUpdates({ ...(offset === undefined ? {} : { offset }), limit: limit ?? 100 })).map(
        (one) => one.update_id,
      )
    expect(await ids()).toEqual([500, 501, 502])
    expect(await ids()).toEqual([500, 501, 502])
    expect(await ids(501, 1)).toEqual([501])
    expect(await ids(-1)).toEqual([502])
    expect(await ids(503)).toEqual([])
    expect(playground.counts().pending).toBe(0)
  })

  test("waits for news and answers as soon as there is some", async () => {
    const playground = await open()
    const poll = client(playground).getUpdates({ timeout: 30 })
    await until(() => playground.counts().listening)
    playground.say({ who: operator, text: "早" })
    playground.say({ who: operator, text: "安" })
    expect((await poll).map(({ message }) => message?.text)).toEqual(["早", "安"])
  })

  test("bears one poller: the older one is turned away", async () => {
    const playground = await open()
    const api = client(playground)
    const older = refusal(api.getUpdates({ timeout: 30 }))
    await until(() => playground.counts().listening)
    const younger = api.getUpdates({ timeout: 30 })
    expect(await older).toBe(
      "409 Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
    )
    playground.say({ who: operator, text: "早" })
    expect(await younger).toHaveLength(1)
    expect(playground.counts().conflicts).toBe(1)
  })

  test("forgets a poller that hung up", async () => {
    const playground = await open()
    const gone = new AbortController()
    const { apiRoot, token } = playground
    const poll = fetch(`${apiRoot}/bot${token}/getUpdates?timeout=30`, gone).catch(() => "gone")
    await until(() => playground.counts().listening)
    gone.abort()
    expect(await poll).toBe("gone")
    await until(() => !playground.counts().listening)
    playground.say({ who: operator, text: "早" })
    expect(await client(playground).getUpdates({ timeout: 30 })).toHaveLength(1)
    expect(playground.counts().conflicts).toBe(0)
  })

  test("keeps to the kinds that were asked for, also in later calls", async () => {
    const playground = await open()
    const api = client(playground)
    await api.getUpdates({ allowed_updates: ["callback_query"] })
    await api.getUpdates()
    playground.say({ who: operator, text: "听不见" })
    expect(playground.counts().pending).toBe(0)
    await api.getUpdates({ allowed_updates: ["message"] })
    playground.say({ who: operator, text: "听得见" })
    expect(playground.counts().pending).toBe(1)
  })

  test("delivers confirmed updates a second time when told to", async () => {
    const playground = await open({ firstUpdateId: 10 })
    const seen: number[] = []
    await startBot(playground, (bot) => bot.use((ctx) => void seen.push(ctx.update.update_id)))
    playground.repeatUpdates(2)
    for (const text of ["一", "二", "三"]) playground.say({ who: operator, text })
    await playground.settled()
    expect(seen.toSorted((a, b) => a - b)).toEqual([10, 10, 11, 11, 12])
  })

  test("goes on after the numbering jumped, upwards or downwards", async () => {
    const playground = await open({ firstUpdateId: 1_000 })
    const seen: number[] = []
    await startBot(playground, (bot) => bot.use((ctx) => void seen.push(ctx.update.update_id)))
    const say = async (): Promise<void> => {
      playground.say({ who: operator, text: "喂" })
      await playground.settled()
    }
    await say()
    playground.jumpUpdateId(500)
    await say()
    playground.jumpUpdateId(-900)
    await say()
    await say()
    expect(seen).toEqual([1_000, 1_501, 602, 603])
  })
})

test("an offset from before a jump downwards confirms nothing", async () => {
  const playground = await open({ firstUpdateId: 1_000 })
  const api = client(playground)
  playground.jumpUpdateId(-900)
  playground.say({ who: operator, text: "喂" })
  expect((await api.getUpdates({ offset: 1_001 })).map((one) => one.update_id)).toEqual([100])
  expect(await api.getUpdates({ offset: 101 })).toEqual([])
})

describe("a webhook", () => {
  test("gets updates by POST, with the secret, again until it accepts them", async () => {
    const playground = await open()
    const api = client(playground)
    const got: [string | undefined, string | undefined][] = []
    let refusals = 2
    const server = createServer((request, response) => {
      let body = ""
      request.on("data", (chunk: Buffer) => (body += chunk.toString()))
      request.on("end", () => {
        const secret = request.headers["x-telegram-bot-api-secret-token"]
        const update = JSON.parse(body) as Update
        if (refusals > 0) refusals -= 1
        else got.push([update.message?.text, String(secret)])
        response.writeHead(got.length > 0 ? 200 : 500)
        response.end()
      })
    })
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
    const url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/hook`
    await api.setWebhook(url, { secret_token: "s3cret" })
    expect(await refusal(api.getUpdates())).toBe(
      "409 Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
    )
    playground.say({ who: operator, text: "一" })
    playground.say({ who: operator, text: "二" })
    await playground.settled()
    expect(got).toEqual([
      ["一", "s3cret"],
      ["二", "s3cret"],
    ])
    expect(await api.getWebhookInfo()).toMatchObject({ url, pending_update_count: 0 })
    playground.unreachable(60_000)
    playground.say({ who: operator, text: "三" })
    await until(() => got.length > 2 || playground.counts().webhookFailures > 2)
    expect(got).toHaveLength(2)
    playground.unreachable(0)
    await playground.settled()
    expect(got).toHaveLength(3)
    await api.deleteWebhook()
    expect(await api.getUpdates()).toEqual([])
    server.close()
  })

  test("must be on this machine", async () => {
    const api = client(await open())
    expect(await refusal(api.setWebhook("https://example.com/hook"))).toContain(
      "400 Bad Request: bad webhook",
    )
  })
})
