import { request } from "node:http"
import { describe, expect, test } from "vitest"
import type { Playground } from "../../playground/playground.ts"
import { client, group, leader, open, operator, refusal, startBot } from "./county.ts"

type Answer = { ok: boolean; result?: unknown; error?: string }

const act = async (
  { url }: Playground,
  name: string,
  body: unknown,
): Promise<Answer & { status: number }> => {
  const answer = await fetch(`${url}control/${name}`, { method: "POST", body: JSON.stringify(body) })
  return { status: answer.status, ...((await answer.json()) as Answer) }
}

const ask = async ({ url }: Playground, question: string): Promise<unknown> =>
  ((await (await fetch(`${url}control/${question}`)).json()) as Answer).result

/** A raw request, whose Host no client would let us choose. */
const knock = ({ port }: Playground, path: string, headers: Record<string, string>): Promise<number> =>
  new Promise((resolve, reject) => {
    const call = request({ host: "127.0.0.1", port, path, headers }, (response) => {
      response.resume()
      resolve(response.statusCode ?? 0)
    })
    call.on("error", reject)
    call.end()
  })

describe("the control interface", () => {
  test("lets a phone say, press and read, as the functions do", async () => {
    const playground = await open()
    await startBot(playground, (bot) => {
      bot.command("start", (ctx) =>
        ctx.reply("按一下", { reply_markup: { inline_keyboard: [[{ text: "好", callback_data: "ok" }]] } }),
      )
      bot.callbackQuery("ok", (ctx) => ctx.answerCallbackQuery("谢谢"))
    })
    expect(await act(playground, "say", { who: "operator", text: "/start" })).toMatchObject({
      result: { message: 1 },
    })
    await act(playground, "settled", {})
    expect(await ask(playground, `transcript?chat=${String(operator)}&as=${String(operator)}`)).toMatchObject(
      [
        { id: 1, text: "/start" },
        { id: 2, text: "按一下", buttons: [[{ label: "好", data: "ok" }]] },
      ],
    )
    expect(await act(playground, "press", { who: operator, button: "好" })).toMatchObject({
      result: { answered: true, text: "谢谢", alert: false },
    })
    expect(await ask(playground, "state")).toMatchObject({
      bot: { username: "zhishou_bot" },
      groups: [{ id: group }, {}],
      counts: { pending: 0, tooMany: 0 },
    })
    expect(await ask(playground, "doings?after=0")).toMatchObject([{ kind: "sent", text: "按一下" }])
  })

  test("drives people, groups, faults and the numbering", async () => {
    const playground = await open()
    const acts: [string, unknown][] = [
      ["join", { who: "supervisor", chat: group }],
      ["promote", { by: "leader", chat: group, who: "supervisor", admin: true }],
      ["leave", { who: "supervisor", chat: group, by: "leader" }],
      ["kickBot", { who: "leader", chat: group }],
      ["addBot", { who: "leader", chat: group }],
      ["block", { who: "operator" }],
      ["unblock", { who: "operator" }],
      ["deactivate", { who: "operator", deactivated: false }],
      ["fault", { kind: "tooMany", times: 3 }],
      ["unreachable", { duration: 0 }],
      ["repeatUpdates", { count: 1 }],
      ["jumpUpdateId", { by: 5 }],
      ["clearFaults", {}],
      ["privacy", { on: false }],
      ["channelPost", { chat: group, text: "公告" }],
      ["edit", { who: operator, message: playground.say({ who: operator, text: "一" }), text: "二" }],
      ["openLink", { who: operator, link: "https://t.me/zhishou_bot" }],
      ["migrate", { who: "leader", chat: group }],
    ]
    for (const [name, body] of acts)
      expect([name, await act(playground, name, body)]).toMatchObject([name, { ok: true }])
  })

  test("says what is wrong with a request, and does nothing", async () => {
    const playground = await open()
    const bad: [string, unknown, number][] = [
      ["say", { who: "mayor", text: "x" }, 400],
      ["say", { who: operator, text: "x", extra: 1 }, 400],
      ["say", { who: operator, text: "x".repeat(40_001) }, 400],
      ["say", { who: operator, text: " " }, 409],
      ["say", { who: 424242, text: "x" }, 409],
      ["say", { who: 1004, chat: group, text: "x" }, 409],
      ["say", { who: operator, file: { name: "a" } }, 400],
      ["press", { who: operator, button: "x" }, 409],
      ["fault", { kind: "flood", times: 1 }, 400],
      ["turn", { by: -1 }, 400],
      ["openLink", { who: operator, link: "https://example.com" }, 409],
      ["nonsense", {}, 409],
    ]
    for (const [name, body, status] of bad) {
      const answer = await act(playground, name, body)
      expect([name, body, answer.status, typeof answer.error]).toEqual([name, body, status, "string"])
    }
    const broken = await fetch(`${playground.url}control/say`, { method: "POST", body: "{" })
    expect(broken.status).toBe(400)
    expect(playground.counts().pending).toBe(0)
  })

  test("takes a file as the body, and gives it back", async () => {
    const playground = await open()
    const query = new URLSearchParams({ who: String(operator), name: "台账.csv", text: "看" })
    const sent = await fetch(`${playground.url}control/upload?${String(query)}`, {
      method: "POST",
      body: "a,b",
    })
    expect(await sent.json()).toEqual({ ok: true, result: { message: 1 } })
    const [message] = playground.transcript({ chat: operator })
    expect(message).toMatchObject({ text: "看", file: { name: "台账.csv", size: 3 } })
    const got = await fetch(`${playground.url}control/file?id=${message?.file?.id ?? ""}`)
    expect(got.headers.get("content-disposition")).toBe("attachment; filename*=UTF-8''%E5%8F%B0%E8%B4%A6.csv")
    expect(await got.text()).toBe("a,b")
  })

  test("knows people by their phones wherever it asks for one", async () => {
    const playground = await open()
    const sent = await fetch(`${playground.url}control/upload?who=operator&chat=operator&name=a.csv`, {
      method: "POST",
      body: "a",
    })
    expect(await sent.json()).toEqual({ ok: true, result: { message: 1 } })
    const shown = await ask(playground, "transcript?chat=operator&as=operator")
    expect(shown).toMatchObject([{ id: 1, file: { name: "a.csv" } }])
    expect(await ask(playground, `transcript?chat=${String(operator)}`)).toEqual(shown)
    expect(await ask(playground, "menu?who=operator&chat=operator")).toEqual([])
    expect(
      await act(playground, "say", { who: "operator", chat: "operator", text: "operator" }),
    ).toMatchObject({
      result: { message: 2 },
    })
    expect(playground.transcript({ chat: operator }).at(-1)?.text).toBe("operator")
    expect((await act(playground, "forward", { who: "operator", message: 1, to: "operator" })).ok).toBe(true)
    expect((await fetch(`${playground.url}control/menu?who=mayor`)).status).toBe(400)
  })

  test("tells what changes as it happens", async () => {
    const playground = await open()
    const stream = await fetch(`${playground.url}control/events`)
    const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader()
    let text = ""
    const read = async (wanted: string): Promise<void> => {
      while (!text.includes(wanted)) text += (await reader?.read())?.value ?? ""
    }
    await read('"kind":"clock"')
    playground.say({ who: operator, text: "早" })
    await read(`{"kind":"message","chat":${String(operator)},"message":1}`)
    playground.clock.advance(1_000)
    await read(`"now":${String(playground.clock.now())}`)
    await reader?.cancel()
  })
})

