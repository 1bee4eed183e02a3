import { describe, expect, test } from "vitest"
import { Doubtful, Unreachable } from "../../bot/messenger.ts"
import { useLine } from "./line.ts"

const { line } = useLine()

const GROUP = { chat: "-1001", kind: "group", topic: null, replyTo: null } as const

describe("a picture", () => {
  const buttons = [[{ label: "下周", press: "roster week=2" }]]
  const shown = (text: string, to = {}) =>
    line()
      .open()
      .send(
        { ...GROUP, ...to },
        { text, buttons, picture: { svg: "<svg/>", alt: "值班表" } },
        Buffer.from("the pixels"),
      )
  const sent = () => line().api.of("sendMessage")
  const refuse = (error: number, description: string) => {
    line().api.reply("sendPhoto", { error, description })
  }

  test("is a photo, with the text under it", async () => {
    expect(await shown("本周值班", { replyTo: "5" })).toEqual({ messageId: "79" })
    const [call] = line().api.called
    expect(call?.method).toBe("sendPhoto")
    for (const part of ["picture.png", "the pixels", "本周值班", "roster week=2", "reply_parameters"])
      expect(call?.raw).toContain(part)
  })

  test.each([
    [400, "Bad Request: not enough rights to send photos to the chat"],
    [400, "Bad Request: PHOTO_INVALID_DIMENSIONS"],
    [400, "Bad Request: IMAGE_PROCESS_FAILED"],
    [400, "Bad Request: CHAT_SEND_PHOTOS_FORBIDDEN"],
    [413, "Request Entity Too Large"],
  ])("that is not taken (%d %s) leaves its text and buttons", async (code, description) => {
    refuse(code, description)
    refuse(code, description)
    expect(await shown("本周值班")).toEqual({ messageId: "77" })
    await shown("")
    expect(sent().map(({ text }) => text)).toEqual(["本周值班", "值班表"])
    expect(sent()[0]).toMatchObject({ reply_markup: { inline_keyboard: [[{ text: "下周" }]] } })
  })

  test("that nobody can get is not tried again as a text", async () => {
    refuse(403, "Forbidden: bot was blocked by the user")
    await expect(shown("本周值班")).rejects.toBeInstanceOf(Unreachable)
    line().api.reply("sendPhoto", { cut: true })
    await expect(shown("本周值班")).rejects.toBeInstanceOf(Doubtful)
    expect(sent()).toEqual([])
  })

  test("for a topic that is gone goes to the group itself", async () => {
    refuse(400, "Bad Request: message thread not found")
    expect(await shown("本周值班", { topic: "9" })).toEqual({ messageId: "79" })
  })
})
