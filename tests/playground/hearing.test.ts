import type { Update } from "grammy/types"
import { describe, expect, test } from "vitest"
import type { Playground } from "../../playground/playground.ts"
import { client, forum, group, leader, officer, open, operator, outsider } from "./county.ts"

/** What the bot would hear next, and confirms. */
const heard = async (playground: Playground): Promise<Update[]> => {
  const api = client(playground)
  const updates = await api.getUpdates()
  const last = updates.at(-1)
  if (last) await api.getUpdates({ offset: last.update_id + 1, limit: 1 })
  return updates
}

const texts = async (playground: Playground): Promise<(string | undefined)[]> =>
  (await heard(playground)).map(({ message, edited_message }) => (message ?? edited_message)?.text)

describe("in a group with privacy mode the bot hears", () => {
  test("its commands, replies to it and what happens, but no chatter", async () => {
    const playground = await open()
    const { message_id } = await client(playground).sendMessage(group, "请回复")
    const say = (text: string, replyTo?: number) =>
      playground.say({ who: operator, chat: group, text, replyTo })
    const chatter = say("大家早")
    say("/today@zhishou_bot")
    say("/today@other_bot")
    say("/today")
    say("/签到")
    say("回复机器人", message_id)
    say("回复别人", chatter)
    say("请看 @zhishou_bot")
    playground.join({ who: outsider, chat: group, by: operator })
    expect(await texts(playground)).toEqual(["/today@zhishou_bot", "/today", "回复机器人", undefined])
  })

  test("a bare command only when no other bot wrote later", async () => {
    const robot = 2_001
    const chief = 2_002
    const playground = await open({
      people: [
        { id: operator, name: "李明" },
        { id: chief, name: "群主" },
        { id: robot, name: "别的机器人", isBot: true },
      ],
      groups: [{ id: group, title: "群", members: [operator, robot], admins: [chief] }],
    })
    const command = () => playground.say({ who: operator, chat: group, text: "/today" })
    command()
    await client(playground).sendMessage(group, "我先说")
    command()
    playground.say({ who: chief, chat: group, text: "我不是机器人", anonymous: true })
    command()
    playground.say({ who: robot, chat: group, text: "我后说" })
    command()
    expect(await heard(playground)).toHaveLength(2)
  })

  test("never another bot, not even as administrator", async () => {
    const playground = await open({
      people: [{ id: 2_001, name: "别的机器人", isBot: true }],
      groups: [{ id: group, title: "群", members: [2_001], bot: "administrator" }],
    })
    playground.say({ who: 2_001, chat: group, text: "/today@zhishou_bot" })
    expect(await heard(playground)).toEqual([])
  })

  test("everything, once it is administrator or the mode is off", async () => {
    const playground = await open()
    playground.setPrivacy(false)
    playground.say({ who: operator, chat: group, text: "早" })
    playground.setPrivacy(true)
    playground.promote({ by: leader, chat: forum, admin: true })
    playground.say({ who: operator, chat: forum, text: "安" })
    playground.say({ who: operator, chat: group, text: "听不见" })
    expect(await texts(playground)).toEqual(["早", undefined, "安"])
  })
})

