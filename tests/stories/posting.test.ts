import { describe, expect, test } from "vitest"
import { instantOf } from "../../rules/time.ts"
import { group, li, world, zhang } from "../world.ts"

const WEIBO = "微博“示例县发布”"

describe("reporting a post", () => {
  test("the link is enough when the account is pressed: now, and original", async () => {
    const w = await world()
    await w.say(zhang, "https://weibo.com/1/abc")
    expect(w.only(zhang)).toMatchObject({
      text: "【登记一条更新】更新了哪个账号？可多选。",
      buttons: [
        WEIBO,
        "微信订阅号“示例县发布”",
        "抖音“示例县发布”",
        "微博“示例县教育”",
        "微信订阅号“示例县教育”",
        "全部 5 个",
        "取消",
      ],
    })
    await w.press(zhang, WEIBO)
    expect(w.only(zhang).buttons).toContain(`✓ ${WEIBO}`)
    expect(await w.press(zhang, "选好了（1 个）")).toBe("收到")
    expect(w.only(zhang)).toMatchObject({
      text: "✅ 已登记：微博“示例县发布”\n3月2日（周一）10:00，原创\n下次更新不晚于 3月16日（周一）（还有 14 天）",
      buttons: ["改为转发", "更正时间或链接", "撤销"],
    })
    w.silence()
  })

  test("everything in one line, in any order", async () => {
    const w = await world()
    await w.say(zhang, "报更新 今天 09:00 转发 微博示例县发布 https://weibo.com/1/abc")
    expect(w.heard()).toEqual([
      [
        zhang,
        "✅ 已登记：微博“示例县发布”\n3月2日（周一）09:00，转发\n下次更新不晚于 3月16日（周一）（还有 14 天）",
      ],
    ])
  })

  test("line by line, each with its label", async () => {
    const w = await world()
    await w.say(zhang, "／登记更新\n账号：微博示例县发布\n链接：https://weibo.com/1/abc\n时间：昨天 16:00")
    expect(w.heard()).toEqual([
      [
        zhang,
        "✅ 已登记：微博“示例县发布”\n3月1日（周日）16:00，原创\n下次更新不晚于 3月16日（周一）（还有 14 天）",
      ],
    ])
  })

  test("several accounts at once, without a link", async () => {
    const w = await world()
    await w.say(zhang, "/post")
    await w.press(zhang, "全部 5 个")
    await w.press(zhang, "跳过")
    expect(w.said().at(-1)?.text).toBe(
      [
        "✅ 已登记：微博“示例县发布”、微信订阅号“示例县发布”、抖音“示例县发布”、微博“示例县教育”、微信订阅号“示例县教育”",
        "3月2日（周一）10:00，原创，未附链接",
        "微博“示例县发布”下次不晚于 3月16日（周一）",
        "微信订阅号“示例县发布”下次不晚于 3月16日（周一）",
        "抖音“示例县发布”下次不晚于 3月16日（周一）",
        "微博“示例县教育”下次不晚于 3月16日（周一）",
        "微信订阅号“示例县教育”下次不晚于 3月16日（周一）",
      ].join("\n"),
    )
    const posts = await w.look(({ tables }) => tables.posts.all())
    expect(posts.filter(({ by }) => by !== "setup")).toHaveLength(5)
  })

  test("in the group the answer hangs on the message, and the account is found by a part of its name", async () => {
    const w = await world()
    const asked = await w.say(zhang, "/post 抖音 https://douyin.com/1", { in: group })
    expect(w.only(group).text).toMatch(/^✅ 已登记：抖音“示例县发布”/)
    expect(w.playground.transcript({ chat: group }).at(-1)?.replyTo).toBe(asked)
  })

  test("a name that fits several accounts is asked about, and several may be meant", async () => {
    const w = await world()
    await w.say(zhang, "/post 示例县教育 https://weibo.com/1/x")
    expect(w.only(zhang)).toMatchObject({
      text: "“示例县教育”对应不止一个，请选择：\n【登记一条更新】更新了哪个账号？可多选。",
      buttons: ["微博“示例县教育”", "微信订阅号“示例县教育”", "全部 2 个", "取消"],
    })
    await w.press(zhang, "全部 2 个")
    expect(w.only(zhang).text).toContain("✅ 已登记：微博“示例县教育”、微信订阅号“示例县教育”")
  })

  test("it can be taken back by one press, and the deadline is as before", async () => {
    const w = await world()
    const clocks = () => w.look(({ tables }) => tables.clocks.all())
    const before = await clocks()
    await w.say(zhang, "/post 抖音 https://douyin.com/1")
    expect(await clocks()).not.toEqual(before)
    w.said()
    await w.press(zhang, "撤销")
    expect(w.only(zhang)).toMatchObject({
      text: "↩️ 已撤销：抖音“示例县发布”的这次登记，期限已恢复原样。",
      buttons: [],
    })
    expect(await clocks()).toEqual(before)
  })

  test("time, link and kind can be put right", async () => {
    const w = await world()
    await w.say(zhang, "/post 微博示例县发布 https://weibo.com/1/abc")
    await w.press(zhang, "更正时间或链接")
    await w.press(zhang, "时间")
    await w.say(zhang, "昨天 8:30")
    expect(w.said().at(-1)).toMatchObject({
      text: [
        "✏️ 已更正：微博“示例县发布”",
        "时间：3月2日（周一）10:00 → 3月1日（周日）08:30",
        "3月1日（周日）08:30，原创",
        "下次更新不晚于 3月16日（周一）（还有 14 天）",
      ].join("\n"),
      buttons: ["改为转发", "更正时间或链接", "撤销"],
    })
    const [post] = (await w.look(({ tables }) => tables.posts.all())).filter(({ by }) => by !== "setup")
    expect(post).toMatchObject({ at: instantOf("2026-03-01", "08:30"), link: "https://weibo.com/1/abc" })
  })
})

