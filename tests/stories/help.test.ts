import { describe, expect, test } from "vitest"
import { group, li, wang, world, zhang, zhou } from "../world.ts"

const LAST = "不必记格式：只发指令，其余的我会一项一项问您。"

describe("help", () => {
  test("is grouped, and shows a leader what a leader can do", async () => {
    const w = await world()
    await w.say(li, "/help")
    const groups = w.only(li).text.split("\n\n")
    expect(groups[0]).toMatch(/^【紧急情况】\n\/sos 报告紧急情况\n/)
    expect(groups[1]).toMatch(/^【日常】\n\/today 查看要更新的账号\n/)
    expect(groups.slice(2, -1).map((lines) => lines.split("\n")[0])).toEqual([
      "【值班】",
      "【账号】",
      "【审批】",
      "【人员与单位】",
      "【设置与查询】",
    ])
    expect(groups.at(-1)).toBe(LAST)
    expect(groups.join("\n")).not.toMatch(/\/(post|undo|register|edit|import|invite|newunit|approve) /)
  })

  test("in a group leaves out what works only in private, and in private what works only in a group", async () => {
    const w = await world()
    await w.say(zhang, "/help", { in: group })
    const there = w.only(group).text
    expect(there).toContain("/bind ")
    expect(there).not.toMatch(/\/(invite|export|import|preview|setup) /)
    expect(there).toContain("还有一些指令只在私聊里用，请私聊发 /help。")
    await w.say(zhang, "/help")
    const alone = w.only(zhang).text
    expect(alone).toMatch(/\/invite .*\n/)
    expect(alone).not.toContain("/bind ")
  })

  test("in a group speaks of rights over its unit, not of those elsewhere", async () => {
    const w = await world()
    await w.say(zhang, "/invite 示例县教育局 发布员")
    await w.openLink(zhou, /https:\/\/t\.me\/\S+/.exec(w.only(zhang).text)?.[0] ?? "")
    w.said()
    await w.say(zhou, "/help", { in: group })
    expect(w.only(group).text).not.toMatch(/\/(register|newunit|bind) /)
  })

  test("of one command names what can be typed, and nothing that is only pressed", async () => {
    const w = await world()
    await w.say(zhang, "/help import")
    expect(w.only(zhang).text).toBe(
      "/import 导入账号台账\n也可以说：导入、导入台账\n没有写的，我会一项一项问您。",
    )
  })
})

describe("the first words", () => {
  test("to an operator: a link, or an account of their own; as it can be typed", async () => {
    const w = await world()
    await w.say(zhang, "/start")
    expect(w.only(zhang).text).toMatch(
      /^张敏，您好！我是值守，.*\n登记更新：直接把链接发给我，或者发“更新 微博示例县发布”。\n登记账号：/,
    )
    await w.say(zhang, "更新 微博示例县发布")
    expect(w.only(zhang).text).toContain("请发这条更新的链接")
  })

  test("to a leader: that what needs them will come", async () => {
    const w = await world()
    await w.say(li, "在吗")
    expect(w.only(li).text).toBe(
      "没有听懂。\n有要您过问的事，我会主动告诉您。要更新的账号：/today；全部账号：/accounts。\n发送 /help 看看能做什么。",
    )
  })

  test("to an officer: how accounts and people come in", async () => {
    const w = await world()
    await w.say(wang, "/start")
    expect(w.only(wang).text).toContain(
      "登记账号：/register，也可以直接发来台账（Excel）；邀请同事：/invite。",
    )
  })
})
