import { describe, expect, test } from "vitest"
import { clock, emergency, hoursAfter, latest, told } from "../emergency.ts"
import { bind } from "../books.ts"
import { COUNTY } from "../office.ts"
import { group, li, zhang, zhou } from "../world.ts"

describe("public opinion", () => {
  test("a major one: the press conference within 24 hours, told at half the time, 4 h and 1 h (XC-18, F4)", async () => {
    const w = await emergency(["xuancheng"], "2026-02-16")
    await w.turnTo("2026-02-16", "23:30")
    await w.say(li, "/sos 舆情 重大 刚刚 网上有视频")
    const { foundAt } = await latest(w)
    expect(hoursAfter(foundAt, (await clock(w, "incident.press-conference"))?.dueAt)).toBe(24)
    await w.press(zhang, "我来处理")
    await w.say(zhang, "/progress 已联系有关部门")
    w.said()
    await w.turnTo("2026-02-17", "11:30")
    expect(w.heard()).toEqual([
      [zhang, "⏱ 2026-1 重大舆情：新闻发布会还剩 12 小时，2月17日（周二）23:30前。"],
      [group, "⏱ 2026-1 重大舆情：新闻发布会还剩 12 小时，2月17日（周二）23:30前。"],
    ])
    await w.turnTo("2026-02-17", "19:30")
    expect(told(w, "还剩 4 小时")).toEqual([zhang, group])
    await w.turnTo("2026-02-17", "22:30")
    const said = w.heard()
    expect(said.filter(([, text]) => text.includes("还剩 60 分钟")).map(([to]) => to)).toEqual([
      zhang,
      group,
      li,
    ])
    await w.turnTo("2026-02-17", "23:31")
    expect(told(w, "时限已过")).toEqual([zhou])
    await w.say(zhang, "/resolved 平息")
    expect(told(w, "新闻发布会的链接")).toEqual([zhang])
    await w.say(zhang, "/answered https://www.example.gov.cn/conference")
    expect((await clock(w, "incident.press-conference"))?.done).toMatchObject({
      link: "https://www.example.gov.cn/conference",
    })
    await w.say(zhang, "/resolved 平息")
    expect(await latest(w)).toMatchObject({ state: "closed" })
  })

  test("another one within 48 hours, through nights and holidays (XC-19)", async () => {
    const w = await emergency(["xuancheng"], "2026-02-16")
    await w.turnTo("2026-02-16", "23:30")
    await w.say(li, "/sos 舆情 一般 刚刚 网上有帖子")
    const { foundAt, clocks } = await latest(w)
    expect(clocks.map((each) => [each.do, hoursAfter(foundAt, each.dueAt)])).toEqual([
      ["incident.answer", 48],
    ])
    expect((await clock(w, "incident.answer"))?.rules).toContain("xuancheng:XC-19")
  })

  test("whoever is unsure gets 24 hours; only the leader in charge lowers it (F3)", async () => {
    const w = await emergency(["xuancheng"])
    await w.say(zhang, "/sos 舆情 拿不准 刚刚 有人在传")
    expect(hoursAfter((await latest(w)).foundAt, (await clock(w, "incident.press-conference"))?.dueAt)).toBe(
      24,
    )
    w.said()
    await w.say(zhang, "/severity 2026-1 一般")
    expect(w.only(zhang).text).toBe(
      "您没有在“示例县人民政府办公室”降低事件级别的权限。需要时请联系该单位管理员。",
    )
    await w.say(li, "/severity 2026-1 一般")
    expect(w.heard()).toContainEqual([li, "2026-1 现在是一般，时限已重新计算。"])
    expect(await clock(w, "incident.press-conference")).toBeUndefined()
    expect(hoursAfter((await latest(w)).foundAt, (await clock(w, "incident.answer"))?.dueAt)).toBe(48)
  })

  test("half of the time follows the time itself, and taking it back what the rulebook says", async () => {
    const w = await emergency([])
    await bind(
      w,
      COUNTY,
      `
id: quick
title: 快办规定
issuer: 示例县
status: in-force
rules:
  - id: T-1
    article: 第一条
    kind: response
    on: opinion
    do: incident.answer
    within: 6 hours
    says: 6小时内回应
  - id: T-2
    article: 第二条
    kind: response
    on: any
    do: incident.acknowledge
    within: 10 minutes
    ladder: [{ after: 10 minutes, call: leader }]
    undo: 3 minutes
    says: 10分钟内应答
`,
    )
    await w.say(zhang, "/sos 舆情 一般 刚刚 有人在传")
    const { foundAt } = await latest(w)
    const found = await clock(w, "incident.answer")
    expect(hoursAfter(foundAt, found?.dueAt)).toBe(6)
    expect(found?.warnAt.map((at) => hoursAfter(foundAt, at)).sort()).toEqual([2, 3, 5])
    await w.press(zhang, "我来处理")
    await w.turnTo("2026-03-02", "10:03")
    expect(await w.press(zhang, "撤销（3 分钟内）")).toBe("已撤销，什么都没有漏：叫人从原处继续。")
  })

  test("特别重大 calls the chief in the first message, also when that is found out later (XC-15)", async () => {
    const w = await emergency(["xuancheng"])
    await w.say(li, "/sos 突发事件 特别重大 刚刚 化工厂爆炸")
    expect(told(w, "特别重大突发事件")).toEqual([zhang, zhou, group, li])
    await w.press(zhou, "我来处理")
    await w.say(li, "/sos 舆情 重大 刚刚 另一件事")
    expect(told(w, "2026-2")).not.toContain(zhou)
    await w.say(zhang, "/severity 2026-2 特别重大")
    expect(told(w, "2026-2 特别重大舆情")).toContain(zhou)
  })

  test("where the text has no figure the national one counts (JX-13, JX-15, JX-42)", async () => {
    const w = await emergency(["jiangxi"])
    await w.say(li, "/sos 舆情 一般 刚刚 有人在传")
    const { foundAt } = await latest(w)
    expect(await clock(w, "incident.answer")).toMatchObject({ rules: ["national:N-05", "jiangxi:JX-13"] })
    expect(hoursAfter(foundAt, (await clock(w, "incident.answer"))?.dueAt)).toBe(48)
    await w.say(li, "/sos 政策被误读 一般 刚刚 补贴标准")
    expect((await clock(w, "incident.answer"))?.rules).toContain("jiangxi:JX-15")
    await w.say(li, "/sos 舆情 重大 刚刚 又一件")
    expect(hoursAfter((await latest(w)).foundAt, (await clock(w, "incident.report"))?.dueAt)).toBe(1 / 6)
    expect((await clock(w, "incident.report"))?.rules).toEqual(["jiangxi:JX-42"])
    await w.press(zhang, "我来处理")
    expect((await clock(w, "incident.report"))?.done).not.toBeNull()
  })
})

