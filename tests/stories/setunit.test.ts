import { describe, expect, test } from "vitest"
import { bookOf } from "../rules/books.ts"
import { wang, world, zhang } from "../world.ts"

describe("the settings of a unit", () => {
  const settings = [
    ["简称 县教育局,教育局", "“示例县教育局”的简称已改为：县教育局、教育局"],
    ["类别 直属单位", "“示例县教育局”的类别已改为：直属单位"],
    ["每日提醒时间 8：30", "“示例县教育局”的每日提醒时间已改为：08:30"],
    ["最后提醒时间 16:00", "“示例县教育局”的最后提醒时间已改为：16:00"],
    ["免打扰开始时间 21:00", "“示例县教育局”的免打扰开始时间已改为：21:00"],
    ["免打扰结束时间 07:30", "“示例县教育局”的免打扰结束时间已改为：07:30"],
    ["名称 示例县教育体育局", "“示例县教育局”的名称已改为：示例县教育体育局"],
  ] as const

  test.each(settings)("%s", async (typed, answer) => {
    const w = await world()
    await w.say(zhang, `/setunit 示例县教育局 ${typed}`)
    expect(w.only(zhang).text).toBe(answer)
  })

  test("rulebooks are picked by button", async () => {
    const w = await world()
    await w.say(zhang, "/setunit 示例县教育局 适用规章")
    const [first = ""] = w.only(zhang).buttons
    await w.press(zhang, first)
    await w.press(
      zhang,
      w
        .said()
        .at(-1)
        ?.buttons.find((label) => label.includes("选好了")) ?? "选好了",
    )
    expect(w.only(zhang).text).toMatch(/^“示例县教育局”的适用规章已改为：./)
    const [school] = await w.look(({ tables }) => tables.units.where("name", "示例县教育局"))
    expect(school?.rulebooks).toHaveLength(1)
  })

  test("whoever sets rulebooks reads their titles, and which rules change nothing there", async () => {
    const w = await world()
    const book = bookOf("lax", "kind: quota, atLeast: every 30 days")
    await w.look(({ tables }) => tables.rulebooks.put({ id: "lax", book: { ...book, title: "示例县规定" } }))
    await w.say(zhang, "/setunit 示例县教育局 适用规章 示例县规定")
    expect(w.only(zhang).text.split("\n")).toEqual([
      "“示例县教育局”的适用规章已改为：示例县规定",
      "其中不起作用的规定（同一事项以更严的为准）：",
      "· T-1 《示例县规定》第一条（每30天1次）比《国家政务新媒体管理要求》检查指标单项否决（国办秘函〔2019〕19号）（每14天1次）宽",
    ])
    await w.say(wang, "/newunit 示例县示例镇 乡镇、街道 示例县人民政府办公室 示例县规定")
    expect(w.only(wang).text).toContain("· T-1 《示例县规定》第一条")
  })

  test("the question names the setting and how it is now", async () => {
    const w = await world()
    await w.say(zhang, "/setunit 示例县教育局 每日提醒时间")
    expect(w.only(zhang)).toMatchObject({
      text: "【修改单位设置】“示例县教育局”的每日提醒时间现在是：09:00。改成什么？例如：08:30",
      buttons: ["取消"],
    })
    await w.say(zhang, "8:30")
    w.said()
    await w.say(zhang, "/setunit 示例县教育局 每日提醒时间")
    expect(w.only(zhang).text).toContain("现在是：08:30。")
    await w.say(zhang, "/setunit 示例县教育局 简称")
    expect(w.only(zhang).text).toContain("“示例县教育局”的简称现在是：（无）。")
    await w.say(zhang, "/setunit 示例县教育局 适用规章")
    expect(w.only(zhang).text).toContain("的适用规章现在是：（无）。改为哪些？可多选；都不要就跳过。")
  })

  test("a kind is pressed", async () => {
    const w = await world()
    await w.say(zhang, "/setunit 示例县教育局 类别")
    w.said()
    await w.press(zhang, "乡镇、街道")
    expect(w.only(zhang).text).toBe("“示例县教育局”的类别已改为：乡镇、街道")
  })

  test.each(["25:00", "早上", "9"])("a time like %s is refused, and nothing changes", async (time) => {
    const w = await world()
    await w.say(zhang, `/setunit 示例县教育局 每日提醒时间 ${time}`)
    expect(w.only(zhang).text).toBe(`时间“${time}”无法识别，请写成 24 小时制，例如 09:00。`)
    const [school] = await w.look(({ tables }) => tables.units.where("name", "示例县教育局"))
    expect(school?.times).toEqual({})
  })

  test("a department says which enterprises of its trade it guides, and that is kept (JX-05)", async () => {
    const w = await world()
    await w.say(zhang, "/setunit 示例县教育局 指导的企事业单位 县公交公司、县自来水公司")
    expect(w.only(zhang).text).toBe("“示例县教育局”的指导的企事业单位已改为：县公交公司、县自来水公司")
    const [school] = await w.look(({ tables }) => tables.units.where("name", "示例县教育局"))
    expect(school?.guides).toBe("县公交公司、县自来水公司")
    await w.say(zhang, "/setunit 示例县教育局 指导的企事业单位 无")
    const [after] = await w.look(({ tables }) => tables.units.where("name", "示例县教育局"))
    expect(after?.guides).toBeNull()
  })
})
