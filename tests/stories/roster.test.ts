import { describe, expect, test } from "vitest"
import { instantOf } from "../../rules/time.ts"
import { COUNTY, office } from "../office.ts"
import { arrange, kept } from "../rota.ts"
import { li, zhang } from "../world.ts"

const LONGZIHU = "《龙子湖区政务新媒体管理暂行办法》第二十四条（一）"

describe("a rota", () => {
  test("is set up by buttons alone", async () => {
    const w = await office(["sxjt"])
    await w.say(zhang, "/rota")
    for (const button of [COUNTY, "值班", "每天", "08:00–20:00、20:00–次日08:00", "同一批人依次轮"])
      await w.press(zhang, button)
    for (const name of ["张敏", "李国强", "选好了（2 个）", "逐日轮换", "明天"]) await w.press(zhang, name)
    expect(w.said().at(-1)?.text).toBe(
      [
        "✅ 已为“示例县人民政府办公室”排班：",
        "值班·每天（逐日轮换，3月3日起）",
        "  08:00–20:00：张敏",
        "  20:00–次日08:00：李国强",
        "最近几班：",
        "  3月3日（周二）08:00–20:00 张敏",
        "  3月3日（周二）20:00–次日08:00 李国强",
        "  3月4日（周三）08:00–20:00 张敏",
        "  3月4日（周三）20:00–次日08:00 李国强",
      ].join("\n"),
    )
  })

  test("shows its week, and the weeks around it", async () => {
    const w = await office(["sxjt"])
    await arrange(w, { hours: "08:30-17:30", days: "工作日", people: "张敏，李国强" })
    await w.say(li, "值班表")
    const card = w.only(li)
    expect(card.text).toBe(
      [
        "示例县人民政府办公室值班表（3月2日—3月8日）",
        "3月2日（周一）",
        "  （没有安排）",
        "3月3日（周二）",
        "  值班 08:30–17:30 张敏",
        "3月4日（周三）",
        "  值班 08:30–17:30 李国强",
        "3月5日（周四）",
        "  值班 08:30–17:30 张敏",
        "3月6日（周五）",
        "  值班 08:30–17:30 李国强",
        "3月7日（周六）（休）",
        "  （没有安排）",
        "3月8日（周日）（休）",
        "  （没有安排）",
        "",
        "现行轮班：",
        "值班·工作日（逐日轮换，3月3日起）",
        "  08:30–17:30：张敏 → 李国强",
      ].join("\n"),
    )
    await w.press(li, "下一周 ›")
    expect(w.said().map(({ id, text }) => [id, text.split("\n")[0]])).toEqual([
      [card.id, "示例县人民政府办公室值班表（3月9日—3月15日）"],
    ])
    await w.press(li, "本周")
    expect(w.said()[0]?.text).toBe(card.text)
  })

  test("says who is on duty now, who is next and whom else to call", async () => {
    const w = await office(["sxjt"])
    await arrange(w)
    await arrange(w, { layer: "带班领导", hours: "09:00-09:00", people: "王芳" })
    await w.say(li, "/onduty 3月4日 03:00")
    expect(w.said().at(-1)?.text).toBe(
      [
        "示例县人民政府办公室·3月4日（周三）03:00",
        "值班：李国强（20:00–次日08:00）",
        "下一班：周静（3月4日（周三）08:00–20:00）",
        "还可以找主要负责人：周静",
      ].join("\n"),
    )
    await w.say(li, "谁值班")
    expect(w.only(li).text).toContain("⚠️ 这个时间没有人值班。")
  })

  test("gives way to a new one from its first day on, with every change made for the days after", async () => {
    const w = await office(["sxjt"])
    await arrange(w)
    await w.say(zhang, "/shift 值班 2026-03-10 08:00-20:00 周静")
    const text = await arrange(w, { people: "李国强，周静", from: "2026-03-09" })
    expect(text).toContain("原来的安排到 3月8日为止：")
    expect(text).toContain("这之后手工调整、换班的 1 处已作废。")
    const rotas = await w.look(({ tables }) => tables.rotas.all())
    expect(rotas.map(({ from, until }) => [from, until]).sort()).toEqual([
      ["2026-03-03", "2026-03-08"],
      ["2026-03-03", "2026-03-08"],
      ["2026-03-09", null],
      ["2026-03-09", null],
    ])
  })

  test("of working days takes those days alone from a rota of every day", async () => {
    const w = await office(["longzihu"])
    await arrange(w)
    const text = await arrange(w, { days: "工作日", people: "李国强，周静", from: "2026-03-09" })
    expect(text).toContain("✅")
    await w.say(zhang, "/roster 2026-03-09")
    const week = w.said().at(-1)?.text ?? ""
    expect(week).not.toContain("空档")
    expect(week).toContain("值班·休息日和节假日")
  })

  test("ends after its last day", async () => {
    const w = await office(["sxjt"])
    await arrange(w, { hours: "08:30-17:30" })
    await w.say(zhang, "/endrota")
    await w.press(zhang, COUNTY)
    await w.say(zhang, "2026-03-06")
    expect(w.said().at(-1)?.text).toContain("✅ 这组轮班到 2026年3月6日为止：")
    await w.say(zhang, "/onduty 2026-03-09 10:00")
    expect(w.said().at(-1)?.text).toContain("没有人值班")
  })
})

