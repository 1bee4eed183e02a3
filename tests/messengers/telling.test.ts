import { describe, expect, test } from "vitest"
import { type Destination, Gone, Moved, Pause, Refused, Unreachable } from "../../bot/messenger.ts"
import type { Body } from "../../rules/outgoing.ts"
import { failing, forum, group, li, PICTURE, shy, type Town, town, wang } from "./town.ts"

const inGroup: Destination = { chat: String(group), kind: "group", topic: null, replyTo: null }
const to = (chat: number, more: Partial<Destination> = {}): Destination => ({
  chat: String(chat),
  kind: chat < 0 ? "group" : "private",
  topic: null,
  replyTo: null,
  ...more,
})
describe("a message", () => {
  test("comes with its buttons, the people it names, what it answers, and in its topic", async () => {
    const t = await town()
    const messenger = t.open()
    const asked = t.playground.say({ who: li, chat: forum, text: "/sos", topic: 2 })
    const buttons: Body["buttons"] = [
      [
        { label: "认领", press: "claim id=1" },
        { label: "看", url: "https://example.gov.cn/" },
      ],
    ]
    const mentions = [{ offset: 0, length: 2, user: `telegram:${li}` }]
    const { messageId } = await messenger.send(to(forum, { topic: "2", replyTo: String(asked) }), {
      text: "李明，请看",
      buttons,
      mentions,
    })
    expect(t.last(forum)).toMatchObject({
      id: Number(messageId),
      text: "李明，请看",
      topic: 2,
      replyTo: asked,
      entities: [{ type: "text_mention", offset: 0, length: 2, user: { id: li } }],
      buttons: [
        [
          { label: "认领", data: "claim id=1" },
          { label: "看", url: "https://example.gov.cn/" },
        ],
      ],
    })
  })

  test("that asks in a group opens the reply of the one who is asked, and of nobody else", async () => {
    const t = await town()
    const asked = t.playground.say({ who: li, chat: group, text: "/post" })
    await t.open().send(to(group, { replyTo: String(asked) }), { text: "哪个账号？", ask: true })
    const seenBy = (who: number) => t.playground.transcript({ chat: group, as: who }).at(-1)?.asks
    expect([seenBy(li), seenBy(wang)]).toEqual([{ hint: "" }, null])
  })

  test("changes in place, or stands so already; goes away, or is gone already", async () => {
    const t = await town()
    const messenger = t.open()
    const { messageId } = await messenger.send(inGroup, {
      text: "谁来？",
      buttons: [[{ label: "认领", press: "claim" }]],
    })
    await messenger.edit(inGroup, messageId, { text: "李明已认领" })
    await messenger.edit(inGroup, messageId, { text: "李明已认领" })
    expect(t.last(group)).toMatchObject({ text: "李明已认领", buttons: [], edited: true })
    await messenger.remove(inGroup.chat, messageId)
    await messenger.remove(inGroup.chat, messageId)
    expect(t.playground.transcript({ chat: group })).toEqual([])
    await expect(messenger.edit(inGroup, messageId, { text: "晚了" })).rejects.toBeInstanceOf(Gone)
  })

  test("to a topic that is gone goes to the group itself", async () => {
    const t = await town()
    await t.open().send(to(forum, { topic: "9" }), { text: "提醒" })
    expect(t.last(forum)).toMatchObject({ text: "提醒", topic: null })
  })
})

describe("a file", () => {
  const CONTENT = Buffer.from("账号,平台\r\n\u0000\u00ff--\r\n")

  test("arrives byte by byte, with what stands below it, hangs on it, and is answered by it", async () => {
    const t = await town()
    const asked = t.playground.say({ who: li, chat: group, text: "/export" })
    const mentions = [{ offset: 0, length: 2, user: `telegram:${li}` }]
    await t.open().send(to(group, { replyTo: String(asked) }), {
      text: "李明，台账",
      mentions,
      buttons: [[{ label: "再来", press: "export" }]],
      file: { name: "台账 2026.csv", base64: CONTENT.toString("base64") },
    })
    const shown = t.last(group)
    expect(shown).toMatchObject({
      text: "李明，台账",
      replyTo: asked,
      entities: [{ type: "text_mention", user: { id: li } }],
      buttons: [[{ label: "再来", data: "export" }]],
      file: { name: "台账 2026.csv", size: CONTENT.length },
    })
    expect(Buffer.from(t.playground.file(shown.file?.id ?? "")?.bytes ?? [])).toEqual(CONTENT)
  })

  test("whatever it is called", async () => {
    const t = await town()
    const file = { name: 'a"b;c\r\nx: y\\.csv', base64: CONTENT.toString("base64") }
    await t.open().send(to(li), { text: "", file })
    expect(t.last(li).file).toMatchObject({ name: "a_b_c__x: y_.csv", size: CONTENT.length })
  })

  test("that is a picture is shown, and shown again by its name", async () => {
    const t = await town()
    const messenger = t.open()
    const body = { text: "本周", picture: { svg: "<svg/>", alt: "值班表" } }
    await messenger.send(to(group, { replyTo: null }), body, PICTURE)
    const { picture } = t.last(group)
    expect(picture).toMatchObject({ width: 90, height: 60 })
    await messenger.send(to(li), { text: "又一次", photo: picture?.id ?? "" })
    expect(t.last(li)).toMatchObject({ text: "又一次", picture: { id: picture?.id } })
  })
})

describe("whoever cannot be reached", () => {
  test.each<readonly [string, number, (t: Town) => void]>([
    ["has never written", shy, () => undefined],
    ["has blocked the bot", li, ({ playground }) => playground.block(li)],
    ["has deleted the account", li, ({ playground }) => playground.deactivate(li)],
    ["is a group that put it out", group, ({ playground }) => playground.kickBot({ who: wang, chat: group })],
    ["is nobody", 99, () => undefined],
  ])("%s: trying again is useless", async (_who, chat, happen) => {
    const t = await town()
    happen(t)
    await expect(t.open().send(to(chat), { text: "提醒" })).rejects.toBeInstanceOf(Unreachable)
  })

  test("went on under another id: there it goes", async () => {
    const t = await town()
    const moved = t.playground.migrate({ who: wang, chat: group })
    const fault = await failing(t.open().send(inGroup, { text: "提醒" }))
    expect(fault).toBeInstanceOf(Moved)
    expect(fault).toMatchObject({ to: String(moved) })
  })
})

test("too much at once is told to wait, as long as Telegram says", async () => {
  const t = await town({ limits: { groupPerMinute: 2 } })
  const messenger = t.open()
  for (const text of ["一", "二"]) await messenger.send(inGroup, { text })
  const fault = await failing(messenger.send(inGroup, { text: "三" }))
  expect(fault).toBeInstanceOf(Pause)
  expect(fault).toMatchObject({ duration: 60_000 })
})

test("what Telegram will not take is refused, and is not tried again", async () => {
  const t = await town()
  const press = "长".repeat(22)
  await expect(
    t.open().send(inGroup, { text: "？", buttons: [[{ label: "x", press }]] }),
  ).rejects.toBeInstanceOf(Refused)
})
