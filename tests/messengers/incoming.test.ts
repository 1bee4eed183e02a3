import { describe, expect, test } from "vitest"
import { translate } from "../../bot/messengers/telegram-incoming.ts"

const LI = { id: 7, is_bot: false, first_name: "静", last_name: "李" }
const GROUP = { id: -1001, type: "supergroup", title: "示例群" }
const PRIVATE = { id: 7, type: "private", first_name: "静", last_name: "李" }

const terms = {
  username: "zhishou_bot",
  attach: ({ name, size }: { name: string; size: number }) => ({
    name,
    size,
    read: () => Promise.resolve(new Uint8Array()),
  }),
}
const read = (update: object) => translate({ update_id: 867, ...update }, terms)
const message = (more: object, chat: object = GROUP) =>
  read({ message: { message_id: 5, date: 1_772_413_200, chat, from: LI, text: "你好", ...more } })

describe("a message", () => {
  test("says where, who, what and when", () => {
    expect(message({})).toEqual({
      id: "telegram:867",
      place: { id: "-1001", kind: "group", title: "示例群", topic: null },
      kind: "message",
      sender: { id: "telegram:7", name: "静 李" },
      text: "你好",
      messageId: "5",
      replyTo: null,
      at: 1_772_413_200_000,
      edited: false,
      forwarded: false,
      attachment: null,
    })
    expect(message({}, PRIVATE)).toMatchObject({ place: { id: "7", kind: "private", title: "静 李" } })
    expect(message({}, { ...GROUP, type: "group" })).toMatchObject({ place: { kind: "group" } })
  })

  test("in a channel is not for us, nor is one of another bot or of nothing we can read", () => {
    expect(message({}, { ...GROUP, type: "channel" })).toBeNull()
    expect(message({ from: { ...LI, is_bot: true } })).toBeNull()
    expect(message({ text: undefined, sticker: {} })).toBeNull()
    expect(message({ text: undefined, new_chat_members: [LI] })).toBeNull()
    expect(read({ chat_member: {} })).toBeNull()
  })

  test("that was edited or forwarded says so", () => {
    const edited = { message_id: 5, date: 1, chat: GROUP, from: LI, text: "改" }
    expect(read({ edited_message: edited })).toMatchObject({ kind: "message", edited: true, text: "改" })
    expect(message({ forward_origin: { type: "user" } })).toMatchObject({ forwarded: true, edited: false })
  })

  test("that answers another names it; in a topic the topic's first message is no answer", () => {
    expect(message({ reply_to_message: { message_id: 3 } })).toMatchObject({ replyTo: "3" })
    const topic = { is_topic_message: true, message_thread_id: 9 }
    expect(message({ ...topic, reply_to_message: { message_id: 9 } })).toMatchObject({
      replyTo: null,
      place: { topic: "9" },
    })
    const first = { message_id: 9, forum_topic_created: { name: "值守" } }
    expect(message({ ...topic, reply_to_message: first })).toMatchObject({ replyTo: null })
    expect(message({ message_thread_id: 9, reply_to_message: { message_id: 9 } })).toMatchObject({
      replyTo: "9",
      place: { topic: null },
    })
  })

  test("with a document has its caption as text", () => {
    const document = { file_id: "F", file_name: "台账.xlsx", file_size: 12 }
    expect(message({ text: undefined, caption: "/import", document })).toMatchObject({
      text: "/import",
      attachment: { name: "台账.xlsx", size: 12 },
    })
    expect(message({ text: undefined, document })).toMatchObject({ text: "", attachment: { size: 12 } })
  })
})

describe("a command", () => {
  test.each([
    ["/post", "/post"],
    ["/post@zhishou_bot", "/post"],
    ["/post@Zhishou_Bot 示例交通", "/post 示例交通"],
    ["／签到@zhishou_bot", "／签到"],
    ["写给 @zhishou_bot 的", "写给 @zhishou_bot 的"],
  ])("%s is read as %s", (typed, text) => {
    expect(message({ text: typed })).toMatchObject({ text })
  })

  test("for another bot is not for us", () => {
    expect(message({ text: "/post@other_bot 示例交通" })).toBeNull()
    expect(message({ text: undefined, caption: "/import@other_bot", document: { file_id: "F" } })).toBeNull()
  })
})

describe("nobody knows who wrote", () => {
  const anonymous = { id: 1087968824, is_bot: true, first_name: "Group" }

  test("when an anonymous administrator did", () => {
    expect(message({ from: anonymous, sender_chat: GROUP })).toMatchObject({ kind: "message", sender: null })
    expect(message({ from: anonymous })).toMatchObject({ sender: null })
  })

  test("when a channel did, linked or not", () => {
    const channel = { id: -1009, type: "channel", title: "公告" }
    const linked = { from: { id: 777000, is_bot: false, first_name: "Telegram" }, is_automatic_forward: true }
    expect(message({ ...linked, sender_chat: channel })).toMatchObject({ sender: null, forwarded: true })
    expect(message(linked)).toMatchObject({ sender: null })
    const asChannel = { id: 136817688, is_bot: true, first_name: "Channel" }
    expect(message({ from: asChannel, sender_chat: channel })).toMatchObject({ sender: null })
  })

  test("but a press carries the person, whoever wrote the card", () => {
    const card = { message_id: 5, date: 1, chat: GROUP, is_topic_message: true, message_thread_id: 9 }
    expect(read({ callback_query: { id: "q", from: LI, data: "claim 1", message: card } })).toEqual({
      id: "telegram:867",
      place: { id: "-1001", kind: "group", title: "示例群", topic: "9" },
      kind: "press",
      sender: { id: "telegram:7", name: "静 李" },
      press: "claim 1",
      messageId: "5",
    })
  })
})

test("a press on a card too old to be shown still says where it is", () => {
  const old = { message_id: 5, date: 0, chat: GROUP }
  expect(read({ callback_query: { id: "q", from: LI, data: "x", message: old } })).toMatchObject({
    kind: "press",
    messageId: "5",
    place: { topic: null },
  })
  expect(read({ callback_query: { id: "q", from: LI, data: "x" } })).toBeNull()
  expect(read({ callback_query: { id: "q", from: LI, message: old } })).toBeNull()
})

test.each([
  ["member", {}, true],
  ["administrator", {}, true],
  ["restricted", { is_member: true }, true],
  ["restricted", { is_member: false }, false],
  ["left", {}, false],
  ["kicked", {}, false],
])("the bot as %s %j is present: %s", (status, more, present) => {
  const change = { chat: PRIVATE, from: LI, new_chat_member: { status, ...more } }
  expect(read({ my_chat_member: change })).toMatchObject({
    kind: "membership",
    place: { id: "7" },
    sender: { id: "telegram:7" },
    present,
  })
})

test("a group that became a supergroup is told of from both sides, with the same move", () => {
  const old = { id: -1, type: "group", title: "示例群" }
  const moved = { kind: "moved", to: "-1001", place: { id: "-1" } }
  expect(message({ text: undefined, migrate_to_chat_id: -1001 }, old)).toMatchObject(moved)
  expect(message({ text: undefined, migrate_from_chat_id: -1 })).toMatchObject(moved)
})
