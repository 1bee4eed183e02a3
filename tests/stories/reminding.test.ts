import { describe, expect, test } from "vitest"
import { instantOf } from "../../rules/time.ts"
import { group, li, wang, world, zhang } from "../world.ts"

const RULE = "依据 《国家政务新媒体管理要求》检查指标单项否决（国办秘函〔2019〕19号）：每14天1次"

describe("quiet reminding", () => {
  test("a post, twelve days, a digest; and on the fifteenth day the leader in charge is told, once", async () => {
    const w = await world()
    await w.say(zhang, "/post")
    await w.press(zhang, "全部 5 个")
    await w.press(zhang, "跳过")
    w.said()
    await w.turnTo("2026-03-11", "12:00")
    w.silence()

    await w.turnTo("2026-03-12", "09:00")
    expect(w.heard()).toEqual([
      [
        zhang,
        [
          "【每日提醒】3月12日（周四）",
          "🟡 微博“示例县发布”：还剩 4 天，3月16日（周一）24:00 前；上次更新 3月2日",
          "🟡 微信订阅号“示例县发布”：还剩 4 天，3月16日（周一）24:00 前；上次更新 3月2日",
          RULE,
        ].join("\n"),
      ],
      [
        group,
        [
          "【每日提醒】3月12日（周四）",
          "🟡 抖音“示例县发布”：还剩 4 天，3月16日（周一）24:00 前；上次更新 3月2日",
          "🟡 微信订阅号“示例县教育”：还剩 4 天，3月16日（周一）24:00 前；上次更新 3月2日",
          "🟡 微博“示例县教育”：还剩 4 天，3月16日（周一）24:00 前；上次更新 3月2日",
          RULE,
        ].join("\n"),
      ],
    ])

    await w.turnTo("2026-03-17", "07:59")
    w.said()
    await w.turnTo("2026-03-17", "08:00")
    const told = w.said()
    expect(new Set(told.map(({ to }) => to))).toEqual(new Set([li]))
    const text = told.map((message) => message.text).join("\n")
    expect(text).toContain(
      [
        "【更新未达标】示例县人民政府办公室的微博“示例县发布”",
        "3月3日（周二）至3月16日（周一）应更新 1 次，实际 0 次（上次更新 3月2日）。",
        "依据：《国家政务新媒体管理要求》检查指标单项否决（国办秘函〔2019〕19号）。请督促尽快更新；此事只通知您一次。",
      ].join("\n"),
    )
    expect(text.match(/更新未达标/g)).toHaveLength(5)

    await w.turnTo("2026-03-30", "07:00")
    expect(w.said().filter(({ to }) => to === li)).toEqual([])
  })

  test("the leader in charge reads of what was missed before a day off on the next working day", async () => {
    const w = await world()
    await w.turnTo("2026-03-14", "08:00")
    expect(await w.look(({ tables }) => tables.misses.all())).toHaveLength(1)
    expect(w.said().filter(({ to }) => to === li)).toEqual([])
    await w.turnTo("2026-03-16", "07:59")
    expect(w.said().filter(({ to }) => to === li)).toEqual([])
    await w.turnTo("2026-03-16", "08:00")
    const told = w.said()
    expect(told.map(({ to }) => to)).toEqual([li])
    expect(told[0]?.text.match(/【更新未达标】.*/g)).toEqual([
      "【更新未达标】示例县教育局的微博“示例县教育”",
      "【更新未达标】示例县人民政府办公室的抖音“示例县发布”",
      "【更新未达标】示例县人民政府办公室的微信订阅号“示例县发布”",
      "【更新未达标】示例县教育局的微信订阅号“示例县教育”",
    ])
  })

  test("whoever posts in time hears nothing", async () => {
    const w = await world()
    for (const day of ["2026-03-05", "2026-03-12", "2026-03-19", "2026-03-26"]) {
      await w.turnTo(day, "10:00")
      await w.say(zhang, "/post")
      await w.press(zhang, "全部 5 个")
      await w.press(zhang, "跳过")
      w.said().forEach(({ text }) => expect(text).not.toMatch(/提醒|未达标/))
    }
    await w.turnTo("2026-04-02", "23:00")
    w.silence()
  })

  test("the last call comes at four on the last working day, to those who still owe", async () => {
    const w = await world()
    await w.turnTo("2026-03-13", "15:59")
    w.said()
    await w.turnTo("2026-03-13", "16:00")
    expect(w.heard()).toEqual([
      [
        zhang,
        [
          "【最后提醒】3月13日（周五）",
          "🟡 微信订阅号“示例县发布”：还剩 2 天，3月15日（周日）24:00 前；上次更新 3月1日",
          "之后是休息日，请在今天下班前更新。",
          RULE,
        ].join("\n"),
      ],
      [
        group,
        [
          "【最后提醒】3月13日（周五）",
          "🟡 微博“示例县教育”：今天是最后一天，3月13日（周五）24:00 前；上次更新 2月27日",
          "🟡 抖音“示例县发布”：明天是最后一天，3月14日（周六）24:00 前；上次更新 2月28日",
          "🟡 微信订阅号“示例县教育”：还剩 2 天，3月15日（周日）24:00 前；上次更新 3月1日",
          "之后是休息日，请在今天下班前更新。",
          RULE,
        ].join("\n"),
      ],
    ])
  })

  test("nothing routine is said between nine in the evening and eight in the morning, nor a digest on a day off", async () => {
    const w = await world()
    await w.turnTo("2026-05-10")
    const times = w.playground.doings().map(({ at }) => at)
    const hour = (at: number) => Math.floor(((at - instantOf("2026-01-01")) % 86_400_000) / 3_600_000)
    expect(times.filter((at) => hour(at) < 8 || hour(at) >= 21)).toEqual([])
    const headings = w
      .said()
      .map(({ text }) => text.split("\n")[0] ?? "")
      .filter((line) => line.startsWith("【每日提醒】"))
    expect(headings.length).toBeGreaterThan(40)
    expect(new Set(headings.filter((line) => /周[六日]/.test(line)))).toEqual(
      new Set(["【每日提醒】5月9日（周六）"]),
    )
    expect(headings.filter((line) => /5月[1-5]日/.test(line))).toEqual([])
  })

  test("the supervising officer reads of each miss once, and of nobody's rank", async () => {
    const w = await world()
    await w.turnTo("2026-03-17", "12:00")
    const read = w.said().filter(({ to }) => to === wang)
    expect(read.map(({ text }) => text)).toEqual([
      [
        "【每日提醒】3月16日（周一）",
        "所辖账号新增未达标：",
        "· 示例县教育局·微博“示例县教育”（3月13日（周五）到期）",
        "· 示例县人民政府办公室·抖音“示例县发布”（3月14日（周六）到期）",
        "· 示例县人民政府办公室·微信订阅号“示例县发布”（3月15日（周日）到期）",
        "· 示例县教育局·微信订阅号“示例县教育”（3月15日（周日）到期）",
      ].join("\n"),
      "【每日提醒】3月17日（周二）\n所辖账号新增未达标：\n· 示例县人民政府办公室·微博“示例县发布”（3月16日（周一）到期）",
    ])
  })

  test("after a downtime whatever was due is still done, in order, and a missed morning is not repeated", async () => {
    const w = await world()
    w.playground.clock.set(instantOf("2026-03-17", "10:00"))
    await w.running.settle()
    const misses = await w.look(({ tables }) => tables.misses.all())
    expect(misses).toHaveLength(5)
    const said = w.said()
    expect(
      said
        .filter(({ text }) => text.startsWith("【每日提醒】"))
        .map(({ to }) => to)
        .sort(),
    ).toEqual([group, wang, zhang].sort())
  })
})

