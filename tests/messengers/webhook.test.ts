import { createServer, type Server } from "node:http"
import type { AddressInfo } from "node:net"
import { describe, expect, test, vi } from "vitest"
import { useLine } from "./line.ts"

const { line } = useLine()

/** A port that was free a moment ago. */
const freePort = async (): Promise<number> => {
  const server: Server = createServer()
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

const SECRET = "a-secret-of-some-length"
const update = (update_id: number, text = "一") => ({
  update_id,
  message: {
    message_id: 1,
    date: 1,
    chat: { id: 7, type: "private", first_name: "李静" },
    from: { id: 7, is_bot: false, first_name: "李静" },
    text,
  },
})

const listening = async (): Promise<string> => {
  const port = await freePort()
  const webhook = { url: "https://bot.example/hook", host: "127.0.0.1", port, path: "/hook", secret: SECRET }
  line().start({ webhook })
  await vi.waitFor(() => expect(line().api.of("setWebhook")).toHaveLength(1))
  return `http://127.0.0.1:${port}`
}

const call = async (url: string, body: string, headers: Record<string, string> = {}): Promise<number> =>
  (
    await fetch(url, {
      method: "POST",
      body,
      headers: { "x-telegram-bot-api-secret-token": SECRET, ...headers },
    })
  ).status

describe("a webhook", () => {
  test("is announced with its secret and with what it wants to hear", async () => {
    await listening()
    expect(line().api.of("setWebhook")).toEqual([
      {
        url: "https://bot.example/hook",
        secret_token: SECRET,
        allowed_updates: ["message", "edited_message", "callback_query", "my_chat_member"],
      },
    ])
    expect(line().api.of("getUpdates")).toEqual([])
  })

  test("answers only once the update has been received", async () => {
    const url = await listening()
    expect(await call(`${url}/hook`, JSON.stringify(update(1)))).toBe(200)
    expect(line().received).toMatchObject([{ id: "telegram:1", text: "一" }])
    line().answer = () => Promise.reject(new Error("the disk is full"))
    expect(await call(`${url}/hook`, JSON.stringify(update(2)))).toBe(500)
  })

  test("is answered with nothing in it: what we say to a press goes by a call of its own", async () => {
    const url = await listening()
    line().answer = () => ({ toast: "好", alert: false })
    const pressed = { id: "q", from: update(1).message.from, data: "ok", message: update(1).message }
    const response = await fetch(`${url}/hook`, {
      method: "POST",
      body: JSON.stringify({ update_id: 1, callback_query: pressed }),
      headers: { "x-telegram-bot-api-secret-token": SECRET },
    })
    expect([response.status, await response.text()]).toEqual([200, ""])
    await vi.waitFor(() =>
      expect(line().api.of("answerCallbackQuery")).toEqual([
        { callback_query_id: "q", text: "好", show_alert: false },
      ]),
    )
  })

  test("hears nobody without the right secret, on another path or with another method", async () => {
    const url = await listening()
    const body = JSON.stringify(update(1))
    expect(await call(`${url}/hook`, body, { "x-telegram-bot-api-secret-token": "wrong" })).toBe(401)
    expect((await fetch(`${url}/hook`, { method: "POST", body })).status).toBe(401)
    expect(await call(`${url}/other`, body)).toBe(404)
    expect((await fetch(`${url}/hook`)).status).toBe(404)
    expect(line().received).toEqual([])
  })

  test("refuses what is no update, or too large, and goes on", async () => {
    const url = await listening()
    for (const body of ["", "{", "[]", '{"update_id":"1"}', "null"]) {
      expect(await call(`${url}/hook`, body)).toBe(400)
    }
    const large = await call(`${url}/hook`, JSON.stringify(update(1, "长".repeat(400_000)))).catch(() => 413)
    expect(large).toBe(413)
    expect(await call(`${url}/hook`, JSON.stringify(update(2)))).toBe(200)
    expect(line().received).toHaveLength(1)
  })

  test("finishes what is under way before it stops", async () => {
    const url = await listening()
    let release: (() => void) | null = null
    line().answer = () => new Promise((resolve) => (release = () => resolve({ toast: null, alert: false })))
    const answered = call(`${url}/hook`, JSON.stringify(update(1)))
    await vi.waitFor(() => expect(release).not.toBeNull())
    const stopped = line().telegram?.stop()
    const finish = release as (() => void) | null
    finish?.()
    expect(await answered).toBe(200)
    await stopped
    await expect(fetch(url)).rejects.toThrow()
  })

  test("on a port that is taken says so", async () => {
    const { port } = new URL(line().api.url)
    const webhook = {
      url: "https://x.example/h",
      host: "127.0.0.1",
      port: Number(port),
      path: "/h",
      secret: SECRET,
    }
    line().start({ webhook })
    await vi.waitFor(() => expect(line().fatal).toHaveLength(1))
    expect(line().fatal[0]).toContain(`cannot listen on 127.0.0.1:${port}`)
  })

  test("that Telegram will not call says why; one that cannot be announced now is announced later", async () => {
    line().api.reply(
      "setWebhook",
      { cut: true },
      { error: 400, description: "Bad Request: bad webhook: HTTPS" },
    )
    const port = await freePort()
    line().start({ webhook: { url: "http://x.example", host: "127.0.0.1", port, path: "/", secret: SECRET } })
    await vi.waitFor(() => expect(line().fatal).toEqual(["400: Bad Request: bad webhook: HTTPS"]))
    expect(line().waits).toEqual([1_000])
  })
})
