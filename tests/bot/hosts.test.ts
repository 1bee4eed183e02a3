import { Bot, BotError } from "grammy"
import { Telegraf } from "telegraf"
import { describe, expect, onTestFinished, test, vi } from "vitest"
import { introduce } from "../../bot/hosts.ts"

const TOKEN = "7000000001:playground-token-no-secret"
/** Nobody is there: a bot that asks who it is gets no answer. */
const NOWHERE = "http://127.0.0.1:9"
const ME = { id: 7000000001, is_bot: true, first_name: "办事", username: "office_bot" } as never
const from = { id: 7, is_bot: false, first_name: "李静" }
const message = {
  message_id: 1,
  date: 1,
  chat: { id: 7, type: "private", first_name: "李静" },
  from,
  text: "你好",
}
const UPDATE = { update_id: 1, message } as never

type Handler = (said: string | undefined) => void

const onTelegraf = (hear: Handler): Telegraf => {
  const bot = new Telegraf(TOKEN, { telegram: { apiRoot: NOWHERE } })
  bot.hears(/.*/, ({ message: { text } }) => hear(text))
  return bot
}
const onGrammy = (hear: Handler): Bot => {
  const bot = new Bot(TOKEN, { client: { apiRoot: NOWHERE } })
  bot.on("message:text", ({ message: { text } }) => hear(text))
  return bot
}
const failing: Handler = () => {
  throw new Error("no way")
}

/** What a library writes by itself about a fault that nobody catches. */
const quietly = (): void => {
  const written = vi.spyOn(console, "error").mockImplementation(() => undefined)
  onTestFinished(() => written.mockRestore())
}

describe.each([
  ["telegraf", onTelegraf],
  ["grammy", onGrammy],
] as const)("a host on %s", (library, make) => {
  test("says on which library it is, its token and its server, without being asked to begin", () => {
    expect(introduce(make(failing))).toMatchObject({ library, token: TOKEN, apiRoot: NOWHERE })
  })

  test("hears what it is given, once it knows who it is", async () => {
    const heard: unknown[] = []
    const bot = make((said) => heard.push(said))
    const { meet, hear } = introduce(bot)
    meet(ME)
    await hear(UPDATE)
    expect(heard).toEqual(["你好"])
  })

  test("that fails says so, and the process does not end as a failure for it", async () => {
    quietly()
    const bot = make(failing)
    const { meet, hear } = introduce(bot)
    meet(ME)
    const before = process.exitCode
    await expect(hear(UPDATE)).rejects.toThrow(/no way/)
    expect(process.exitCode).toBe(before)
  })

  test("with a catch of its own hears of its faults first, and then nobody else does", async () => {
    const bot = make(failing)
    const caught: unknown[] = []
    bot.catch((fault: unknown) => void caught.push(fault instanceof BotError ? fault.error : fault))
    const { meet, hear } = introduce(bot)
    meet(ME)
    await hear(UPDATE)
    expect(caught).toMatchObject([{ message: "no way" }])
  })
})

test("a host on Telegraf that gives up on a slow handler fails in that alone", async () => {
  quietly()
  const bot = new Telegraf(TOKEN, { handlerTimeout: 1, telegram: { apiRoot: NOWHERE } })
  bot.on("message", () => new Promise<void>(() => undefined))
  const { meet, hear } = introduce(bot)
  meet(ME)
  await expect(hear(UPDATE)).rejects.toThrow(/timed out/)
})
