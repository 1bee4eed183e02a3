import { describe, expect, test } from "vitest"
import { group, li, wang, type World, world, zhang, zhao } from "../world.ts"

const CHANGE = "请现在就改掉这个密码。值守从不需要密码，请不要发到任何聊天里。"
const HERE = `刚才有一条消息像是密码，已经删除，没有保存。${CHANGE}`
const IN_GROUP = `您刚才在群「示例县政务新媒体工作群」里发的一条消息像是密码，已经删除，没有保存。${CHANGE}`

const deleted = (w: World) =>
  w.playground
    .doings()
    .filter(({ kind }) => kind === "deleted")
    .map(({ chat, message }) => [chat, message])

/** The bot may delete in the group. */
const allowed = async () => {
  const w = await world()
  w.playground.promote({ by: wang, chat: group, admin: true })
  return w
}

describe("a message that looks like a password", () => {
  test("is deleted in private, and its sender told to change it", async () => {
    const w = await world()
    const message = await w.say(zhang, "微博密码：Abc12345678")
    expect(deleted(w)).toEqual([[zhang, message]])
    expect(w.only(zhang).text).toBe(HERE)
  })

  test("is deleted in the group, and its sender told in private", async () => {
    const w = await allowed()
    const message = await w.say(zhang, "口令是 Abc12345678", { in: group })
    expect(deleted(w)).toEqual([[group, message]])
    expect(w.only(zhang).text).toBe(IN_GROUP)
  })

  test("goes before anything else is said, with nothing left to wait for", async () => {
    const w = await world()
    await w.say(zhang, "密码：Abc12345678")
    const kinds = w.playground.doings().map(({ kind }) => kind)
    expect(kinds).toEqual(["deleted", "sent"])
    const rows = await w.look(({ tables }) => tables.outbox.all())
    expect(rows.map(({ leaveAt, createdAt }) => leaveAt - createdAt)).toEqual([0, 0])
  })

  test("is recorded by who, where and when, and by nothing that it said", async () => {
    const w = await world()
    const message = await w.say(zhang, "密码：Abc12345678")
    const [row] = (await w.look(({ tables }) => tables.outbox.all())).filter(({ removes }) => removes)
    expect(row).toMatchObject({
      to: { kind: "chat", id: String(zhang) },
      body: { text: "" },
      removes: { messageId: String(message), sender: `telegram:${zhang}`, place: "private" },
    })
    const [line] = await w.running.app.store.history("outbox", row?.id ?? "")
    const operator = await w.look(({ tables }) => tables.persons.where("user", `telegram:${zhang}`))
    expect(line).toMatchObject({ by: operator[0]?.id, why: "password" })
    expect(line?.changes.map(([table]) => table)).toEqual(["outbox"])
  })

  test("is not taken for an answer: the question stays open and is asked again", async () => {
    const w = await world()
    await w.say(wang, "/newunit")
    w.said()
    await w.say(wang, "Abc12345678")
    const heard = w.said()
    expect(heard.map(({ text }) => text).sort()).toEqual(
      [HERE, "刚才那条像是密码，没有采用，也没有保存。请重新回答：\n【新建下级单位】单位全称是什么？"].sort(),
    )
    await w.say(wang, "示例县文化馆")
    expect(w.only(wang).text).toMatch(/^【新建下级单位】/)
    const dialogs = await w.look(({ tables }) => tables.dialogs.all())
    expect(dialogs.map(({ answers }) => answers)).toEqual([{ name: "示例县文化馆" }])
  })

  test("runs no command, and leaves an open question alone", async () => {
    const w = await world()
    await w.say(wang, "/newunit")
    w.said()
    await w.say(wang, "/newunit 密码 Abc12345678")
    expect(w.only(wang).text).toBe(HERE)
  })

  test("from somebody who is not enrolled is answered in the group, without a name", async () => {
    const w = await allowed()
    const message = await w.say(zhao, "密码 Abc12345678", { in: group })
    expect(deleted(w)).toEqual([[group, message]])
    expect(w.only(group).text).toBe(HERE)
  })

  test("from an anonymous administrator is answered in the group", async () => {
    const w = await allowed()
    await w.say(wang, "密码 Abc12345678", { in: group, anonymous: true })
    expect(w.only(group).text).toBe(HERE)
  })

  test("is spoken of in the group, by name, when its sender cannot be written to", async () => {
    const w = await allowed()
    w.playground.block(zhang)
    await w.playground.settled()
    await w.say(zhang, "密码 Abc12345678", { in: group })
    expect(w.only(group).text).toBe(`张敏：${HERE}`)
  })

  test("is spoken of in the group when the private chat turns out to be shut", async () => {
    const w = await allowed()
    await w.look(async ({ tables }) => {
      const [person] = await tables.persons.where("user", `telegram:${zhang}`)
      if (person) await tables.persons.put({ ...person, chat: "999" })
    })
    await w.say(zhang, "密码 Abc12345678", { in: group })
    expect(w.only(group).text).toBe(`张敏，您收不到我的私聊，先在群里说：\n\n${IN_GROUP}`)
  })

  test("that may not be deleted is told its sender and the officers, not repeated", async () => {
    const w = await world()
    w.playground.setPrivacy(false)
    await w.say(zhang, "密码 Abc12345678", { in: group })
    expect(deleted(w)).toEqual([])
    const heard = new Map(w.heard())
    expect(heard.get(zhang)).toBe(
      `您刚才在群「示例县政务新媒体工作群」里发的一条消息像是密码，我没有保存，但删不掉，请您自己马上删除。${CHANGE}`,
    )
    expect(heard.get(wang)).toBe(
      "群「示例县政务新媒体工作群」里张敏发了一条像是密码的消息，我删不掉。请马上删除，提醒本人修改密码，并确认我是能删除消息的群管理员。",
    )
    expect([...heard.keys()].sort()).toEqual([zhang, wang].sort())
    expect(await w.look(({ tables }) => tables.chats.get(String(group)))).toMatchObject({ reachable: true })
  })

  test("made of an old message can no longer be deleted", async () => {
    const w = await world()
    const message = await w.say(li, "好的")
    await w.turnTo("2026-03-06")
    w.said()
    w.playground.edit({ who: li, message, text: "密码：Abc12345678" })
    await w.playground.settled()
    expect(w.only(li).text).toBe(`刚才有一条消息像是密码，我没有保存，但删不掉，请您自己马上删除。${CHANGE}`)
  })

  test("is deleted once, however often the update comes", async () => {
    const w = await world()
    w.playground.repeatUpdates(1)
    await w.say(zhang, "密码：Abc12345678")
    expect(w.only(zhang).text).toBe(HERE)
  })

  test("is deleted after a while in which nothing got through", async () => {
    const w = await world()
    w.playground.fault({ kind: "serverError", methods: ["deleteMessage"], times: 2 })
    const message = await w.say(zhang, "密码：Abc12345678")
    await w.turnTo("2026-03-02", "10:05")
    expect(deleted(w)).toEqual([[zhang, message]])
  })
})