describe("while it goes on", () => {
  test("anything new is asked every 24 hours, and whoever says nothing to that wakes the others (XC-20)", async () => {
    const w = await emergency(["xuancheng"])
    await w.say(li, "/sos 苗头性问题 刚刚 评论里有争执")
    await w.press(zhang, "我来处理")
    await w.say(zhang, "/progress 在看")
    w.said()
    await w.turnTo("2026-03-03", "10:00")
    expect(w.heard().at(-1)).toEqual([
      zhang,
      "2026-1 苗头性问题：有无新进展？有进展请接着发布，并登记在这里。",
    ])
    expect(await w.press(zhang, "没有新进展")).toBe("没有新进展")
    w.said()
    await w.turnTo("2026-03-04", "09:30")
    expect(w.heard().filter(([, text]) => text.includes("2026-1"))).toEqual([])
    await w.turnTo("2026-03-04", "11:00")
    expect(told(w, "没有消息，现在重新叫人")).toEqual([zhang, group])
    expect(await latest(w)).toMatchObject({ state: "open" })
  })
})

describe("closing asks for what its kind requires", () => {
  const ends = async (rulebooks: readonly string[], report: string, lines: readonly string[]) => {
    const w = await emergency(rulebooks)
    await w.say(zhang, report)
    await w.press(zhang, "我来处理")
    w.said()
    await w.say(zhang, "/resolved 结束了")
    const refused = w.only(zhang).text
    for (const line of lines) expect(refused).toContain(line)
    expect(await latest(w)).toMatchObject({ state: "taken" })
    return w
  }

  test("a major event: the publicity department was consulted (WB-33)", async () => {
    const w = await ends(["wubu"], "/sos 突发事件 重大 刚刚 大火", ["已征求宣传部门意见", "新闻发布会的链接"])
    await w.say(zhang, "/supply 2026-1 已征求宣传部门意见 3月2日县委宣传部同意口径")
    await w.say(zhang, "/answered https://www.example.gov.cn/a")
    await w.say(zhang, "/resolved 结束了")
    expect(await latest(w)).toMatchObject({ state: "closed" })
  })

  test("a sensitive case: the four lines of the consultation (XC-17)", async () => {
    const w = await ends(["xuancheng"], "/sos 敏感舆情 一般 刚刚 传言", ["性质", "走势", "风险", "处置意见"])
    for (const line of ["性质", "走势", "风险"]) await w.say(zhang, `/supply 2026-1 ${line} 一般`)
    expect((await clock(w, "incident.consult"))?.done).toBeNull()
    await w.say(zhang, "/supply 2026-1 处置意见 及时回应")
    expect((await clock(w, "incident.consult"))?.done).not.toBeNull()
  })

  test("a serious rumour: to whom it was passed on, and when; never before it was found (XC-21)", async () => {
    const w = await ends(["xuancheng"], "/sos 严重谣言 一般 刚刚 传言", ["已移交公安或网络监管"])
    await w.say(zhang, "/supply 2026-1 已移交公安或网络监管 县公安局\n日期：2026-03-01")
    expect(told(w, "2026年3月1日不对")).toEqual([zhang])
    await w.say(zhang, "/supply 2026-1 已移交公安或网络监管 县公安局")
    await w.press(zhang, "今天")
    expect(w.heard()).toContainEqual([zhang, "已记下。2026-1 办结要的材料都齐了。"])
    expect((await clock(w, "incident.transfer"))?.done).not.toBeNull()
  })

  test("public opinion: guidance online and action offline, both (JX-14)", async () => {
    const w = await ends(["jiangxi"], "/sos 舆情 一般 刚刚 传言", ["网上引导", "网下处置"])
    await w.say(zhang, "/supply 2026-1 网上引导 已发三条回应")
    await w.say(zhang, "/supply 2026-1 网下处置 已上门走访")
    await w.say(zhang, "/answered https://www.example.gov.cn/a")
    await w.say(zhang, "/resolved 结束了")
    expect(await latest(w)).toMatchObject({ state: "closed" })
  })

  test("a wrong post: within 60 minutes, and by the link of the correction (SJ-31)", async () => {
    const w = await emergency(["sxjt"])
    await w.say(zhang, "/correct 微博示例县发布 https://weibo.com/1/wrong 日期错了")
    const { foundAt, link } = await latest(w)
    expect(link).toBe("https://weibo.com/1/wrong")
    expect(hoursAfter(foundAt, (await clock(w, "incident.correct"))?.dueAt)).toBe(1)
    await w.press(zhang, "我来处理")
    await w.say(zhang, "/resolved 改了")
    expect(told(w, "更正的链接")).toEqual([zhang])
    await w.press(zhang, "登记回应链接")
    await w.say(zhang, "https://weibo.com/1/right")
    await w.say(zhang, "/resolved 改了")
    expect(await latest(w)).toMatchObject({ state: "closed" })
  })

  test("raised by mistake: only whoever may lower it ends it so", async () => {
    const w = await emergency(["xuancheng"])
    await w.say(zhang, "/sos 舆情 重大 刚刚 传言")
    w.said()
    await w.say(zhang, "/resolved 2026-1 误报 看错了")
    expect(w.only(zhang).text).toContain("您没有在“示例县人民政府办公室”降低事件级别的权限")
    await w.say(li, "/resolved 2026-1 误报 看错了")
    expect(await latest(w)).toMatchObject({ state: "closed" })
    w.said()
    await w.turnTo("2026-03-03", "10:30")
    expect(w.heard().filter(([, text]) => text.includes("2026-1"))).toEqual([])
  })
})
