import { InlineKeyboard } from "grammy"
import { describe, expect, test } from "vitest"
import { client, group, leader, open, operator, refusal } from "./county.ts"

const hours = (count: number): number => count * 3_600_000

describe("changing a message", () => {
  test("edits text and buttons, and says when nothing changed", async () => {
    const playground = await open()
    const api = client(playground)
    const { message_id } = await api.sendMessage(group, "一", {
      reply_markup: new InlineKeyboard().text("好", "ok"),
    })
    await api.editMessageText(group, message_id, "二")
    expect(playground.transcript({ chat: group })).toMatchObject([{ text: "二", edited: true, buttons: [] }])
    const same = await refusal(api.editMessageText(group, message_id, "二"))
    expect(same).toContain("400 Bad Request: message is not modified")
    await api.editMessageReplyMarkup(group, message_id, {
      reply_markup: new InlineKeyboard().text("行", "fine"),
    })
    expect(playground.transcript({ chat: group })[0]?.buttons[0]?.[0]?.label).toBe("行")
    const again = api.editMessageReplyMarkup(group, message_id, {
      reply_markup: new InlineKeyboard().text("行", "fine"),
    })
    expect(await refusal(again)).toContain("message is not modified")
  })

  test("touches its own messages only, and those that are there", async () => {
    const playground = await open()
    const api = client(playground)
    const theirs = playground.say({ who: operator, text: "我的" })
    expect(await refusal(api.editMessageText(operator, theirs, "x"))).toBe(
      "400 Bad Request: message can't be edited",
    )
    expect(await refusal(api.editMessageText(operator, 77, "x"))).toBe(
      "400 Bad Request: message to edit not found",
    )
  })

  test("deletes within 48 hours of the playground's clock", async () => {
    const playground = await open()
    const api = client(playground)
    const { message_id: young } = await api.sendMessage(operator, "删")
    const { message_id: old } = await api.sendMessage(operator, "留")
    playground.clock.advance(hours(48))
    expect(await refusal(api.deleteMessage(operator, young))).toBeNull()
    expect(await refusal(api.deleteMessage(operator, young))).toBe(
      "400 Bad Request: message to delete not found",
    )
    playground.clock.advance(1_000)
    expect(await refusal(api.deleteMessage(operator, old))).toBe("400 Bad Request: message can't be deleted")
  })

  test("deletes what others wrote: in private always, in groups as an administrator", async () => {
    const playground = await open()
    const api = client(playground)
    const secret = playground.say({ who: operator, text: "密码 abc" })
    expect(await refusal(api.deleteMessage(operator, secret))).toBeNull()
    const inGroup = playground.say({ who: operator, chat: group, text: "密码 abc" })
    expect(await refusal(api.deleteMessage(group, inGroup))).toBe("400 Bad Request: message can't be deleted")
    playground.promote({ by: leader, chat: group, admin: true })
    expect(await refusal(api.deleteMessage(group, inGroup))).toBeNull()
  })
})
