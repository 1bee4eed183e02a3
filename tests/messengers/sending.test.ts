import { describe, expect, test } from "vitest"
import { Doubtful, Gone, Moved, Pause, Refused, Unreachable } from "../../bot/messenger.ts"
import type { Body } from "../../rules/outgoing.ts"
import type { Reply } from "./botapi.ts"
import { useLine } from "./line.ts"

const { line } = useLine()

const GROUP = { chat: "-1001", kind: "group", topic: null, replyTo: null } as const
const send = (body: Body, to = {}) =>
  line()
    .open()
    .send({ ...GROUP, ...to }, body)
const sent = () => line().api.of("sendMessage")

describe("a message", () => {
  test("is plain text without a link preview", async () => {
    expect(await send({ text: "<b>示例</b> https://example.gov.cn" })).toEqual({ messageId: "77" })
    expect(sent()).toEqual([
      {
        chat_id: "-1001",
        text: "<b>示例</b> https://example.gov.cn",
        entities: [],
        link_preview_options: { is_disabled: true },
      },
    ])
  })

  test("carries buttons, mentions, topic, and what it answers if that is still there", async () => {
    const buttons = [
      [{ label: "认领", press: "claim 1" }],
      [{ label: "打开", url: "https://example.gov.cn" }],
    ]
    const mentions = [{ offset: 0, length: 2, user: "telegram:7" }]
    await send({ text: "李静，请认领", buttons, mentions }, { topic: "9", replyTo: "5" })
    expect(sent()[0]).toMatchObject({
      message_thread_id: 9,
      reply_parameters: { message_id: 5, allow_sending_without_reply: true },
      reply_markup: {
        inline_keyboard: [
          [{ text: "认领", callback_data: "claim 1" }],
          [{ text: "打开", url: "https://example.gov.cn" }],
        ],
      },
      entities: [{ type: "text_mention", offset: 0, length: 2, user: { id: 7 } }],
    })
  })

  test("opens a page of ours within Telegram", async () => {
    const buttons = [[{ label: "打开", page: "https://bot.example.gov.cn/page/" }]]
    await send({ text: "一览", buttons }, { chat: "7", kind: "private" })
    expect(sent()[0]).toMatchObject({
      reply_markup: {
        inline_keyboard: [[{ text: "打开", web_app: { url: "https://bot.example.gov.cn/page/" } }]],
      },
    })
  })

  test("that asks opens a reply in a group, for the one who is answered", async () => {
    await send({ text: "账号叫什么？", ask: true }, { replyTo: "5" })
    await send({ text: "账号叫什么？", ask: true })
    await send({ text: "账号叫什么？", ask: true }, { chat: "7", kind: "private" })
    expect(sent().map(({ reply_markup }) => reply_markup)).toEqual([
      { force_reply: true, selective: true },
      { force_reply: true, selective: false },
      undefined,
    ])
  })

  test("with a file is a document with a caption", async () => {
    const base64 = Buffer.from("账号,平台").toString("base64")
    expect(await send({ text: "台账", file: { name: "accounts.csv", base64 } })).toEqual({ messageId: "78" })
    const [call] = line().api.called
    expect(call?.method).toBe("sendDocument")
    for (const part of ["accounts.csv", "账号,平台", "台账", "-1001"]) expect(call?.raw).toContain(part)
  })

  test("for a topic that is gone goes to the group itself", async () => {
    line().api.reply("sendMessage", { error: 400, description: "Bad Request: message thread not found" })
    expect(await send({ text: "提醒" }, { topic: "9" })).toEqual({ messageId: "77" })
    expect(sent().map(({ message_thread_id }) => message_thread_id)).toEqual([9, undefined])
  })
})