describe("hours without anybody", () => {
  test("are refused where somebody has to be there around the clock, and named (LZ-53)", async () => {
    const w = await office(["longzihu"])
    const before = await kept(w)
    expect(await arrange(w, { hours: "08:00-20:00，21:00-08:00" })).toBe(
      `这样排会没有人值班：3月3日（周二）至4月30日（周四）每天 20:00–21:00 空档。没有改动，请补上后再排。依据：${LONGZIHU}。`,
    )
    expect(await kept(w)).toEqual(before)
    expect(await arrange(w)).toContain("✅")
  })

  test("cannot be made by ending the rota, or by leaving a shift to nobody (LZ-53)", async () => {
    const w = await office(["longzihu"])
    await arrange(w)
    const before = await kept(w)
    await w.say(zhang, "/shift 值班 2026-03-10 08:00-20:00 不安排人")
    expect(w.only(zhang).text).toBe(
      `这样排会没有人值班：3月10日（周二）08:00–20:00 空档。没有改动，请补上后再排。依据：${LONGZIHU}。`,
    )
    await w.say(zhang, `/endrota ${COUNTY}\n轮班：值班\n最后一天：2026-03-20`)
    expect(w.only(zhang).text).toContain("这样排会没有人值班：3月21日（周六）08:00")
    expect(await kept(w)).toEqual(before)
  })

  test("are warned about where a roster is all that is asked (JX-41)", async () => {
    const w = await office(["jiangxi"])
    await arrange(w)
    await w.say(zhang, "/shift 值班 2026-03-10 08:00-20:00 不安排人")
    expect(w.only(zhang).text).toBe("✅ 已调整：3月10日（周二）08:00–20:00值班不安排人。")
    await w.say(li, "/leave 2026-03-03 2026-03-03")
    const told = w.heard()
    expect(told[0]?.[1]).toContain("⚠️ 这些时间没有人值班：3月3日（周二）20:00–次日08:00 空档。")
    expect(told[0]?.[1]).toContain("《江西省")
  })

  test("are warned about where somebody has to watch in real time, or every day (SJ-34, XC-38)", async () => {
    const transport = await office(["sxjt"])
    await arrange(transport)
    await transport.say(li, "/leave 2026-03-03 2026-03-03")
    expect(transport.heard()[0]?.[1]).toContain("3月3日（周二）20:00–次日08:00 空档")
    const city = await office(["xuancheng"])
    await arrange(city, { hours: "08:30-17:30", people: "张敏" })
    await city.say(zhang, "/shift 值班 2026-03-10 08:30-17:30 不安排人")
    expect(city.only(zhang).text).toContain(
      "⚠️ 这些时间没有人值班：3月10日（周二）00:00–24:00 空档。依据：《宣城市",
    )
  })

  test("ahead are told once, in working hours, to whoever can mend them", async () => {
    const w = await office(["jiangxi"])
    await arrange(w)
    // Somebody is gone: nobody has changed the roster.
    await w.look(async ({ tables }) => {
      const lis = (await tables.persons.all()).find(({ name }) => name === "李国强")
      if (lis) await tables.persons.put({ ...lis, leavesAt: instantOf("2026-04-30") })
    })
    const about = () => w.heard().filter(([, text]) => text.includes("【值班空档】"))
    await w.turnTo("2026-03-03", "08:59")
    expect(about()).toEqual([])
    await w.turnTo("2026-03-03", "09:01")
    expect(about()).toEqual([
      [
        zhang,
        [
          "【值班空档】示例县人民政府办公室",
          "4月30日（周四）00:00–08:00 空档；5月1日（周五）08:00–20:00 空档。",
          "请用 /rota 或 /shift 补上；每处只提醒您一次。依据：《江西省政务新媒体管理要求》第十四点。",
        ].join("\n"),
      ],
    ])
    await w.turnTo("2026-03-03", "23:00")
    expect(about()).toEqual([])
  })

  test("are looked for on make-up Saturdays and holidays too, and told when work begins again", async () => {
    const w = await office(["jiangxi"], "2026-02-14")
    await arrange(w, { from: "2026-02-14", hours: "09:00-09:00", people: "张敏，周静" })
    // On the Saturday that is made up 周静's leaving is entered; her shifts of the holidays are nobody's.
    await w.look(async ({ tables }) => {
      const zhous = (await tables.persons.all()).find(({ name }) => name === "周静")
      if (zhous) await tables.persons.put({ ...zhous, leavesAt: instantOf("2026-03-31") })
    })
    const about = () => w.heard().filter(([, text]) => text.includes("【值班空档】"))
    await w.turnTo("2026-02-15", "09:01")
    expect(about()).toEqual([])
    await w.turnTo("2026-02-24", "07:59")
    expect(about()).toEqual([])
    await w.turnTo("2026-02-24", "08:01")
    expect(about().map(([to, text]) => [to, text.split("\n")[1]])).toEqual([
      [zhang, "3月31日（周二）至4月14日（周二）共 8 天 09:00–次日09:00 空档。"],
    ])
  })
})
