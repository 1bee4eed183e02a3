import { GrammyError } from "grammy"
import { describe, expect, test } from "vitest"
import type { Playground } from "../../playground/playground.ts"
import { client, group, leader, open, operator, refusal, startBot } from "./county.ts"

const crowd = Array.from({ length: 40 }, (_, i) => ({
  id: 3_000 + i,
  name: `第${String(i)}人`,
  started: true,
}))

const sendMany = async (playground: Playground, chats: readonly number[]): Promise<(string | null)[]> => {
  const answers: (string | null)[] = []
  for (const chat of chats) answers.push(await refusal(client(playground).sendMessage(chat, "通知")))
  return answers
}
const refused = (answers: readonly (string | null)[]): (string | null)[] =>
  answers.filter((answer) => answer !== null)

describe("Telegram's limits, by the playground's clock", () => {
  test("30 messages a second over all chats", async () => {
    const playground = await open({ people: crowd, groups: [], limits: {} })
    const everybody = crowd.map(({ id }) => id)
    const late = "429 Too Many Requests: retry after 1"
    expect(refused(await sendMany(playground, everybody))).toEqual(Array.from({ length: 10 }, () => late))
    playground.clock.advance(1_000)
    expect(refused(await sendMany(playground, everybody.slice(0, 30)))).toEqual([])
    expect(playground.counts().tooMany).toBe(10)
  })

  test("one message a second to one person, after a short burst", async () => {
    const playground = await open({ limits: {} })
    expect(
      refused(
        await sendMany(
          playground,
          Array.from({ length: 6 }, () => operator),
        ),
      ),
    ).toHaveLength(1)
    playground.clock.advance(1_000)
    expect(refused(await sendMany(playground, [operator, operator]))).toHaveLength(1)
  })

  test("20 a minute to one group, edits among them", async () => {
    const playground = await open({ limits: {} })
    const api = client(playground)
    const { message_id } = await api.sendMessage(group, "卡片")
    for (let i = 1; i < 20; i++) {
      playground.clock.advance(1_000)
      await api.editMessageText(group, message_id, `第${String(i)}版`)
    }
    const error = await api.sendMessage(group, "再来").catch((fault: unknown) => fault)
    expect(error instanceof GrammyError && error.parameters).toEqual({ retry_after: 41 })
    playground.clock.advance(41_000)
    expect(await refusal(api.sendMessage(group, "再来"))).toBeNull()
    expect(playground.counts()).toMatchObject({ messages: 21, tooMany: 1 })
  })

  test("are settings", async () => {
    const playground = await open({ limits: { groupPerMinute: 1 } })
    expect(refused(await sendMany(playground, [group, group]))).toEqual([
      "429 Too Many Requests: retry after 60",
    ])
  })

  test("do not count what was refused for another reason", async () => {
    const playground = await open({ limits: { groupPerMinute: 1 } })
    expect(await refusal(client(playground).sendMessage(group, ""))).toContain("400")
    expect(refused(await sendMany(playground, [group]))).toEqual([])
  })
})

