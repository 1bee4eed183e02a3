import { describe, expect, test } from "vitest"
import * as chats from "../../services/chats.ts"
import { group, li, wang, world, zhang, zhou } from "../world.ts"

const OTHER = -3001
const elsewhere = {
  groups: [{ id: OTHER, title: "示例县教育局工作群", members: [zhang, li], admins: [wang] }],
}

describe("a group", () => {
  test("is bound to a unit by an officer, and gets its digest from then on", async () => {
    const w = await world({ playground: elsewhere })
    await w.say(zhang, "/bind 示例县教育局", { in: OTHER })
    expect(w.only(OTHER).text).toBe(
      "好的，本群归“示例县教育局”。该单位没有专人负责的提醒会发在这里。\n我在群里只看得到“/”指令、按钮和对我的回复。",
    )
    await w.turnTo("2026-03-09", "10:00")
    expect(w.heard().map(([to]) => to)).toEqual([OTHER])
  })

  test("is not bound by somebody without the right", async () => {
    const w = await world({ playground: elsewhere })
    await w.say(li, "/bind 示例县教育局", { in: OTHER })
    expect(w.only(OTHER).text).toBe("您没有绑定工作群的权限。需要时请联系本单位管理员。")
    expect(await w.look(({ tables }) => tables.chats.get(String(OTHER)))).toBeNull()
  })

  test("that is bound to no unit shows nothing of the office", async () => {
    const w = await world({ playground: elsewhere })
    for (const typed of [
      "/accounts",
      "/account 抖音",
      "/today",
      "/people",
      "/units",
      "/status",
      "/post 抖音",
    ]) {
      await w.say(zhang, typed, { in: OTHER })
      expect(w.only(OTHER).text).toBe("本群还没有绑定单位，请先由管理员发送 /bind，或与我私聊。")
    }
    await w.say(zhang, "/help bind", { in: OTHER })
    expect(w.only(OTHER).text).toMatch(/^\/bind /)
  })

  test("shows only its own unit and those below", async () => {
    const w = await world({ playground: elsewhere })
    await w.say(zhang, "/bind 示例县教育局", { in: OTHER })
    w.said()
    await w.say(zhang, "/units", { in: OTHER })
    expect(w.only(OTHER).text).toBe("· 示例县教育局（县级部门，账号 2 个）")
    await w.say(zhang, "/people", { in: OTHER })
    expect(w.only(OTHER).text).toBe("“示例县教育局”还没有人员。用 /invite 邀请。")
    await w.say(zhang, "/accounts 示例县人民政府办公室", { in: OTHER })
    expect(w.only(OTHER).text).not.toContain("示例县发布")
    await w.say(zhang, "/account 抖音示例县发布", { in: OTHER })
    expect(w.only(OTHER).text).toMatch(/^没有找到账号“抖音示例县发布”。/)
    await w.say(zhang, "/status", { in: OTHER })
    expect(w.only(OTHER).text).toMatch(/^单位 1 个，账号 2 个，人员 0 人，工作群 1 个。/)
    await w.say(zhang, "/bind 示例县人民政府办公室", { in: OTHER })
    expect(w.only(OTHER).text).toMatch(/^好的，本群归“示例县人民政府办公室”。/)
  })

  test("that becomes a supergroup is followed, and hears its digest there", async () => {
    const w = await world()
    const grown = w.playground.migrate({ who: wang, chat: group })
    await w.playground.settled()
    w.silence()
    await w.turnTo("2026-03-09", "10:00")
    expect(w.heard().map(([to]) => to)).toEqual([grown])
  })

  test("that grew unnoticed is found when writing to it", async () => {
    const w = await world()
    w.playground.unreachable(0)
    await w.turnTo("2026-03-09", "08:00")
    const grown = w.playground.migrate({ who: wang, chat: group })
    await w.turnTo("2026-03-09", "10:00")
    expect(w.heard().map(([to]) => to)).toEqual([grown])
    expect((await w.look(({ tables }) => tables.chats.get(String(grown))))?.reachable).toBe(true)
  })

  test("that has thrown the bot out is no longer written to, and the people get the reminders instead", async () => {
    const w = await world()
    w.playground.kickBot({ who: wang, chat: group })
    await w.playground.settled()
    w.said()
    await w.turnTo("2026-03-09", "10:00")
    expect(w.heard().map(([to]) => to)).toEqual([zhang])
  })

  test("keeps to the topic in which it was bound", async () => {
    const forum = -1003000000001
    const w = await world({
      playground: {
        groups: [
          {
            id: forum,
            title: "论坛",
            kind: "supergroup",
            members: [zhang],
            admins: [wang],
            topics: ["值守"],
          },
        ],
      },
    })
    await w.say(zhang, "/bind 示例县教育局", { in: forum, topic: 2 })
    await w.turnTo("2026-03-09", "10:00")
    const topics = w.playground.transcript({ chat: forum }).map(({ topic }) => topic)
    expect(new Set(topics.slice(-2))).toEqual(new Set([2]))
  })
})