describe("a stranger's page gets nothing", () => {
  test("neither by another name for this machine nor from another origin", async () => {
    const playground = await open()
    const host = `127.0.0.1:${String(playground.port)}`
    expect(await knock(playground, "/control/state", { host })).toBe(200)
    expect(await knock(playground, "/control/state", { host: `localhost:${String(playground.port)}` })).toBe(
      200,
    )
    expect(await knock(playground, "/control/state", { host: "rebound.example" })).toBe(403)
    expect(await knock(playground, "/", { host: "rebound.example" })).toBe(403)
    expect(await knock(playground, "/control/state", { host, origin: "https://evil.example" })).toBe(403)
    expect(await knock(playground, "/control/state", { host, origin: "null" })).toBe(403)
    expect(await knock(playground, "/control/state", { host, "sec-fetch-site": "cross-site" })).toBe(403)
    expect(await knock(playground, `/bot${playground.token}/getMe`, { host: "rebound.example" })).toBe(403)
  })

  test("and no path leads out of the page's folder", async () => {
    const playground = await open()
    const host = `127.0.0.1:${String(playground.port)}`
    for (const path of [
      "/../package.json",
      "/%2e%2e/package.json",
      "/..%2fpackage.json",
      "/.env",
      "//etc/passwd",
    ]) {
      expect([path, await knock(playground, path, { host })]).toEqual([path, 404])
    }
  })
})

describe("turning the clock", () => {
  /** Something that does its work when it is due, as the bot does. */
  const chores = (playground: Playground, due: number[]) => {
    const done: number[] = []
    playground.watch({
      settle: async () => {
        const now = playground.clock.now()
        for (const at of due.splice(0, due.length)) {
          if (at > now) due.push(at)
          else done.push(now)
        }
        await client(playground).sendMessage(leader, `${String(due.length)} 件`)
      },
      nextDue: () => Promise.resolve(due.length === 0 ? null : Math.min(...due)),
      wake: () => undefined,
    })
    return done
  }

  test("stops at every moment at which something is due, and then at the end", async () => {
    const playground = await open()
    const start = playground.clock.now()
    const done = chores(playground, [start + 5_000, start + 60_000, start + 5_000, start + 999_000])
    await playground.turn(start + 100_000)
    expect(done).toEqual([start + 5_000, start + 5_000, start + 60_000])
    expect(playground.clock.now()).toBe(start + 100_000)
    expect(await playground.nextDue()).toBe(start + 999_000)
    expect((await act(playground, "turn", { next: true })).result).toEqual({
      now: start + 999_000,
      moved: true,
    })
    expect((await act(playground, "turn", { next: true })).result).toEqual({
      now: start + 999_000,
      moved: false,
    })
    expect((await act(playground, "turn", { by: 3_600_000 })).result).toMatchObject({
      now: start + 4_599_000,
    })
    await expect(playground.turn(start)).rejects.toThrow("forward only")
  })

  test("gives up on a thing that stays due for ever", async () => {
    const playground = await open()
    const at = playground.clock.now()
    playground.watch({ settle: async () => {}, nextDue: () => Promise.resolve(at), wake: () => undefined })
    await expect(playground.turn(at + 1_000)).rejects.toThrow("does not get done")
  })

  test("says when nobody takes the updates", async () => {
    const playground = await open()
    playground.say({ who: operator, text: "有人吗" })
    await expect(playground.settled(1)).rejects.toThrow("is it running?")
    expect(await refusal(client(playground).getMe())).toBeNull()
  })
})
