import { describe, expect, test } from "vitest"
import { pass, passes, reviewing, sendIn, waitUntil } from "../reviewing.ts"

describe("an item with nothing special", () => {
  test("is sent in by title, account and one press, and takes each reviewer one press (LZ-21, LZ-21b)", async () => {
    const r = await reviewing(["longzihu"])
    await r.counter.say("赵六", "/submit 停课通知 示例县教育")
    await r.counter.press("赵六", "政务信息")
    await r.counter.press("赵六", "都没有")
    await r.counter.press("赵六", "跳过")
    expect(r.counter.last("赵六")).toBe(
      [
        "已送审：《停课通知》",
        "⏳ 1. 审核员（等待答复）",
        "· 2. 分管领导",
        "依据：《龙子湖区政务新媒体管理暂行办法》第十二条",
        "有结果马上告诉您。",
      ].join("\n"),
    )
    expect(r.counter.last("周静")).toBe(
      [
        "【请审核】《停课通知》",
        "示例县教育局 · 微博“示例县教育”",
        "赵六送审 · 政务信息",
        "把关：无个人观点和情绪、无商业广告、不涉密、无不良信息、政治、法律、政策、保密、文字、舆情",
        "⏳ 1. 审核员（等待答复）",
        "· 2. 分管领导",
        "依据：《龙子湖区政务新媒体管理暂行办法》第十二条",
      ].join("\n"),
    )
    await r.counter.press("周静", "通过（9 关都把过）")
    expect((await r.item()).state).toBe("waiting")
    await r.counter.press("李国强", "通过（9 关都把过）")
    expect(r.counter.last("赵六")).toBe(
      [
        "✅ 《停课通知》各级都已通过",
        "✅ 1. 审核员 3月2日（周一）10:00通过（周静）",
        "✅ 2. 分管领导 3月2日（周一）10:00通过（李国强）",
        "可以发布了：微博“示例县教育”。发布后点下面的按钮，或照常用 /post 登记。",
      ].join("\n"),
    )
    await r.counter.press("赵六", "已发布，登记更新")
    await r.counter.press("赵六", "跳过")
    expect(r.counter.last("赵六")).toContain("对应已审核的《停课通知》。")
    expect(await r.counter.do(({ tables }) => tables.breaches.all())).toEqual([])
    expect((await r.item()).published).toHaveLength(1)
  })

  test("needs three different people in the transport system, in their order (SJ-25)", async () => {
    const r = await reviewing(["sxjt"])
    await sendIn(r, { 类别: "政务和服务" })
    await passes(r, "周静")
    expect(await r.counter.pressed("周静", "m", `gate item=${(await r.item()).id} n=2 say=yes`)).toBe(
      "您已经审过第 1 级，一人只能审一级，这一级请由别人审。",
    )
    expect(await r.counter.pressed("李国强", "m", `gate item=${(await r.item()).id} n=2 say=yes`)).toBe(
      "现在是第 2 级，由总编辑审核，还没有轮到您。",
    )
    await passes(r, "孙丽")
    expect((await r.item()).clearedAt).toBeNull()
    await passes(r, "李国强")
    expect((await r.item()).state).toBe("approved")
    const { opinions } = await r.item()
    expect(opinions.map(({ level }) => level)).toEqual([0, 1, 2])
    expect(new Set(opinions.map(({ by }) => by)).size).toBe(3)
  })

  test("under Xuancheng and Wubu goes through two levels, each with its own articles (XC-25, XC-25b, WB-41b)", async () => {
    for (const [book, article] of [
      ["xuancheng", "三（三）"],
      ["wubu", "四（一）"],
    ] as const) {
      const r = await reviewing([book])
      await sendIn(r)
      expect((await r.item()).chain.map(({ step }) => step)).toEqual(["reviewer", "leader"])
      expect(r.counter.last("周静")).toContain(article)
    }
  })
})

describe("an item that is given back", () => {
  test("says why, and changed it begins with the first level again, whoever had passed it", async () => {
    const r = await reviewing(["longzihu"])
    await sendIn(r, { 类别: "政务信息" })
    await passes(r, "周静")
    await r.counter.press("李国强", "退回")
    await r.counter.say("李国强", "日期写错了")
    expect(r.counter.last("赵六")).toContain("↩️ 2. 分管领导 3月2日（周一）10:00退回（李国强）：日期写错了")
    await r.counter.press("赵六", "改好了，重新送审")
    await r.counter.press("赵六", "跳过")
    await r.counter.press("赵六", "跳过")
    expect(r.counter.last("赵六")).toContain("已重新送审，从第 1 级开始。")
    expect(await r.item()).toMatchObject({ state: "waiting", round: 2 })
    expect(r.counter.last("周静")).toContain("⏳ 1. 审核员（等待答复）")
  })

  test("after everybody agreed, a changed draft may come out no longer (decision E6)", async () => {
    const r = await reviewing(["longzihu"])
    await sendIn(r, { 类别: "政务信息" })
    await passes(r, "周静")
    await passes(r, "李国强")
    await r.counter.say("赵六", "/reviews")
    await r.counter.press("赵六", "《停课通知》")
    await r.counter.press("赵六", "改好了，重新送审")
    await r.counter.press("赵六", "跳过")
    await r.counter.press("赵六", "跳过")
    expect(await r.item()).toMatchObject({ state: "waiting", clearedAt: null })
    await r.counter.say("赵六", "/post 示例县教育 https://weibo.com/1/a")
    expect(r.counter.last("赵六")).toContain("⚠️ 没有对应的已审核内容（《停课通知》还在审核）")
  })

  test("taken back by its author its cards lead nowhere", async () => {
    const r = await reviewing(["longzihu"])
    await sendIn(r, { 类别: "政务信息" })
    await r.counter.press("赵六", "撤回")
    expect(r.counter.last("周静")).toContain("《停课通知》已撤回")
    expect((await r.item()).state).toBe("withdrawn")
  })
})

