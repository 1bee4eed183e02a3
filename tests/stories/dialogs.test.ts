import { describe, expect, test } from "vitest"
import { minutes } from "../../rules/time.ts"
import { group, li, world, zhang } from "../world.ts"

const ASK = "【登记一条更新】更新了哪个账号？可多选。"

describe("a dialog", () => {
  test("is given up by /cancel, by its button, or by a word; and nothing has changed", async () => {
    const w = await world()
    for (const giveUp of ["/cancel", "取消", "算了"]) {
      await w.say(zhang, "/post")
      w.said()
      await w.say(zhang, giveUp)
      expect(w.only(zhang).text).toBe("已取消，什么都没有改动。")
    }
    await w.say(zhang, "/post")
    w.said()
    await w.press(zhang, "取消")
    expect(w.only(zhang)).toMatchObject({ text: "已取消，什么都没有改动。", buttons: [] })
    await w.say(zhang, "/cancel")
    expect(w.only(zhang).text).toBe("现在没有正在填写的内容。")
  })

  test("has a button to give up beside every question, or in a group the word for it", async () => {
    const w = await world()
    await w.say(zhang, "/newunit")
    expect(w.only(zhang)).toMatchObject({ text: "【新建下级单位】单位全称是什么？", buttons: ["取消"] })
    await w.press(zhang, "取消")
    expect(w.only(zhang)).toMatchObject({ text: "已取消，什么都没有改动。", buttons: [] })
    await w.say(zhang, "/newunit", { in: group })
    expect(w.only(group)).toMatchObject({
      text: "【新建下级单位】单位全称是什么？\n（请“回复”本条消息作答；不填了就发 /cancel）",
      buttons: [],
    })
    await w.say(zhang, "/cancel", { in: group })
    expect(w.only(group).text).toBe("已取消，什么都没有改动。")
  })

  test("is forgotten after half an hour", async () => {
    const w = await world()
    await w.say(zhang, "/post 抖音")
    w.said()
    await w.playground.turn(w.playground.clock.now() + minutes(31))
    w.silence()
    await w.say(zhang, "https://douyin.com/1")
    expect(w.only(zhang).text).toBe(ASK)
  })

  test("in the group belongs to whoever began it", async () => {
    const w = await world()
    await w.say(zhang, "/post", { in: group })
    const card = w.only(group)
    expect(await w.press(li, "微博“示例县发布”", { in: group, message: card.id })).toBe(
      "这个按钮已经失效，或者不是发给您的。需要时请自己发送一次指令。",
    )
    w.silence()
  })

  test("leaves its old buttons without effect once a new one has begun", async () => {
    const w = await world()
    await w.say(zhang, "/post")
    const old = w.only(zhang)
    await w.say(zhang, "/cancel")
    await w.say(zhang, "/post")
    w.said()
    expect(await w.press(zhang, "微博“示例县发布”", { message: old.id })).toMatch(/^这个按钮已经失效/)
    w.silence()
  })

  test("is not answered twice by a double tap", async () => {
    const w = await world()
    await w.say(zhang, "/register")
    await w.press(zhang, "示例县教育局")
    await w.press(zhang, "抖音")
    await w.say(zhang, "示例县教育")
    const card = w.said().at(-1)
    const skip = w.playground
      .transcript({ chat: zhang })
      .flatMap(({ buttons }) => buttons.flat())
      .findLast(({ label }) => label === "跳过")
    const tap = () =>
      w.playground.press({ who: zhang, chat: zhang, message: card?.id ?? 0, button: skip?.data ?? "" })
    const answers = await Promise.all([tap(), tap(), tap()])
    await w.playground.settled()
    expect(answers.map(({ text }) => text?.slice(0, 8))).toEqual([
      "收到",
      "这个按钮已经失效",
      "这个按钮已经失效",
    ])
    expect(w.only(zhang).text).toMatch(/认证信息/)
  })

  test("takes the word on its skipping button, and a link wherever it comes", async () => {
    const w = await world()
    await w.say(zhang, "/post 抖音")
    await w.say(zhang, "跳过")
    expect(w.said().at(-1)?.text).toMatch(/^✅ 已登记：抖音/)
    await w.say(zhang, "/post")
    await w.say(zhang, "https://douyin.com/2")
    w.said()
    await w.press(zhang, "抖音“示例县发布”")
    await w.press(zhang, "选好了（1 个）")
    expect(w.said().at(-1)?.text).toMatch(/^✅ 已登记：抖音/)
    await w.say(zhang, "/why")
    await w.say(zhang, "https://douyin.com/3")
    expect(w.said().at(-1)?.text).toBe(ASK)
  })

  test("takes a day for its answer, though the word is a command too; anything else begins that command", async () => {
    const w = await world()
    await w.say(zhang, "/outsource 微博示例县发布 示例文化传媒有限公司")
    expect(w.only(zhang).text).toBe("【登记委托运维合同】微博“示例县发布”\n合同哪天签的？")
    await w.say(zhang, "今天")
    expect(w.only(zhang).text).toBe("【登记委托运维合同】微博“示例县发布”\n合同到哪一天为止？")
    await w.say(zhang, "账号")
    expect(w.only(zhang).text).toMatch(/^【账号/)
  })

  test("says what it is about above each question, however that was chosen", async () => {
    const w = await world()
    await w.say(zhang, "/edit 抖音示例县发布")
    expect(w.only(zhang).text).toBe("【修改账号信息】抖音“示例县发布”\n修改哪一项？")
    await w.press(zhang, "编辑人员")
    expect(w.only(zhang).text).toMatch(/^【修改账号信息】抖音“示例县发布”\n/)
  })

  test("is not begun where there is nothing to choose from", async () => {
    const w = await world()
    await w.say(zhang, "/golive")
    expect(w.only(zhang)).toMatchObject({
      text: "现在没有可以这样办理的账号。发 /accounts 可以查看全部账号。",
      buttons: [],
    })
    await w.say(zhang, "/statement")
    expect(w.only(zhang).text).toBe("现在没有要作的说明。")
  })

  test("goes on in private and in the group side by side", async () => {
    const w = await world()
    await w.say(zhang, "/post 抖音")
    await w.say(zhang, "/post 微博示例县发布", { in: group })
    const question = w.said().at(-1)
    await w.say(zhang, "https://douyin.com/1")
    expect(w.only(zhang).text).toContain("✅ 已登记：抖音“示例县发布”")
    await w.say(zhang, "https://weibo.com/1", { in: group, replyTo: question?.id ?? 0 })
    expect(w.only(group).text).toContain("✅ 已登记：微博“示例县发布”")
  })

  test("shows more than one page can hold", async () => {
    const w = await world()
    await w.say(zhang, "/appoint 李国强")
    const first = w.only(zhang)
    expect(first.buttons).toEqual([
      "主要负责人",
      "分管领导",
      "总编辑",
      "审核员",
      "信息员",
      "管理员",
      "密码保管人",
      "值班员",
      "下一页 ›",
      "取消",
    ])
    await w.press(zhang, "下一页 ›")
    expect(w.only(zhang).buttons).toEqual(["发布员", "主管单位人员", "‹ 上一页", "取消"])
  })
})

