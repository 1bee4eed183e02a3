import { expect, test } from "vitest"
import { clock, emergency, fileOf, hoursAfter, latest, told } from "../emergency.ts"
import * as ownkinds from "../../services/ownkinds.ts"
import * as people from "../../services/people.ts"
import { tableOf } from "../papers/files.ts"
import { li, type World, wang, zhang, zhou } from "../world.ts"

const HEADING = "事件类型,归为,级别,时限,流程,方式,口径,第一时间告知"
const BRIDGE =
  "桥梁中断,突发事件,重大,2小时,值班员核实，分管领导审定后发布,微博、微信同时发布,只发布核实过的信息,主要负责人、主管单位"
const TRAFFIC = "大面积拥堵,舆情,,4小时,值班员核实后发布,微博发布,提示绕行路线,"
const LONG = "一般投诉,舆情,一般,96小时,科室答复,回复网民,依规答复,"

const sheet = (...lines: readonly string[]) => Buffer.from(lines.join("\r\n"))
/** 张敏 sends the table in, 李国强 approves it. */
const agreed = async (w: World, ...lines: readonly string[]): Promise<void> => {
  await w.send(zhang, "事件类型表.csv", sheet(HEADING, ...lines))
  await w.press(li, "同意")
  w.said()
}

test("a unit without its table of events is told so, and who may have one (SJ-30b)", async () => {
  const w = await emergency(["sxjt"])
  await w.say(zhang, "/papers 示例县人民政府办公室")
  expect(w.only(zhang).text).toContain(
    "🔴 还没有事件类型表，请发 /kinds 填写（依据 《陕西省交通运输系统政务新媒体管理办法》第二十三条）",
  )
  await w.say(zhang, "/kinds 示例县人民政府办公室")
  expect(w.only(zhang).buttons).toEqual(["增加一类", "下载空表"])
  await agreed(w, BRIDGE)
  await w.say(zhang, "/papers 示例县人民政府办公室")
  expect(w.only(zhang).text).toContain("✓ 事件类型表 1 类")
})

test("the table is sent in, checked, approved by the leader in charge, and /sos offers its kinds (SJ-30)", async () => {
  const w = await emergency(["sxjt"])
  await w.send(zhang, "事件类型表.csv", sheet(HEADING, BRIDGE, TRAFFIC, LONG))
  const said = w.said()
  expect(said.map(({ to }) => to)).toEqual([zhang, li])
  expect(said[1]?.text.split("\n").slice(0, 4)).toEqual([
    "【请您审定】张敏报来示例县人民政府办公室的事件类型表，共 3 类：",
    "1. 桥梁中断（重大）：2小时内",
    "   归为突发事件，第一时间告知主要负责人、主管单位",
    "   流程：值班员核实，分管领导审定后发布；方式：微博、微信同时发布；口径：只发布核实过的信息",
  ])
  expect(said[0]?.text).toBe(
    "已检查，共 3 类，已报请审定。审定前仍按原来的办。\n· “一般投诉”的时限比法规的长，到时按更严的算。",
  )
  await w.say(zhang, "应急")
  expect(w.only(zhang).buttons[0]).toBe("突发事件")
  await w.press(li, "同意")
  expect(told(w, "李国强同意了示例县人民政府办公室的事件类型表，共 3 类，现在起施行。")).toEqual([li, zhang])
  await w.say(zhang, "应急")
  expect(w.only(zhang).buttons.slice(0, 4)).toEqual([
    "桥梁中断（重大）",
    "大面积拥堵",
    "一般投诉（一般）",
    "突发事件",
  ])

  await w.press(zhang, "桥梁中断（重大）")
  const it = await latest(w)
  expect(it).toMatchObject({ kind: "major-event", severity: "major", own: { name: "桥梁中断" } })
  const { foundAt } = it
  expect(hoursAfter(foundAt, (await clock(w, "incident.answer"))?.dueAt)).toBe(2)
  expect(hoursAfter(foundAt, (await clock(w, "incident.press-conference"))?.dueAt)).toBe(24)
  const card = w.said().find(({ to }) => to === zhou)?.text ?? ""
  expect(card).toContain("🚨【突发情况】2026-1 重大桥梁中断")
  expect(card).toContain(
    "⏱ 公开回应：3月2日（周一）12:00前，还有 2 小时（《本单位约定的事件类型表》“桥梁中断”、《陕西省交通运输系统政务新媒体管理办法》第二十三条）",
  )
  expect(card).toContain("📋 口径：只发布核实过的信息")
  expect(it.called.map(({ step }) => step)).toEqual(["duty", "chief", "supervising-unit"])
  await w.say(zhang, "/timeline")
  await w.press(zhang, "Excel 表格")
  const { rows } = await tableOf(fileOf(w, zhang, "处置经过2026-1.xlsx"))
  expect(rows.flat()).toContain("类型：桥梁中断（重大）")
  expect(rows.flat().some((cell) => cell.includes("《本单位约定的事件类型表》“桥梁中断”"))).toBe(true)
})

