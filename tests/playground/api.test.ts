import { Api, InlineKeyboard } from "grammy"
import { describe, expect, test } from "vitest"
import { client, forum, group, leader, officer, open, operator, refusal } from "./county.ts"

describe("who the bot is", () => {
  test("getMe names it and tells whether privacy mode is off", async () => {
    const playground = await open()
    expect(await client(playground).getMe()).toMatchObject({
      is_bot: true,
      first_name: "值守",
      username: "zhishou_bot",
      can_read_all_group_messages: false,
    })
    playground.setPrivacy(false)
    expect((await client(playground).getMe()).can_read_all_group_messages).toBe(true)
  })

  test("a wrong token is unauthorized, for methods and for files", async () => {
    const { apiRoot } = await open()
    expect(await refusal(new Api("123456:wrong-token", { apiRoot }).getMe())).toBe("401 Unauthorized")
    expect((await fetch(`${apiRoot}/file/bot123456:wrong-token/documents/file_1.txt`)).status).toBe(401)
  })

  test("a method that does not exist is not found", async () => {
    const { apiRoot, token } = await open()
    const answer = await fetch(`${apiRoot}/bot${token}/sendNonsense`)
    expect(answer.status).toBe(404)
    expect(await answer.json()).toEqual({
      ok: false,
      error_code: 404,
      description: "Not Found: method not found",
    })
  })
})

describe("sending a message", () => {
  test("gives it an id of its chat and shows it on the phone", async () => {
    const playground = await open()
    const api = client(playground)
    const first = await api.sendMessage(operator, " 你好 ")
    const second = await api.sendMessage(group, "大家好")
    expect([first.message_id, second.message_id]).toEqual([1, 1])
    expect(first).toMatchObject({
      text: "你好",
      date: Date.UTC(2026, 1, 11, 1) / 1_000,
      chat: { type: "private" },
    })
    expect(playground.transcript({ chat: operator, as: operator })).toMatchObject([
      { id: 1, text: "你好", from: { name: "值守", isBot: true }, edited: false, buttons: [] },
    ])
  })

  test("takes a form as well as JSON", async () => {
    const playground = await open()
    const { apiRoot, token } = playground
    const body = new URLSearchParams({
      chat_id: String(operator),
      text: "表单",
      reply_markup: JSON.stringify({ inline_keyboard: [[{ text: "好", callback_data: "ok" }]] }),
    })
    const answer = await fetch(`${apiRoot}/bot${token}/sendmessage`, { method: "POST", body })
    expect(await answer.json()).toMatchObject({ ok: true, result: { text: "表单" } })
    expect(playground.transcript({ chat: operator })[0]?.buttons).toEqual([
      [{ label: "好", data: "ok", url: null, page: null }],
    ])
  })

  test("refuses an empty or an overlong text", async () => {
    const api = client(await open())
    expect(await refusal(api.sendMessage(operator, "  "))).toBe("400 Bad Request: message text is empty")
    expect(await refusal(api.sendMessage(operator, "字".repeat(4_096)))).toBeNull()
    expect(await refusal(api.sendMessage(operator, "字".repeat(4_097)))).toBe(
      "400 Bad Request: message is too long",
    )
    // An emoji counts twice: length is in UTF-16 units.
    expect(await refusal(api.sendMessage(operator, "😀".repeat(2_049)))).toBe(
      "400 Bad Request: message is too long",
    )
  })

  test("refuses whom it cannot reach, each in Telegram's words", async () => {
    const playground = await open()
    const api = client(playground)
    expect(await refusal(api.sendMessage(officer, "喂"))).toBe(
      "403 Forbidden: bot can't initiate conversation with a user",
    )
    expect(await refusal(api.sendMessage(999, "喂"))).toBe("400 Bad Request: chat not found")
    playground.block(operator)
    expect(await refusal(api.sendMessage(operator, "喂"))).toBe("403 Forbidden: bot was blocked by the user")
    playground.deactivate(leader)
    expect(await refusal(api.sendMessage(leader, "喂"))).toBe("403 Forbidden: user is deactivated")
    playground.kickBot({ who: operator, chat: group })
    expect(await refusal(api.sendMessage(group, "喂"))).toBe(
      "403 Forbidden: bot was kicked from the group chat",
    )
    await api.leaveChat(forum)
    expect(await refusal(api.sendMessage(forum, "喂"))).toBe(
      "403 Forbidden: bot is not a member of the supergroup chat",
    )
  })

  test("may write to somebody once they have started it", async () => {
    const playground = await open()
    playground.openLink({ who: officer, link: "https://t.me/zhishou_bot?start=abc-123" })
    expect(playground.transcript({ chat: officer })).toMatchObject([{ text: "/start abc-123" }])
    expect(await refusal(client(playground).sendMessage(officer, "欢迎"))).toBeNull()
  })

  test("answers a message, or refuses when it is not there", async () => {
    const playground = await open()
    const api = client(playground)
    const asked = playground.say({ who: operator, text: "在吗" })
    await api.sendMessage(operator, "在", { reply_parameters: { message_id: asked } })
    expect(playground.transcript({ chat: operator }).at(-1)).toMatchObject({
      replyTo: asked,
      replyText: "在吗",
    })
    const nowhere = { message_id: 77 }
    expect(await refusal(api.sendMessage(operator, "在", { reply_parameters: nowhere }))).toBe(
      "400 Bad Request: message to be replied not found",
    )
    const anyway = { ...nowhere, allow_sending_without_reply: true }
    expect(await refusal(api.sendMessage(operator, "在", { reply_parameters: anyway }))).toBeNull()
  })

  test("names people without a username, but only people it can know", async () => {
    const playground = await open()
    const mention = (id: number) =>
      ({ type: "text_mention", offset: 0, length: 2, user: { id, is_bot: false, first_name: "x" } }) as const
    const known = await client(playground).sendMessage(group, "王芳 请看", { entities: [mention(leader)] })
    expect(known.entities).toMatchObject([
      { type: "text_mention", offset: 0, length: 2, user: { first_name: "王芳" } },
    ])
    const unknown = await client(playground).sendMessage(group, "某人 请看", { entities: [mention(424242)] })
    expect(unknown.entities).toBeUndefined()
    const beyond = client(playground).sendMessage(group, "短", { entities: [mention(leader)] })
    expect(await refusal(beyond)).toBe("400 Bad Request: can't parse entities: entity is out of bounds")
  })

  test("keeps the place of a name when blanks before it are cut off", async () => {
    const bold = { type: "bold", offset: 2, length: 2 } as const
    const sent = await client(await open()).sendMessage(operator, "  注意", { entities: [bold] })
    expect(sent).toMatchObject({ text: "注意", entities: [{ type: "bold", offset: 0, length: 2 }] })
  })

  test("finds commands, mentions and links in a text by itself", async () => {
    const sent = await client(await open()).sendMessage(
      group,
      "用 /post 或 /today@zhishou_bot，见 https://a.gov.cn/x",
    )
    expect(sent.entities?.map(({ type, offset, length }) => [type, offset, length])).toEqual([
      ["bot_command", 2, 5],
      ["bot_command", 10, 18],
      ["url", 31, 18],
    ])
  })

  test("writes HTML style, and refuses what is none", async () => {
    const api = client(await open())
    const sent = await api.sendMessage(operator, "<b>注意</b> 1 &lt; 2", { parse_mode: "HTML" })
    expect(sent).toMatchObject({ text: "注意 1 < 2", entities: [{ type: "bold", offset: 0, length: 2 }] })
    expect(await refusal(api.sendMessage(operator, "<script>", { parse_mode: "HTML" }))).toContain(
      "can't parse entities",
    )
  })

  test("goes into a topic that exists", async () => {
    const playground = await open()
    const api = client(playground)
    const [topic] = playground.phones().groups.find(({ id }) => id === forum)?.topics ?? []
    const sent = await api.sendMessage(forum, "签到", { message_thread_id: topic?.id ?? 0 })
    expect(sent).toMatchObject({ message_thread_id: 2, is_topic_message: true })
    expect(await refusal(api.sendMessage(forum, "签到", { message_thread_id: 99 }))).toBe(
      "400 Bad Request: message thread not found",
    )
  })
})

