import { describe, expect, test } from "vitest"
import { group, li, wang, world, zhang, zhao } from "../world.ts"

describe("the accounts", () => {
  test("are listed by unit, each with how it stands, and with counts on top", async () => {
    const w = await world()
    await w.say(zhang, "/accounts")
    expect(w.only(zhang)).toMatchObject({
      text: [
        "【账号】共 5 个",
        "🟢 正常 5",
        "▪ 示例县人民政府办公室",
        "　🟢 微博“示例县发布”",
        "　🟢 微信订阅号“示例县发布”（主账号）",
        "　🟢 抖音“示例县发布”",
        "▪ 示例县教育局",
        "　🟢 微博“示例县教育”",
        "　🟢 微信订阅号“示例县教育”（主账号）",
      ].join("\n"),
      buttons: [],
    })
    await w.turnTo("2026-03-20", "10:00")
    await w.say(zhang, "/post 示例县发布")
    w.said()
    await w.say(wang, "/accounts 超期")
    expect(w.said().filter(({ to }) => to === wang)[0]?.text).toContain("只看：超期")
  })

  test("are narrowed in place by a button", async () => {
    const w = await world()
    await w.turnTo("2026-03-14", "10:00")
    w.said()
    await w.say(zhang, "/accounts")
    const [list] = w.said()
    expect(list?.buttons).toEqual(["🟡 临近 4", "🔴 超期 1"])
    await w.press(zhang, "🔴 超期 1")
    expect(w.only(zhang)).toMatchObject({
      id: list?.id,
      text: expect.stringContaining("🔴 微博“示例县教育”") as string,
      buttons: ["🟡 临近 4", "全部账号"],
    })
  })

  test("in a group of a unit below are its own alone", async () => {
    const other = -3001
    const w = await world({
      playground: { groups: [{ id: other, title: "示例县教育局工作群", members: [zhang], admins: [wang] }] },
    })
    await w.say(zhang, "/bind 示例县教育局", { in: other })
    w.said()
    await w.say(zhang, "/accounts", { in: other })
    const { text } = w.only(other)
    expect(text).toContain("【账号】共 2 个；只看：示例县教育局")
    expect(text).not.toContain("示例县发布")
  })

  test("are given out as a file only in private", async () => {
    const w = await world()
    await w.say(zhang, "/export", { in: group })
    expect(w.only(group).text).toBe("这个指令请在与我的私聊里使用。")
  })

  test("in the group are those of its unit; an outsider there learns nothing", async () => {
    const w = await world()
    await w.say(zhang, "/accounts", { in: group })
    expect(w.only(group).text).toContain("【账号】共 5 个")
    await w.say(zhao, "/accounts", { in: group })
    expect(w.only(group).text).toContain("您还没有登记")
  })
})

describe("one account", () => {
  test("is renamed, retired with a reason, and brought back by the button of the card", async () => {
    const w = await world()
    await w.say(zhang, "/account 抖音示例县发布")
    expect(w.only(zhang).buttons).toEqual(["登记更新", "查看依据", "修改", "停用"])
    await w.press(zhang, "修改")
    await w.press(zhang, "链接")
    w.said()
    await w.say(zhang, "https://www.douyin.com/user/example")
    expect(w.only(zhang).text).toBe(
      "✅ 已修改：抖音“示例县发布”\n链接：（未填） → https://www.douyin.com/user/example",
    )

    await w.say(zhang, "/retire 抖音示例县发布 并入县融媒体中心")
    await w.press(zhang, "停用抖音“示例县发布”")
    w.said()
    await w.turnTo("2026-03-02", "20:00")
    await w.say(zhang, "/post 抖音示例县发布")
    expect(w.only(zhang).text).toContain("没有找到账号“抖音示例县发布”")
    await w.press(zhang, "撤销停用")
    expect(w.only(zhang).text).toBe("↩️ 已撤销停用：抖音“示例县发布”恢复正常，更新期限照旧计算。")
  })

  test("that is retired is no longer reminded of", async () => {
    const w = await world()
    const platforms = { 微博: ["县发布", "县教育"], 微信订阅号: ["县发布", "县教育"], 抖音: ["县发布"] }
    for (const [platform, names] of Object.entries(platforms))
      for (const name of names) {
        await w.say(zhang, `/retire ${platform}示例${name} 整合`)
        await w.press(zhang, `停用${platform}“示例${name}”`)
      }
    w.said()
    await w.turnTo("2026-03-31", "12:00")
    w.silence()
  })

  test("can be changed and retired only with the right", async () => {
    const w = await world()
    await w.say(li, "/edit 微博示例县发布")
    expect(w.only(li).text).toBe("您没有修改账号的权限。需要时请联系本单位管理员。")
    await w.say(li, "/retire 微博示例县发布 整合")
    expect(w.only(li).text).toBe("您没有停用账号的权限。需要时请联系本单位管理员。")
  })
})