describe("a ledger with passwords in it", () => {
  const HEADING = "账号名称,平台,主办单位,密码保管人"

  test("is deleted, and taken in without their column", async () => {
    const w = await world()
    const rows = [`${HEADING},登录密码`, "示例县教育,快手,示例县教育局,张敏,Abc12345678"]
    await w.send(zhang, "台账.csv", Buffer.from(rows.join("\n")))
    expect(deleted(w)).toHaveLength(1)
    const [told, card] = [...w.said()].sort((one, other) => one.text.length - other.text.length)
    expect(told?.text).toBe(HERE)
    expect(card?.text).toContain("台账预览：新增 1 个")
    expect(card?.text).toContain("E1 像是密码列：没有读取。密码不要写进台账")
    await w.press(zhang, "导入 1 个新增")
    expect(w.only(zhang).text).toContain("✅ 已导入：1 个新增。")
  })

  test("elsewhere than in a column of their own is deleted and refused", async () => {
    const w = await world()
    const rows = [HEADING, "示例县教育 密码Abc12345678,快手,示例县教育局,张敏"]
    await w.send(zhang, "台账.csv", Buffer.from(rows.join("\n")))
    expect(deleted(w)).toHaveLength(1)
    expect(w.heard().map(([, text]) => text)).toContainEqual(
      expect.stringContaining(
        "• A2 像是密码，内容没有读取也没有保存。密码不要写进台账，请删去后再发送，并改掉这些密码。",
      ),
    )
  })

  test("whose column is empty or starred out stays", async () => {
    const w = await world()
    const rows = [
      `${HEADING},密码`,
      "示例县教育,快手,示例县教育局,张敏,******",
      "示例县教育,抖音,示例县教育局,张敏,",
    ]
    await w.send(zhang, "台账.csv", Buffer.from(rows.join("\n")))
    expect(deleted(w)).toEqual([])
  })
})

test("ordinary talk and ordinary commands stay", async () => {
  const w = await allowed()
  for (const text of [
    "请大家按时改密码",
    "密码已更换，12位，字母加数字",
    "吴政办函〔2022〕71号",
    "https://mp.weixin.qq.com/s?__biz=MzA3==&mid=2650&sn=0a1B2c",
    "联系人张敏 13800000000 zhang@example.gov.cn",
    "/today",
    "/post 示例县发布 https://weibo.com/1000000001/AbCdEf 今天 09:30",
    "/edit 示例县发布 密码保管人：张敏",
    "/help",
  ]) {
    await w.say(zhang, text, { in: group })
    await w.say(zhang, text)
  }
  expect(deleted(w)).toEqual([])
})