describe("people", () => {
  test("nobody reviews what they sent in, and a unit with too few people is told whom it lacks (decision E3)", async () => {
    const r = await reviewing(["sxjt"], { without: ["孙丽", "陈立"] })
    const said = await sendIn(r, { 类别: "政务和服务" })
    expect(said).toContain("要经 3 级审核，一人只能审一级，本人送审的不能自己审，现在还缺")
    expect(await r.items()).toEqual([])
    const small = await reviewing(["longzihu"])
    await small.counter.say(
      "周静",
      "/submit\n标题：停课通知\n账号：示例县教育\n类别：政务信息\n特别情况：都没有\n草稿：https://doc.example.cn/1",
    )
    const { id } = await small.item()
    expect(await small.counter.pressed("周静", "m", `gate item=${id} n=1 say=yes`)).toBe(
      "自己送审的内容不能自己审。",
    )
  })

  test("a stand-in takes the place of whoever is away, and it says in whose (decision E5)", async () => {
    const r = await reviewing(["longzihu"])
    await r.counter.say(
      "张敏",
      "/standin\n单位：示例县教育局\n职责：分管领导\n被代理人：李国强\n代理人：陈立\n开始：2026-03-02\n结束：2026-03-06\n文号：教发〔2026〕5号",
    )
    await sendIn(r, { 类别: "政务信息" })
    await passes(r, "周静")
    await passes(r, "陈立")
    expect(r.counter.last("赵六")).toContain("通过（陈立，代李国强）")
    expect((await r.item()).state).toBe("approved")
  })
})

describe("an emergency", () => {
  test("is let out by the leader alone; the others follow, and the author hears both (decision E7)", async () => {
    const r = await reviewing(["longzihu"])
    await sendIn(r, { 类别: "政务信息", 特别情况: "紧急先发" })
    expect(r.counter.last("李国强")).toContain("【紧急，请马上审核】《停课通知》")
    await passes(r, "李国强")
    expect(r.counter.last("赵六")).toContain("可以先发：微博“示例县教育”。其余各级会在发布后补审。")
    expect(r.counter.last("周静")).toContain("【请补审】《停课通知》（紧急先发）")
    await r.counter.say("赵六", "/post 示例县教育 https://weibo.com/1/a")
    expect(r.counter.last("赵六")).toContain("对应已审核的《停课通知》。")
    r.counter.heard()
    await waitUntil(r, "2026-03-03", "10:01")
    expect(r.counter.heard().filter(([who]) => who === "李国强")).toEqual([
      ["李国强", expect.stringContaining("紧急先发后，审核员还没有补审，时间已到")],
    ])
    await passes(r, "周静")
    expect((await r.item()).state).toBe("approved")
  })

  test("that a later level does not agree to is told to those who lead, at once", async () => {
    const r = await reviewing(["longzihu"])
    await sendIn(r, { 类别: "政务信息", 特别情况: "紧急先发" })
    await passes(r, "李国强")
    r.counter.heard()
    await r.counter.press("周静", "退回")
    await r.counter.say("周静", "数字不对")
    expect(r.counter.last("李国强")).toContain("⚠️ 《停课通知》是紧急先发的，补审没有通过")
    expect(r.counter.last("赵六")).toContain("退回（周静）：数字不对")
  })
})

test("an item that lies is brought up after two hours, and told to the leader two hours later, once each", async () => {
  const r = await reviewing(["longzihu"])
  await sendIn(r, { 类别: "政务信息" })
  r.counter.heard()
  await waitUntil(r, "2026-03-02", "13:59")
  expect(r.counter.heard()).toEqual([
    ["周静", "《停课通知》从3月2日（周一）10:00起等您审核，账号：微博“示例县教育”。"],
  ])
  await waitUntil(r, "2026-03-05", "10:00")
  expect(r.counter.heard()).toEqual([
    ["李国强", "《停课通知》（示例县教育局）从3月2日（周一）10:00起等审核员审核，还没有答复。"],
  ])
  await r.counter.press("周静", "打开")
  await r.counter.press("周静", pass(await r.item()))
  expect((await r.item()).opinions).toHaveLength(1)
})

test("/reviews shows what waits for me, what I sent in and what else is under way, and /why cites every rule", async () => {
  const r = await reviewing(["longzihu"])
  await sendIn(r, { 类别: "政务信息" })
  await r.counter.say("周静", "/reviews")
  expect(r.counter.last("周静")).toBe("等您审核\n⏳ 《停课通知》等审核员审核（自3月2日）")
  await r.counter.say("赵六", "/reviews")
  expect(r.counter.last("赵六")).toBe("您送审的\n⏳ 《停课通知》等审核员审核（自3月2日）")
  await r.counter.say("李国强", "/reviews")
  expect(r.counter.last("李国强")).toBe("本单位在审的\n⏳ 《停课通知》等审核员审核（自3月2日）")
  await r.counter.press("李国强", "《停课通知》")
  await r.counter.press("李国强", "依据")
  expect(r.counter.last("李国强")).toContain(
    "· 《龙子湖区政务新媒体管理暂行办法》第十二条：先审后发，把好六道关",
  )
  expect(r.counter.last("李国强")).toContain("第十一条：个人言论、广告、涉密和不良信息都不发")
})