describe("the bot is told", () => {
  test("who wrote anonymously: only that it was the group", async () => {
    const playground = await open({ privacy: false })
    playground.say({ who: leader, chat: group, text: "我是领导", anonymous: true })
    const [update] = await heard(playground)
    expect(update?.message).toMatchObject({ from: { id: 1_087_968_824 }, sender_chat: { id: group } })
    expect(() => playground.say({ who: operator, chat: group, text: "我也是", anonymous: true })).toThrow(
      "no administrator",
    )
  })

  test("of posts of the linked channel", async () => {
    const playground = await open({ privacy: false })
    playground.channelPost({ chat: group, text: "公告" })
    expect((await heard(playground))[0]?.message).toMatchObject({
      from: { id: 777_000 },
      is_automatic_forward: true,
      sender_chat: { type: "channel" },
    })
  })

  test("of changed, forwarded and filed messages", async () => {
    const playground = await open()
    const message = playground.say({ who: operator, text: "/post 一" })
    playground.edit({ who: operator, message, text: "/post 二" })
    const inGroup = playground.say({ who: leader, chat: group, text: "转我" })
    playground.forward({ who: operator, from: group, message: inGroup })
    playground.say({ who: operator, text: "台账", file: { name: "台账.csv", content: Buffer.from("a,b") } })
    const updates = await heard(playground)
    expect(updates).toMatchObject([
      { message: { text: "/post 一", entities: [{ type: "bot_command" }] } },
      { edited_message: { text: "/post 二", edit_date: 1_770_771_600 } },
      {
        message: {
          text: "转我",
          from: { id: operator },
          forward_origin: { type: "user", sender_user: { id: leader } },
        },
      },
      {
        message: {
          caption: "台账",
          document: { file_name: "台账.csv", mime_type: "text/csv", file_size: 3 },
        },
      },
    ])
  })

  test("only of what the author changed", async () => {
    const playground = await open()
    const message = playground.say({ who: operator, chat: group, text: "我的" })
    const steal = () => playground.edit({ who: leader, chat: group, message, text: "你的" })
    expect(steal).toThrow("only the author")
  })

  test("of long texts in pieces, as the apps send them", async () => {
    const playground = await open()
    playground.say({ who: operator, text: "字".repeat(10_000) })
    expect((await texts(playground)).map((text) => text?.length)).toEqual([4_096, 4_096, 1_808])
  })

  test("of topics, and in which one was written", async () => {
    const playground = await open({ privacy: false })
    const topic = playground.openTopic({ who: leader, chat: forum, name: "应急" })
    const message_id = playground.say({ who: operator, chat: forum, topic, text: "在" })
    playground.say({ who: leader, chat: forum, replyTo: message_id, text: "好" })
    expect(await heard(playground)).toMatchObject([
      { message: { forum_topic_created: { name: "应急" }, message_thread_id: topic } },
      { message: { text: "在", message_thread_id: topic, is_topic_message: true } },
      { message: { text: "好", message_thread_id: topic } },
    ])
    const answer = await client(playground).sendMessage(forum, "收到", { reply_parameters: { message_id } })
    expect(answer.message_thread_id).toBe(topic)
  })

  test("when it is blocked and let in again, added, promoted and put out", async () => {
    const playground = await open()
    playground.block(operator)
    playground.unblock(operator)
    playground.kickBot({ who: leader, chat: group })
    playground.addBot({ who: leader, chat: group })
    playground.promote({ by: leader, chat: group, admin: true })
    const changes = (await heard(playground)).flatMap(({ my_chat_member: change }) =>
      change
        ? [[change.chat.id, change.from.id, change.old_chat_member.status, change.new_chat_member.status]]
        : [],
    )
    expect(changes).toEqual([
      [operator, operator, "member", "kicked"],
      [operator, operator, "kicked", "member"],
      [group, leader, "member", "kicked"],
      [group, leader, "kicked", "member"],
      [group, leader, "member", "administrator"],
    ])
  })

  test("of members coming and going, in detail only as an administrator who asked for it", async () => {
    const playground = await open()
    await client(playground).getUpdates({ allowed_updates: ["message", "chat_member"] })
    playground.join({ who: officer, chat: group })
    playground.leave({ who: officer, chat: group })
    expect((await heard(playground)).map((update) => Object.keys(update)[1])).toEqual(["message", "message"])
    playground.promote({ by: leader, chat: group, admin: true })
    playground.join({ who: officer, chat: group, by: leader })
    expect(await heard(playground)).toMatchObject([
      { chat_member: { from: { id: leader }, new_chat_member: { status: "member", user: { id: officer } } } },
      { message: { new_chat_members: [{ id: officer }] } },
    ])
  })
})