describe("after a downtime", () => {
  test("a round that would come at night waits for the morning", async () => {
    const w = await world()
    w.playground.clock.set(instantOf("2026-03-12", "23:00"))
    await w.running.settle()
    w.silence()
    await w.turnTo("2026-03-13", "08:00")
    expect(w.said().filter(({ text }) => text.startsWith("【每日提醒】3月13日")).length).toBeGreaterThan(0)
  })
})

describe("rulebooks", () => {
  test("that a unit is put under bind its accounts at once", async () => {
    const w = await world()
    await w.say(zhang, "/setunit 示例县教育局")
    await w.press(zhang, "适用规章")
    const label = (await w.look(({ tables }) => tables.rulebooks.get("sxjt")))?.book.title ?? ""
    await w.press(zhang, label)
    await w.press(zhang, "选好了（1 个）")
    const clocks = await w.look(({ tables }) => tables.clocks.all())
    expect(clocks.filter(({ rule }) => rule.startsWith("sxjt:"))).toHaveLength(2)
  })

  test("a reminder cannot be put into the quiet hours", async () => {
    const w = await world()
    await w.say(zhang, "/setunit 示例县教育局 每日提醒时间 22:00")
    expect(w.only(zhang).text).toBe(
      "22:00 在免打扰时间（21:00–08:00）里，提醒发不出去。请换一个时间，例如 09:00。",
    )
  })
})

describe("next year's holidays", () => {
  test("are asked for from November on, once a week, until they are there", async () => {
    const w = await world({ at: instantOf("2026-10-26", "10:00") })
    await w.turnTo("2026-11-13", "12:00")
    const asked = w.said().filter(({ text }) => text.includes("2027年放假安排还没有载入"))
    expect(asked.map(({ to, text }) => [to, text.split("\n")[0]])).toEqual([
      [wang, "【每日提醒】11月2日（周一）"],
      [wang, "【每日提醒】11月9日（周一）"],
    ])
  })
})
