import { GrammyError, InputFile } from "grammy"
import { describe, expect, test } from "vitest"
import { client, group, leader, open, operator, outsider, refusal } from "./county.ts"

describe("files", () => {
  test("go out with a caption and come back byte for byte", async () => {
    const playground = await open()
    const api = client(playground)
    const bytes = Buffer.from("\r\n--账号,平台\r\n示例县发布,微博\r\n\r\n")
    const sent = await api.sendDocument(operator, new InputFile(bytes, "台账.csv"), { caption: "台账" })
    expect(sent).toMatchObject({
      caption: "台账",
      document: { file_name: "台账.csv", file_size: bytes.length },
    })
    expect(Buffer.from(playground.file(sent.document.file_id)?.bytes ?? []).equals(bytes)).toBe(true)
    const { file_path = "" } = await api.getFile(sent.document.file_id)
    const fetched = await fetch(`${playground.apiRoot}/file/bot${playground.token}/${file_path}`)
    expect(Buffer.from(await fetched.arrayBuffer()).equals(bytes)).toBe(true)
    expect((await api.sendDocument(leader, sent.document.file_id)).document.file_name).toBe("台账.csv")
  })

  test("of more than 20 MB cannot be fetched", async () => {
    const playground = await open()
    const api = client(playground)
    const kinds = [19, 21].map((megabytes) => {
      playground.say({ who: operator, file: { name: "大.xlsx", content: megabytes * 1024 * 1024 } })
      return playground.transcript({ chat: operator }).at(-1)?.file?.id ?? ""
    })
    expect((await api.getFile(kinds[0] ?? "")).file_size).toBe(19 * 1024 * 1024)
    expect(await refusal(api.getFile(kinds[1] ?? ""))).toBe("400 Bad Request: file is too big")
    expect(await refusal(api.getFile("nonsense"))).toContain("wrong file_id")
  })

  test("that are empty, or captions that are too long, are refused", async () => {
    const api = client(await open())
    const send = (bytes: string, caption = "") =>
      api.sendDocument(operator, new InputFile(Buffer.from(bytes), "a.txt"), { caption })
    expect(await refusal(send(""))).toBe("400 Bad Request: file must be non-empty")
    expect(await refusal(send("x", "字".repeat(1_025)))).toBe("400 Bad Request: message caption is too long")
  })
})

/** The beginning of a PNG of that size. */
const png = (width: number, height: number): InputFile => {
  const bytes = Buffer.alloc(64)
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]).copy(bytes)
  bytes.writeUInt32BE(width, 16)
  bytes.writeUInt32BE(height, 20)
  return new InputFile(bytes, "picture.png")
}

describe("pictures", () => {
  test("are shown with their caption, fetched as what they are, and passed on", async () => {
    const playground = await open()
    const api = client(playground)
    const sent = await api.sendPhoto(group, png(1_170, 1_700), { caption: "本周值班" })
    expect(sent).toMatchObject({ caption: "本周值班", photo: [{ width: 1_170, height: 1_700 }] })
    const shown = playground.transcript({ chat: group }).at(-1)
    expect(shown).toMatchObject({ text: "本周值班", picture: { width: 1_170, height: 1_700 }, file: null })
    const url = new URL(`/control/file?id=${shown?.picture?.id ?? ""}`, playground.apiRoot)
    expect((await fetch(url)).headers.get("content-type")).toBe("image/png")
    playground.forward({ who: operator, from: group, message: sent.message_id })
    expect(playground.transcript({ chat: operator }).at(-1)?.picture).toEqual(shown?.picture)
  })

  test("that are none, or too long and thin, are refused as Telegram refuses them", async () => {
    const api = client(await open())
    const text = new InputFile(Buffer.from("no picture"), "a.png")
    expect(await refusal(api.sendPhoto(group, text))).toBe("400 Bad Request: IMAGE_PROCESS_FAILED")
    for (const size of [png(100, 2_100), png(5_000, 5_001)])
      expect(await refusal(api.sendPhoto(group, size))).toBe("400 Bad Request: PHOTO_INVALID_DIMENSIONS")
  })
})