describe("what goes wrong", () => {
  const refusal = (error: number, description: string, parameters?: object): Reply => ({
    error,
    description,
    ...(parameters ? { parameters } : {}),
  })
  test.each<[Reply, unknown]>([
    [refusal(403, "Forbidden: bot was blocked by the user"), Unreachable],
    [refusal(403, "Forbidden: user is deactivated"), Unreachable],
    [refusal(403, "Forbidden: bot can't initiate conversation with a user"), Unreachable],
    [refusal(403, "Forbidden: bot was kicked from the supergroup chat"), Unreachable],
    [refusal(400, "Bad Request: chat not found"), Unreachable],
    [refusal(400, "Bad Request: not enough rights to send text messages to the chat"), Unreachable],
    [refusal(400, "Bad Request: BUTTON_DATA_INVALID"), Refused],
    [refusal(400, "Bad Request: message is too long"), Refused],
    [refusal(429, "Too Many Requests: retry after 17", { retry_after: 17 }), Pause],
    [refusal(400, "Bad Request: group chat was upgraded", { migrate_to_chat_id: -1002 }), Moved],
    [refusal(502, "Bad Gateway"), Doubtful],
    [{ html: 502 }, Doubtful],
    [{ cut: true }, Doubtful],
  ])("%j is %o", async (reply, kind) => {
    line().api.reply("sendMessage", reply)
    await expect(send({ text: "提醒" })).rejects.toBeInstanceOf(kind)
  })

  test("says how long to wait, and where the chat has gone", async () => {
    line().api.reply(
      "sendMessage",
      refusal(429, "Too Many Requests", { retry_after: 17 }),
      refusal(400, "Bad Request: group chat was upgraded", { migrate_to_chat_id: -1002 }),
    )
    await expect(send({ text: "提醒" })).rejects.toMatchObject({ duration: 17_000 })
    await expect(send({ text: "提醒" })).rejects.toMatchObject({ to: "-1002" })
  })

  test("an answer that promises nothing was delivered is neither doubtful nor final", async () => {
    line().api.reply("sendMessage", refusal(500, "Internal Server Error"), refusal(401, "Unauthorized"))
    for (const said of ["500: Internal Server Error", "401: Unauthorized"]) {
      const fault: unknown = await send({ text: "提醒" }).catch((thrown: unknown) => thrown)
      expect((fault as Error).message).toBe(said)
      expect(Object.getPrototypeOf(fault)).toBe(Error.prototype)
    }
  })

  test("a connection that is refused has certainly delivered nothing", async () => {
    const telegram = line().open({ apiRoot: "http://127.0.0.1:9" })
    const fault: unknown = await telegram.send(GROUP, { text: "提醒" }).catch((thrown: unknown) => thrown)
    expect(fault).not.toBeInstanceOf(Doubtful)
    expect((fault as Error).message).toMatch(/^cannot connect/)
  })

  test("no fault carries the token", async () => {
    line().api.reply("sendMessage", { cut: true }, { html: 502 }, refusal(400, "Bad Request"))
    for (let times = 0; times < 3; times++) {
      const fault = (await send({ text: "提醒" }).catch((thrown: unknown) => thrown)) as Error
      expect(
        `${fault.message} ${fault.stack ?? ""} ${String(fault.cause)} ${JSON.stringify(fault)}`,
      ).not.toContain("A-x_9")
    }
  })
})

describe("an edit", () => {
  const edit = () => line().open().edit(GROUP, "5", { text: "已认领" })

  test("changes text and buttons in place", async () => {
    await edit()
    expect(line().api.of("editMessageText")).toEqual([
      {
        chat_id: "-1001",
        message_id: 5,
        text: "已认领",
        entities: [],
        link_preview_options: { is_disabled: true },
        reply_markup: { inline_keyboard: [] },
      },
    ])
  })

  test("that changes nothing is a success", async () => {
    line().api.reply("editMessageText", {
      error: 400,
      description: "Bad Request: message is not modified: …",
    })
    await edit()
  })

  test.each([
    "Bad Request: message to edit not found",
    "Bad Request: message can't be edited",
    "Bad Request: MESSAGE_ID_INVALID",
    "Bad Request: there is no text in the message to edit",
  ])("of what cannot be edited says so: %s", async (description) => {
    line().api.reply("editMessageText", { error: 400, description })
    await expect(edit()).rejects.toBeInstanceOf(Gone)
  })
})

test("a message that is gone already is removed", async () => {
  const telegram = line().open()
  await telegram.remove("-1001", "5")
  line().api.reply("deleteMessage", { error: 400, description: "Bad Request: message to delete not found" })
  await telegram.remove("-1001", "5")
  line().api.reply("deleteMessage", { error: 400, description: "Bad Request: message can't be deleted" })
  await expect(telegram.remove("-1001", "5")).rejects.toBeInstanceOf(Refused)
})

describe("the bot itself", () => {
  test("knows its name, whether it hears groups, and how to be started by a link", async () => {
    const telegram = line().open()
    expect(() => telegram.deepLink("x")).toThrow()
    expect(await telegram.self()).toEqual({ name: "值守", username: "zhishou_bot", hearsGroups: false })
    expect(telegram.deepLink("Ab_-9")).toBe("https://t.me/zhishou_bot?start=Ab_-9")
    expect([telegram.kindOf("-1001"), telegram.kindOf("7")]).toEqual(["group", "private"])
  })

  test("with a wrong token says one clear line", async () => {
    line().api.reply("getMe", { error: 401, description: "Unauthorized" })
    const fault: unknown = await line()
      .open()
      .self()
      .catch((thrown: unknown) => thrown)
    expect(fault).toBeInstanceOf(Refused)
    expect((fault as Error).message).toBe(
      "Telegram does not know this token. Please check TELEGRAM_TOKEN with BotFather.",
    )
  })

  test("has one menu for private chats, one for groups, one for the rest, in each language", async () => {
    const telegram = line().open()
    const entries = [
      { name: "post", title: "报告发布", where: "any" },
      { name: "me", title: "我的角色", where: "private" },
      { name: "bind", title: "绑定本群", where: "group" },
    ] as const
    await telegram.menu(entries, null)
    await telegram.menu([], "en")
    const menus = line().api.of("setMyCommands") as {
      commands: { command: string }[]
      language_code?: string
    }[]
    expect(menus.map(({ commands }) => commands.map(({ command }) => command).join(" "))).toEqual([
      "post",
      "post me",
      "post bind",
      "",
      "",
      "",
    ])
    expect(menus.map(({ language_code }) => language_code)).toEqual([
      undefined,
      undefined,
      undefined,
      "en",
      "en",
      "en",
    ])
    expect(menus[1]).toMatchObject({
      scope: { type: "all_private_chats" },
      commands: [{ description: "报告发布" }, { command: "me" }],
    })
  })
})