describe("a fault befalls", () => {
  test("the next calls with 429, and says how long to wait", async () => {
    const playground = await open()
    playground.fault({ kind: "tooMany", times: 2, retryAfter: 7 })
    const answers = await sendMany(playground, [operator, operator, operator])
    expect(answers).toEqual([
      "429 Too Many Requests: retry after 7",
      "429 Too Many Requests: retry after 7",
      null,
    ])
    expect(playground.transcript({ chat: operator })).toHaveLength(1)
  })

  test("the answer only: the message is there and nobody was told", async () => {
    const playground = await open()
    playground.fault({ kind: "lostAnswer", times: 1 })
    expect(await sendMany(playground, [operator, operator])).toEqual(["no answer", null])
    expect(playground.transcript({ chat: operator })).toHaveLength(2)
  })

  test("the second half of the answer", async () => {
    const playground = await open()
    playground.fault({ kind: "halfAnswer", times: 1 })
    const url = `${playground.apiRoot}/bot${playground.token}/sendMessage?chat_id=${String(operator)}&text=1`
    const answer = await fetch(url)
    await expect(answer.json()).rejects.toThrow()
    expect(playground.transcript({ chat: operator })).toHaveLength(1)
  })

  test("the call before it arrived", async () => {
    const playground = await open()
    playground.fault({ kind: "reset", times: 1 })
    expect(await sendMany(playground, [operator, operator])).toEqual(["no answer", null])
    expect(playground.transcript({ chat: operator })).toHaveLength(1)
  })

  test("with 500, with 502, or with slowness", async () => {
    const playground = await open()
    playground.fault({ kind: "serverError", times: 1 })
    playground.fault({ kind: "badGateway", times: 1 })
    playground.fault({ kind: "slow", times: 1, delay: 20 })
    const answers = await sendMany(playground, [operator, operator, operator])
    expect(answers).toEqual(["500 Internal Server Error", "no answer", null])
  })

  test("the methods it names, and nothing after it was cleared", async () => {
    const playground = await open()
    const api = client(playground)
    playground.fault({ kind: "tooMany", times: 5, methods: ["getMe"] })
    expect(await sendMany(playground, [operator])).toEqual([null])
    expect(await refusal(api.getMe())).toContain("429")
    expect(playground.faults().waiting).toMatchObject([{ kind: "tooMany", times: 4 }])
    playground.clearFaults()
    expect(await refusal(api.getMe())).toBeNull()
  })

  test("everything while Telegram is unreachable, polls too, until the clock has passed it", async () => {
    const playground = await open()
    const poll = refusal(client(playground).getUpdates({ timeout: 30 }))
    while (!playground.counts().listening) await new Promise((resolve) => setImmediate(resolve))
    playground.unreachable(60_000)
    expect(await poll).toBe("no answer")
    playground.say({ who: operator, text: "喂" })
    expect(await sendMany(playground, [leader])).toEqual(["no answer"])
    await playground.settled()
    playground.clock.advance(60_000)
    expect(await sendMany(playground, [leader])).toEqual([null])
    expect(playground.counts().pending).toBe(1)
  })
})

describe("a bot on grammY", () => {
  test("answers commands, presses and edits over long polling", async () => {
    const playground = await open()
    await startBot(playground, (bot) => {
      bot.command("start", (ctx) =>
        ctx.reply(`你好，${ctx.from?.first_name ?? ""}`, {
          reply_markup: {
            inline_keyboard: [
              [{ text: "签到", callback_data: "in" }],
              [{ text: "忽略", callback_data: "no" }],
            ],
          },
        }),
      )
      bot.callbackQuery("in", async (ctx) => {
        await ctx.answerCallbackQuery({ text: "已签到", show_alert: true })
        await ctx.editMessageText("已签到")
      })
    })
    playground.say({ who: operator, text: "/start" })
    await playground.settled()
    const card = playground.transcript({ chat: operator }).at(-1)
    expect(card).toMatchObject({ text: "你好，李明", buttons: [[{ label: "签到" }], [{ label: "忽略" }]] })
    const press = (button: string) => playground.press({ who: operator, message: card?.id ?? 0, button })
    expect(await press("忽略")).toEqual({ answered: false, text: null, alert: false, url: null })
    expect(await press("in")).toEqual({ answered: true, text: "已签到", alert: true, url: null })
    await playground.settled()
    expect(playground.doings().map(({ kind, text }) => [kind, text])).toEqual([
      ["sent", "你好，李明"],
      ["edited", "已签到"],
    ])
    await expect(press("签到")).rejects.toThrow('there is no button "签到"')
  })

  test("is too late with its answer once a press has expired", async () => {
    const playground = await open({ queryLifetime: 10_000 })
    const api = client(playground)
    const { message_id } = await api.sendMessage(operator, "按", {
      reply_markup: { inline_keyboard: [[{ text: "按", callback_data: "x" }]] },
    })
    const pressed = playground.press({ who: operator, message: message_id, button: "按" })
    const [update] = await api.getUpdates()
    playground.clock.advance(10_001)
    expect(await refusal(api.answerCallbackQuery(update?.callback_query?.id ?? ""))).toBe(
      "400 Bad Request: query is too old and response timeout expired or query ID is invalid",
    )
    await api.getUpdates({ offset: (update?.update_id ?? 0) + 1 })
    expect((await pressed).answered).toBe(false)
  })
})