describe("menus", () => {
  test("show the narrowest scope, in the person's language", async () => {
    const playground = await open()
    const api = client(playground)
    const named = (description: string) => [{ command: "today", description }]
    await api.setMyCommands(named("default"))
    await api.setMyCommands(named("今天"), { language_code: "zh" })
    await api.setMyCommands(named("群"), { scope: { type: "all_group_chats" }, language_code: "zh" })
    await api.setMyCommands(named("管理员"), { scope: { type: "chat_administrators", chat_id: group } })
    const shown = (who: number, chat?: number) => playground.menu({ who, chat })[0]?.description
    expect([shown(operator), shown(operator, group), shown(leader, group)]).toEqual(["今天", "群", "管理员"])
    expect(await api.getMyCommands()).toEqual(named("default"))
    await api.deleteMyCommands({ scope: { type: "all_group_chats" }, language_code: "zh" })
    expect(shown(operator, group)).toBe("今天")
  })

  test("take Latin names only", async () => {
    const api = client(await open())
    expect(await refusal(api.setMyCommands([{ command: "签到", description: "x" }]))).toBe(
      "400 Bad Request: BOT_COMMAND_INVALID",
    )
    expect(await refusal(api.setMyCommands([{ command: "a", description: "" }]))).toBe(
      "400 Bad Request: BOT_COMMAND_DESCRIPTION_INVALID",
    )
  })
})

describe("chats", () => {
  test("tell who is in them and who leads them", async () => {
    const playground = await open()
    const api = client(playground)
    expect(await api.getChat(group)).toMatchObject({ id: group, type: "group", title: "示例县政务新媒体" })
    const statusOf = async (id: number) => (await api.getChatMember(group, id)).status
    expect([await statusOf(operator), await statusOf(leader), await statusOf(outsider)]).toEqual([
      "member",
      "administrator",
      "left",
    ])
    expect((await api.getChatAdministrators(group)).map(({ user }) => user.id)).toEqual([leader])
    expect(await refusal(api.getChat("@somewhere"))).toBe("400 Bad Request: chat not found")
  })

  test("keep their last 2,000 messages", async () => {
    const playground = await open()
    for (let i = 0; i < 2_001; i++) playground.say({ who: operator, text: String(i) })
    const kept = playground.transcript({ chat: operator })
    expect([kept.length, kept[0]?.text, kept.at(-1)?.text]).toEqual([2_000, "1", "2000"])
    expect(playground.transcript({ chat: operator, last: 1 }).map(({ id }) => id)).toEqual([2_001])
    expect(playground.transcript({ chat: operator, ids: [1, 7] }).map(({ id }) => id)).toEqual([7])
  })

  test("a group that became a supergroup says where it went", async () => {
    const playground = await open()
    const api = client(playground)
    await api.sendMessage(group, "旧")
    const { message_id } = await api.sendMessage(group, "更旧")
    const next = playground.migrate({ who: leader, chat: group })
    expect(String(next)).toMatch(/^-100\d{10}$/)
    const error = await api.sendMessage(group, "喂").catch((fault: unknown) => fault)
    if (!(error instanceof GrammyError)) throw new Error("expected a refusal")
    expect(error.error_code).toBe(400)
    expect(error.description).toBe("Bad Request: group chat was upgraded to a supergroup chat")
    expect(error.parameters).toEqual({ migrate_to_chat_id: next })
    expect(await refusal(api.editMessageText(next, message_id, "x"))).toBe(
      "400 Bad Request: message to edit not found",
    )
    expect(
      (await api.getUpdates()).map(({ message }) => [
        message?.migrate_to_chat_id,
        message?.migrate_from_chat_id,
      ]),
    ).toEqual([
      [next, undefined],
      [undefined, group],
    ])
    expect((await api.sendMessage(next, "新")).chat.type).toBe("supergroup")
  })
})