describe("a button", () => {
  test("pressed twice does its work once", async () => {
    const w = await world()
    await w.say(zhang, "/post 抖音 https://douyin.com/1")
    const card = w.only(zhang)
    await w.press(zhang, "撤销", { message: card.id })
    w.said()
    expect(
      await w.press(zhang, "改为转发", { message: card.id }).catch((fault: unknown) => String(fault)),
    ).toMatch(/there is no button/)
  })

  test("pressed fifty times at once does its work once, and each press is answered", async () => {
    const w = await world()
    await w.say(zhang, "/post 抖音 https://douyin.com/1")
    const card = w.only(zhang)
    const undo = w.playground
      .transcript({ chat: zhang })
      .flatMap(({ buttons }) => buttons.flat())
      .find(({ label }) => label === "撤销")
    const presses = Array.from({ length: 50 }, () =>
      w.playground.press({ who: zhang, chat: zhang, message: card.id, button: undo?.data ?? "" }),
    )
    const answers = (await Promise.all(presses)).map(({ text }) => text)
    await w.playground.settled()
    expect(answers.filter((text) => text === "收到")).toHaveLength(1)
    expect(answers.filter((text) => text === "这次登记已经撤销，或者不存在。")).toHaveLength(49)
    expect(w.heard()).toEqual([[zhang, "↩️ 已撤销：抖音“示例县发布”的这次登记，期限已恢复原样。"]])
  })
})

describe("bad input", () => {
  test("too long a text is refused in one sentence", async () => {
    const w = await world()
    await w.say(zhang, `/post ${"长".repeat(4090)}`)
    expect(w.said().map(({ text }) => text.length < 400)).toEqual([true])
    expect((await w.look(({ tables }) => tables.posts.all())).filter(({ by }) => by !== "setup")).toEqual([])
  })

  test("an unknown command is named, with the way to the list", async () => {
    const w = await world()
    await w.say(zhang, "/pots")
    expect(w.only(zhang).text).toBe("没有“/pots”这个指令。发送 /help 可以查看全部指令。")
    await w.say(zhang, "/pots", { in: group })
    w.silence()
  })

  test("names show as they were typed: no HTML, no marks that turn the text around", async () => {
    const w = await world()
    await w.say(zhang, "/newunit <b>示例</b>‮镇‬😀人民政府")
    await w.press(zhang, "乡镇、街道")
    await w.press(zhang, "示例县人民政府办公室")
    w.said()
    await w.press(zhang, "跳过")
    expect(w.only(zhang).text).toContain("新建“<b>示例</b>镇😀人民政府”")
  })

  test("talk that means nothing gets one helpful line in private, and none in the group", async () => {
    const w = await world()
    await w.say(zhang, "👍👍👍")
    expect(w.only(zhang).text).toMatch(/^没有听懂。\n登记更新：直接把链接发给我，/)
    await w.say(zhang, "大家早上好", { in: group })
    w.silence()
  })

  test("the same update delivered twice is done once", async () => {
    const w = await world()
    await w.say(zhang, "/post 抖音 https://douyin.com/1")
    w.said()
    w.playground.repeatUpdates(1)
    await w.playground.settled()
    w.silence()
  })
})