test("a report to be corrected is named by its platform, and by what is corrected", async () => {
  const w = await world()
  await w.say(zhang, "/post 微博示例县发布 https://weibo.com/1/abc")
  await w.say(zhang, "/post 抖音 https://douyin.com/1")
  w.said()
  await w.say(zhang, "/amend")
  expect(w.only(zhang).buttons).toEqual([
    "3月2日（周一）10:00 微博“示例县发布”",
    "3月2日（周一）10:00 抖音“示例县发布”",
    "取消",
  ])
  await w.say(zhang, "/amend 抖音 类型 转发")
  expect(w.only(zhang)).toMatchObject({
    text: "✏️ 已更正：抖音“示例县发布”\n类型：原创 → 转发\n3月2日（周一）10:00，转发\n下次更新不晚于 3月16日（周一）（还有 14 天）",
    buttons: ["改为原创", "更正时间或链接", "撤销"],
  })
  await w.press(zhang, "改为原创")
  expect(w.only(zhang).text).toMatch(/^✏️ 已更正：抖音“示例县发布”\n类型：转发 → 原创\n/)
})

describe("what is refused, with an example that works, and changes nothing", () => {
  const refused = async (line: string, answer: string | RegExp) => {
    const w = await world()
    const before = await w.look(({ tables }) => tables.posts.all())
    await w.say(zhang, line)
    const [said] = w.said()
    if (typeof answer === "string") expect(said?.text).toBe(answer)
    else expect(said?.text).toMatch(answer)
    expect(await w.look(({ tables }) => tables.posts.all())).toEqual(before)
  }

  test("a time that has not come", () =>
    refused(
      "/post 微博示例县发布 https://weibo.com/1/abc 今天 23:00",
      /^发布时间 2026年3月2日 23:00 还没有到（现在是 3月2日（周一）10:00）。请写已经过去的时间，例如：今天 09:30/,
    ))

  test("an account nobody knows", () =>
    refused(
      "/post 火星发布 https://weibo.com/1/abc",
      /^没有找到账号“火星发布”。请写账号名称，例如：示例县发布；/,
    ))

  test("a link that is none", async () => {
    const w = await world()
    await w.say(zhang, "/post 微博示例县发布")
    w.said()
    await w.say(zhang, "没有链接啊")
    expect(w.only(zhang).text).toBe(
      "链接“没有链接啊”无法识别。例如：https://weibo.com/1234567890/AbCdEf\n【登记一条更新】请发这条更新的链接；没有链接就跳过，按刚刚发布登记。",
    )
  })

  test("the same link twice", async () => {
    const w = await world()
    await w.say(zhang, "/post 微博示例县发布 https://weibo.com/1/abc")
    w.said()
    await w.say(zhang, "/post 微博示例县发布 https://weibo.com/1/abc")
    expect(w.only(zhang).text).toBe(
      "微博“示例县发布”的这个链接已经登记过了（3月2日（周一）10:00），不用重复登记。",
    )
  })

  test("a leader, who does not publish", async () => {
    const w = await world()
    await w.say(li, "/post 微博示例县发布 https://weibo.com/1/abc")
    expect(w.only(li).text).toBe("您没有登记更新的权限。需要时请联系本单位管理员。")
  })

  test("somebody else's report cannot be taken back by pressing an old card", async () => {
    const w = await world()
    await w.say(zhang, "/post 抖音 https://douyin.com/1", { in: group })
    w.said()
    expect(await w.press(li, "撤销", { in: group })).toBe("您没有登记更新的权限。需要时请联系本单位管理员。")
    w.silence()
  })
})
