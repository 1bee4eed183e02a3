import { describe, expect, test } from "vitest"
import { clock, emergency, hoursAfter, latest, story, told } from "../emergency.ts"
import { group, li, wang, zhang } from "../world.ts"

describe("what has to be dealt with at once", () => {
  test.each([
    ["有害或错敏信息 微博示例县发布", "wubu", "incident.act", 1, "wubu:WB-32"],
    ["苗头性问题", "longzihu", "incident.report", 1 / 6, "longzihu:LZ-55"],
    ["发错内容 微博示例县发布", "longzihu", "incident.act", 1, "longzihu:LZ-58"],
    ["账号被盗 微博示例县发布", "longzihu", "incident.act", 1, "longzihu:LZ-58b"],
    ["信息泄露 微博示例县发布", "longzihu", "incident.act", 1, "longzihu:LZ-58c"],
    ["发错内容 微博示例县发布", "jiangxi", "incident.act", 1, "jiangxi:JX-41b"],
    ["不良评论 微博示例县发布", "sxjt", "incident.act", 1, "sxjt:SJ-34c"],
    ["谣言 一般", "sxjt", "incident.answer", 48, "sxjt:SJ-29b"],
  ] as const)(
    "%s under %s: %s within %s hours (WB-32, LZ-55, LZ-58, LZ-58b, LZ-58c, JX-41b, SJ-34c, SJ-29b)",
    async (said, book, what, within, rule) => {
      const w = await emergency([book])
      await w.say(li, `/sos ${said}`)
      const { foundAt } = await latest(w)
      const found = await clock(w, what)
      expect(found?.rules).toContain(rule)
      expect(hoursAfter(foundAt, found?.dueAt)).toBeCloseTo(within)
    },
  )

  test("a repeated complaint goes to the office above in the first message (XC-14)", async () => {
    const w = await emergency(["xuancheng"])
    await w.say(zhang, "/sos 反复投诉 刚刚 同一件事第三次")
    expect(told(w, "反复投诉")).toEqual([zhang, wang, group])
    expect((await story(w)).filter(([what]) => what === "called")).toEqual([
      ["called", "张敏"],
      ["called", "王芳"],
    ])
  })
})

describe("fakes", () => {
  test("the platform asked and the authorities told; open after 24 hours the leader hears of it (LZ-44, JX-48)", async () => {
    for (const book of ["longzihu", "jiangxi"]) {
      const w = await emergency([book])
      await w.say(zhang, "/fake 假冒账号 抖音 示例县发布官方 https://www.douyin.com/user/x")
      const it = await latest(w)
      expect(it).toMatchObject({ kind: "fake-account", what: "抖音“示例县发布官方”" })
      expect(it.needs.map(({ says }) => says)).toEqual(["已要求平台关停", "已通报有关部门"])
      await w.press(zhang, "我来处理")
      await w.say(zhang, "/supply 2026-1 已要求平台关停 平台受理号123")
      w.said()
      await w.turnTo("2026-03-03", "10:01")
      expect(told(w, "要求平台关停还没有完成")).toEqual([li])
      await w.say(zhang, "/supply 2026-1 已通报有关部门 县委网信办")
      await w.say(zhang, "/resolved 已下架")
      expect(await latest(w)).toMatchObject({ state: "closed" })
    }
  })

  test("an account opened by a person in the unit's name is a case like it (SJ-06)", async () => {
    const w = await emergency(["sxjt"])
    await w.say(zhang, "/fake 个人冒用单位名义开号 微博 示例县交通小王")
    await w.press(zhang, "跳过")
    const it = await latest(w)
    expect(it).toMatchObject({ kind: "personal-account" })
    expect(it.needs.map(({ id }) => id)).toEqual(["platform", "authority"])
    expect(it.clocks.find((each) => each.do === "incident.ask-platform")?.rules).toContain("sxjt:SJ-06")
    await w.press(zhang, "我来处理")
    w.said()
    await w.turnTo("2026-03-03", "10:01")
    expect(told(w, "要求平台关停还没有完成")).toEqual([li])
  })
})