test("a level that the table leaves open is asked for; the stricter of table and regulation counts", async () => {
  const w = await emergency(["xuancheng"])
  await agreed(w, TRAFFIC, LONG)
  await w.say(zhang, "应急")
  await w.press(zhang, "大面积拥堵")
  await w.press(zhang, "一般")
  const { foundAt } = await latest(w)
  expect(hoursAfter(foundAt, (await clock(w, "incident.answer"))?.dueAt)).toBe(4)
  await w.say(zhang, "应急")
  await w.press(zhang, "一般投诉（一般）")
  expect(hoursAfter(foundAt, (await clock(w, "incident.answer"))?.dueAt)).toBe(48)
})

test("one kind at a time, by questions; a table of before holds until the new one is approved", async () => {
  const w = await emergency(["sxjt"])
  await agreed(w, BRIDGE)
  await w.say(zhang, "/addkind 示例县人民政府办公室")
  for (const typed of ["隧道火情", "突发事件", "重大", "30分钟", "先报后发", "微博", "以消防通报为准"])
    await w.say(zhang, typed)
  for (const label of ["主要负责人", "主管单位", "选好了（2 个）"]) await w.press(zhang, label)
  expect(told(w, "已检查，共 2 类，已报请审定。")).toEqual([zhang])
  const { held, asked } = await w.look(async ({ tables }) => {
    const all = await tables.kindTables.all()
    return {
      held: all.find(({ state }) => state === "in-force"),
      asked: all.find(({ state }) => state === "asked"),
    }
  })
  expect(held?.kinds.map(({ name }) => name)).toEqual(["桥梁中断"])
  expect(asked?.kinds[1]).toMatchObject({
    within: { amount: 30, unit: "minute" },
    call: ["chief", "supervising-unit"],
  })
  expect(await w.press(wang, "同意").catch(() => "no card")).toBe("no card")
  await expect(
    w.look(async (turn) => {
      const me = await people.memberOf(turn, `telegram:${zhang}`)
      if (me) await ownkinds.agree(turn, me, asked?.id ?? "")
    }),
  ).rejects.toThrow("这份事件类型表要由分管领导审定。")
  await w.press(li, "不同意")
  expect(told(w, "李国强没有同意")).toEqual([li, zhang])
  await w.say(zhang, "应急")
  expect(w.only(zhang).buttons.slice(0, 2)).toEqual(["桥梁中断（重大）", "突发事件"])
})

test("a table that waits for consent stands in the digest of whoever has to give it, from the next day on", async () => {
  const w = await emergency(["sxjt"])
  await w.turnTo("2026-03-03", "08:00")
  await w.send(zhang, "事件类型表.csv", sheet(HEADING, BRIDGE))
  w.said()
  const waits = "审定示例县人民政府办公室的事件类型表（1 类），自3月3日，用 /kinds 查看和审定"
  await w.turnTo("2026-03-05", "10:00")
  const lines = w.said().filter(({ text }) => text.includes(waits))
  expect(lines.map(({ to, text }) => [to, text.split("\n")[0]])).toEqual([
    [li, expect.stringContaining("3月4日")],
    [li, expect.stringContaining("3月5日")],
  ])
  await w.say(li, "/kinds 示例县人民政府办公室")
  expect(w.only(li).text).toContain(
    "【请您审定】张敏报来示例县人民政府办公室的事件类型表，共 1 类：\n1. 桥梁中断",
  )
  await w.press(li, "同意")
  expect(told(w, "现在起施行")).toEqual([li, zhang])
  await w.turnTo("2026-03-06", "10:00")
  expect(told(w, "审定")).toEqual([])
})

test("what is wrong in the sheet is named cell by cell, and nothing is changed", async () => {
  const w = await emergency(["sxjt"])
  const wrong = [
    "桥梁中断,天灾,很大,尽快,流程,方式,口径,王局长",
    BRIDGE,
    BRIDGE,
    "隧道火情,,,1小时,,方式,口径,",
  ]
  await w.send(zhang, "事件类型表.csv", sheet(HEADING, ...wrong))
  expect(w.only(zhang).text.split("\n")).toEqual([
    "事件类型表有 6 处要改，没有任何改动：",
    expect.stringContaining("• B2 “天灾”不是认得的类别"),
    expect.stringContaining("• C2 “很大”不是级别"),
    "• D2 时限“尽快”无法识别，请写成“2小时”“30分钟”“1个工作日”这样",
    "• H2 “王局长”不是职责，请写分管领导、主要负责人、主管单位这样的职责，不写姓名",
    "• A4 “桥梁中断”同一级别写了两次",
    "• E5 没有填“流程”",
  ])
  expect(await w.look(({ tables }) => tables.kindTables.all())).toEqual([])
  await w.say(zhang, "/kinds 空表")
  const blank = fileOf(w, zhang, "事件类型表.xlsx")
  w.said()
  await w.send(zhang, "事件类型表.xlsx", blank)
  expect(told(w, "已检查，共 1 类，已报请审定。")).toEqual([zhang])
})