describe("who speaks", () => {
  test("an anonymous administrator is asked to press, because a press has a name", async () => {
    const w = await world()
    await w.say(wang, "/today", { in: group, anonymous: true })
    expect(w.only(group)).toMatchObject({
      text: "您现在以匿名管理员身份发言，无法确认是谁。请按下面的按钮，以本人身份继续。",
      buttons: ["以本人身份继续"],
    })
    await w.press(wang, "以本人身份继续", { in: group })
    expect(w.only(group).text).toMatch(/^【待更新】/)
  })

  test("an edited command is not carried out again", async () => {
    const w = await world()
    const message = await w.say(zhang, "/post 抖音 https://douyin.com/1")
    w.said()
    w.playground.edit({ who: zhang, message, text: "/post 抖音 https://douyin.com/2" })
    await w.playground.settled()
    expect(w.only(zhang).text).toBe("修改或转发的指令不会执行。需要时请重新发送一次。")
    expect(
      (await w.look(({ tables }) => tables.posts.all())).filter(({ by }) => by !== "setup"),
    ).toHaveLength(1)
  })

  test("a forwarded command is not carried out", async () => {
    const w = await world()
    const message = await w.say(zhang, "/post 抖音 https://douyin.com/1", { in: group })
    w.said()
    w.playground.forward({ who: zhou, from: group, message, to: group })
    await w.playground.settled()
    expect(w.only(group).text).toBe("修改或转发的指令不会执行。需要时请重新发送一次。")
  })

  test("a command for another bot is none of our business", async () => {
    const w = await world()
    await w.say(zhang, "/today@other_bot", { in: group })
    w.silence()
  })
})

describe("in privacy mode", () => {
  test("a question is answered by replying to it; other talk is not heard", async () => {
    const w = await world()
    await w.say(zhang, "/post 抖音", { in: group })
    const question = w.only(group)
    expect(question.text).toBe(
      "【登记一条更新】请发这条更新的链接；没有链接就跳过，按刚刚发布登记。\n（请“回复”本条消息作答）",
    )
    await w.say(zhang, "https://douyin.com/1", { in: group })
    w.silence()
    await w.say(zhang, "https://douyin.com/1", { in: group, replyTo: question.id })
    expect(w.only(group).text).toMatch(/^✅ 已登记：抖音“示例县发布”/)
  })

  test("/status says so", async () => {
    const w = await world()
    await w.say(zhang, "/status")
    expect(w.only(zhang).text).toContain("群里我只看得到指令和对我的回复（Telegram 隐私模式）")
  })
})

describe("a person who blocked the bot", () => {
  test("is named in the group instead, and found again when they come back", async () => {
    const w = await world()
    w.playground.block(zhang)
    await w.playground.settled()
    await w.turnTo("2026-03-11", "10:00")
    const toGroup = w.said().filter(({ to }) => to === group)
    expect(toGroup.some(({ text }) => text.includes("张敏") && text.includes("微信订阅号“示例县发布”"))).toBe(
      true,
    )
    w.playground.unblock(zhang)
    await w.playground.settled()
    await w.turnTo("2026-03-12", "10:00")
    expect(w.said().some(({ to }) => to === zhang)).toBe(true)
  })
})

test("what was said in a group before it went on under another id, and comes late, is not turned away", async () => {
  const w = await world()
  await w.look((turn) => chats.move(turn, String(group), "-1009999999999"))
  w.said()
  await w.say(zhang, "/today", { in: group })
  expect(w.heard().map(([, text]) => text)).not.toContainEqual(expect.stringContaining("还没有绑定"))
  expect(w.running.app.text.unit.unbound).toContain("还没有绑定")
})