describe("buttons", () => {
  const withData = (callback_data: string) => ({
    reply_markup: { inline_keyboard: [[{ text: "按", callback_data }]] },
  })

  test("carry 1 to 64 bytes", async () => {
    const api = client(await open())
    expect(await refusal(api.sendMessage(operator, "按", withData("字".repeat(21))))).toBeNull()
    expect(await refusal(api.sendMessage(operator, "按", withData("字".repeat(22))))).toBe(
      "400 Bad Request: BUTTON_DATA_INVALID",
    )
    expect(await refusal(api.sendMessage(operator, "按", withData("x".repeat(64))))).toBeNull()
    expect(await refusal(api.sendMessage(operator, "按", withData("x".repeat(65))))).toBe(
      "400 Bad Request: BUTTON_DATA_INVALID",
    )
    expect(await refusal(api.sendMessage(operator, "按", withData("")))).toBe(
      "400 Bad Request: BUTTON_DATA_INVALID",
    )
  })

  test("that open a page belong in private chats, and give its address signed for whoever opens it", async () => {
    const playground = await open()
    const api = client(playground)
    const opening = (chat: number, page: string) =>
      api.sendMessage(chat, "一览", { reply_markup: new InlineKeyboard().webApp("打开", page) })
    expect(await refusal(opening(group, "https://bot.example/"))).toBe("400 Bad Request: BUTTON_TYPE_INVALID")
    expect(await refusal(opening(operator, "nonsense"))).toBe(
      "400 Bad Request: inline keyboard button Web App URL 'nonsense' is invalid",
    )
    await opening(operator, "http://127.0.0.1:1/page/")
    const { url } = await playground.press({ who: operator, button: "打开" })
    const said = new URLSearchParams(new URL(url ?? "").hash.slice(1)).get("tgWebAppData") ?? ""
    expect(JSON.parse(new URLSearchParams(said).get("user") ?? "")).toMatchObject({ id: operator })
    expect(playground.transcript({ chat: operator }).at(-1)?.buttons).toEqual([
      [{ label: "打开", data: null, url: null, page: "http://127.0.0.1:1/page/" }],
    ])
  })

  test("with an address need a real one", async () => {
    const api = client(await open())
    const linking = (url: string) =>
      api.sendMessage(operator, "看", { reply_markup: new InlineKeyboard().url("看", url) })
    expect(await refusal(linking("https://t.me/zhishou_bot?start=x"))).toBeNull()
    expect(await refusal(linking("nonsense"))).toBe("400 Bad Request: BUTTON_URL_INVALID")
  })
})
